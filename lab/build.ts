import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { buildAnnex } from './annex.ts';
import { LabError, paths, type Stamp, sha256 } from './cache.ts';
import { bootAny, endGuestsOnExit, type Guest } from './guest.ts';
import { type Lock, movedBetween } from './lock.ts';
import { trees } from './packages.ts';
import { buildTree, run } from './tree.ts';

/** The tools that a build needs: [program, Debian package]. */
const tools: [string, string][] = [
  ['qemu-system-x86_64', 'qemu-system-x86'],
  ['mmdebstrap', 'mmdebstrap'],
  ['mke2fs', 'e2fsprogs'],
  ['ssh', 'openssh-client'],
  ['setpriv', 'util-linux'],
];

function say(text: string): void {
  console.log(text);
}

function installTools(): void {
  const found = (program: string) =>
    ['/usr/bin', '/usr/sbin', '/bin', '/sbin'].some((at) => existsSync(`${at}/${program}`));
  const missing = tools.filter(([program]) => !found(program)).map(([, name]) => name);
  if (missing.length === 0) return;
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`installing ${missing.join(', ')}`);
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    if (spawnSync(install[0] ?? '', install.slice(1), { stdio: 'ignore' }).status === 0) return;
  }
  throw new LabError(`These Debian packages are missing: ${missing.join(', ')}.`);
}

/** Over everything that the disk is made from, so that a second build knows there is nothing to do. */
function inputsHash(lock: string): string {
  const folders = ['images', 'host'].map((folder) => `${paths.lab}/${folder}`);
  const files = [
    ...folders.flatMap((at) =>
      readdirSync(at)
        .sort()
        .map((file) => `${at}/${file}`),
    ),
  ];
  files.push(`${paths.lab}/tree.ts`, `${paths.key}.pub`);
  return sha256(JSON.stringify([trees, lock, files.map((file) => readFileSync(file, 'utf8'))]));
}

function readIf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function makeDisk(): Promise<void> {
  const bootFolder = `${paths.cache}/host/boot`;
  for (const [start, to] of [
    ['vmlinuz-', paths.kernel],
    ['initrd.img-', paths.initrd],
  ] as const) {
    const file = readdirSync(bootFolder).find((name) => name.startsWith(start));
    if (!file) throw new LabError(`The host's tree has no ${start}* in /boot, so it can't boot.`);
    copyFileSync(`${bootFolder}/${file}`, to);
  }
  rmSync(paths.disk, { force: true });
  writeFileSync(paths.disk, '');
  truncateSync(paths.disk, 12 * 2 ** 30);
  const args = [
    '-q',
    '-F',
    '-t',
    'ext4',
    '-L',
    'root',
    '-E',
    'lazy_itable_init=1',
    '-d',
    `${paths.cache}/host`,
    paths.disk,
  ];
  await run('mke2fs', args, `${paths.cache}/mke2fs.log`);
}

async function importImages(guest: Guest, names: string[]): Promise<void> {
  await guest.sh('until docker version >/dev/null 2>&1; do sleep 1; done', 600_000);
  for (const [index, name] of names.entries()) {
    const device = `/dev/vd${'bcdef'[index]}`;
    const change = `--change 'CMD ["bash"]' --change 'ENV LANG=C.UTF-8'`;
    await guest.sh(`docker import ${change} - isolate-lab:${name} < ${device} >/dev/null`, 600_000);
    // Once through, so that the first recorded container starts like any later one.
    await guest.sh(`docker run --rm isolate-lab:${name} true`, 300_000);
  }
  await guest.sh('journalctl -q --rotate --vacuum-size=1M 2>/dev/null; sync');
  // The connection goes down with the guest, so how this ends tells nothing.
  await guest.sh('systemctl poweroff').catch(() => {});
  await guest.waitForPowerOff(300_000);
}

async function build(): Promise<void> {
  endGuestsOnExit();
  installTools();
  mkdirSync(paths.cache, { recursive: true });
  if (!existsSync(paths.key))
    await run(
      'ssh-keygen',
      ['-q', '-t', 'ed25519', '-N', '', '-C', 'lab', '-f', paths.key],
      `${paths.cache}/keygen.log`,
    );
  const oldLock = readIf(paths.lock);
  const stamp = JSON.parse(readIf(paths.stamp) || '{}') as Partial<Stamp>;
  if (stamp.inputs === inputsHash(oldLock) && stamp.lock === sha256(oldLock) && existsSync(paths.disk)) {
    say('The lab is up to date.');
    return;
  }
  if (process.getuid?.() !== 0)
    throw new LabError(
      'The build makes a file system with root-owned files, so it must run as root (recording need not).',
    );
  rmSync(paths.stamp, { force: true });

  const parsed = oldLock ? (JSON.parse(oldLock) as Lock) : undefined;
  const names = Object.keys(trees).filter((name) => name !== 'host');
  const one = async (name: string) => {
    const tree = trees[name];
    if (!tree) throw new LabError(`There is no tree called ${name}.`);
    const [began, packages] = [Date.now(), await buildTree(name, tree, parsed)];
    say(
      `  ${name}: ${Object.keys(packages.packages).length} packages of ${tree.suite}, ${Math.round((Date.now() - began) / 1000)} s`,
    );
    return [name, packages] as const;
  };
  say('building the file systems (host, 13, 12) from Debian packages');
  const images = async () => {
    const built = [];
    for (const name of names) built.push(await one(name));
    return built;
  };
  const [host, others] = await Promise.all([one('host'), images()]);
  const lock: Lock = { trees: Object.fromEntries([host, ...others]) };
  if (parsed) for (const line of movedBetween(parsed, lock)) say(`  moved since the lock was written: ${line}`);

  say('making the disk');
  await makeDisk();
  say('first boot, and importing the images');
  const drives = names.map((name) => `${paths.cache}/${name}.tar`);
  const wanted = existsSync('/dev/kvm') ? 'kvm' : 'tcg';
  const [guest, accel] = await bootAny(wanted, { throwAway: false, drives }, say);
  try {
    await importImages(guest, names);
  } finally {
    guest.kill();
  }
  rmSync(`${paths.cache}/host`, { recursive: true, force: true });
  const text = `${JSON.stringify(lock, null, 1)}\n`;
  writeFileSync(paths.lock, text);
  const made: Stamp = { inputs: inputsHash(text), lock: sha256(text), accel };
  writeFileSync(paths.stamp, `${JSON.stringify(made, null, 2)}\n`);
  say(`The lab is built (${accel === 'kvm' ? 'KVM' : 'emulated'}).`);
}

const began = Date.now();
build()
  .then(() => buildAnnex(say))
  .then(() => say(`${Math.round((Date.now() - began) / 100) / 10} s`))
  .catch((error) => {
    console.error(error instanceof LabError ? error.message : error);
    process.exit(1);
  });
