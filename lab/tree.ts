import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { LabError, paths } from './cache.ts';
import { type Lock, packagesFrom, pinsOf } from './lock.ts';
import type { Tree } from './packages.ts';

const mirror = 'http://deb.debian.org/debian';

/** Files put into a tree: [where ours is, where it goes]. */
const everywhere: [string, string][] = [
  ['images/bash.bashrc', '/etc/bash.bashrc'],
  ['images/inputrc', '/etc/inputrc'],
];
const onHost: [string, string][] = [
  ['host/lan.network', '/etc/systemd/network/10-lan.network'],
  ['host/sshd.conf', '/etc/ssh/sshd_config.d/lab.conf'],
  ['host/hosts', '/etc/hosts'],
];

const hostHooks = [
  'echo dockerhost > "$1/etc/hostname"',
  'mkdir -p -m 700 "$1/root/.ssh"',
  `cp ${quoted(`${paths.key}.pub`)} "$1/root/.ssh/authorized_keys"`,
  'chown 0:0 "$1/root/.ssh/authorized_keys"; chmod 600 "$1/root/.ssh/authorized_keys"; touch "$1/root/.hushlogin"',
  'chroot "$1" systemctl -q enable systemd-networkd ssh docker',
  // No reader sees these; each would start processes at times of its own, between two readings of the same host.
  'chroot "$1" systemctl -q mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer fstrim.timer e2scrub_all.timer xfs_scrub_all.timer serial-getty@ttyS0.service systemd-networkd-wait-online.service',
];

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * Builds one Debian tree with mmdebstrap, a folder for the host and a tar archive for an image, and gives its packages.
 * Throws a LabError that ends in the log's last lines.
 */
export async function buildTree(name: string, tree: Tree, lock: Lock | undefined): Promise<Lock['trees'][string]> {
  const target = `${paths.cache}/${name === 'host' ? 'host' : `${name}.tar`}`;
  const shown = `${paths.cache}/${name}.shown`;
  const pins = `${paths.cache}/${name}.pins`;
  const locked = lock?.trees[name];
  rmSync(target, { recursive: true, force: true });
  writeFileSync(pins, locked ? pinsOf(locked) : '');
  const files = name === 'host' ? [...everywhere, ...onHost] : everywhere;
  const customize = [
    `chroot "$1" sh -c 'apt-cache show --no-all-versions $(dpkg-query -W -f="\\\${Package}=\\\${Version} ")' > ${quoted(shown)}`,
    'rm -f "$1/etc/apt/preferences.d/lock" "$1/etc/apt/apt.conf.d/99mmdebstrap"',
    ...files.map(([from, to]) => `upload ${quoted(`${paths.lab}/${from}`)} ${to}`),
    ...(name === 'host' ? hostHooks : []),
  ];
  const args = [
    '--variant=minbase',
    `--include=${tree.packages.join(',')}`,
    // A testing index is good for a week, and a mirror may be behind; its signature is checked all the same.
    '--aptopt=Acquire::Check-Valid-Until "false"',
    ...['doc', 'man', 'locale', 'info'].map((kind) => `--dpkgopt=path-exclude=/usr/share/${kind}/*`),
    `--setup-hook=mkdir -p "$1/etc/apt/preferences.d"; cp ${quoted(pins)} "$1/etc/apt/preferences.d/lock"`,
    ...customize.map((hook) => `--customize-hook=${hook}`),
    ...[tree.suite, target, mirror],
  ];
  await run('mmdebstrap', args, `${paths.cache}/${name}.log`);
  return { suite: tree.suite, packages: packagesFrom(readFileSync(shown, 'utf8')) };
}

/** Runs a command to its end, its output into a log file; throws a LabError when it fails. */
export async function run(command: string, args: string[], log: string): Promise<void> {
  const code = await new Promise<number>((resolve, reject) => {
    // With the build gone, nothing of it may go on: the kernel ends the child when its parent ends.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    child.on('error', reject);
    child.on('close', (status) => {
      writeFileSync(log, text);
      resolve(status ?? 1);
    });
  });
  if (code === 0) return;
  const tail = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n  ') : '';
  throw new LabError(`${command} failed with exit status ${code}; the end of ${log}:\n  ${tail}`);
}
