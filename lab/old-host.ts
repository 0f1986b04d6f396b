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
import { LabError, paths, sha256 } from './cache.ts';
import { bootAny, type Guest, type Machine } from './guest.ts';
import type { Lock } from './lock.ts';
import type { Tree } from './packages.ts';
import { buildTree, run } from './tree.ts';

const name = 'old-host';
const folder = `${paths.cache}/${name}`;
const lockFile = `${paths.lab}/${name}.lock.json`;
const stamp = `${paths.cache}/${name}.json`;

/** Debian 12, whose Docker Engine is 20.10: a host of the years in which cgroup v1 was common. */
const tree: Tree = {
  suite: 'bookworm',
  packages: [
    ...['systemd-sysv', 'dbus', 'udev', 'linux-image-amd64', 'openssh-server', 'docker.io', 'containerd', 'runc'],
    ...['apparmor', 'iptables', 'hostname', 'iproute2', 'iputils-ping', 'procps', 'util-linux', 'libcap2-bin'],
  ],
};

/** The same host on cgroup v1; the word is systemd's: https://www.freedesktop.org/software/systemd/man/252/systemd.html#Kernel%20Command%20Line */
const oldHost: Machine = {
  disk: `${paths.cache}/${name}.img`,
  kernel: `${paths.cache}/${name}.vmlinuz`,
  initrd: `${paths.cache}/${name}.initrd.img`,
  append: 'systemd.unified_cgroup_hierarchy=0',
};

/** What makes an unpacked tree a host that can be logged in to; `$1` is its folder. */
const setUp = `set -e
echo oldhost > "$1/etc/hostname"
printf '127.0.0.1 localhost\\n127.0.1.1 oldhost\\n' > "$1/etc/hosts"
cp "$2/host/lan.network" "$1/etc/systemd/network/10-lan.network"
cp "$2/host/sshd.conf" "$1/etc/ssh/sshd_config.d/lab.conf"
mkdir -p -m 700 "$1/root/.ssh"
cp "$3.pub" "$1/root/.ssh/authorized_keys"
chown 0:0 "$1/root/.ssh/authorized_keys"
chmod 600 "$1/root/.ssh/authorized_keys"
touch "$1/root/.hushlogin"
chroot "$1" systemctl -q enable systemd-networkd ssh docker
chroot "$1" systemctl -q mask apt-daily.timer apt-daily-upgrade.timer systemd-networkd-wait-online.service`;

function inputsHash(lock: string): string {
  return sha256(JSON.stringify([tree, lock, setUp, sha256(readFileSync(`${paths.key}.pub`))]));
}

function readIf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Builds the old host unless it is there; needs the lab, whose key it takes and whose image it runs. */
export async function buildOldHost(image: string, say: (text: string) => void): Promise<void> {
  const oldLock = readIf(lockFile);
  if (readIf(stamp) === inputsHash(oldLock) && existsSync(oldHost.disk)) return;
  if (process.getuid?.() !== 0)
    throw new LabError('The build of the old host makes root-owned files, so it must run as root.');
  rmSync(stamp, { force: true });
  say('building the old host (Debian 12) from Debian packages');
  const parsed = oldLock ? (JSON.parse(oldLock) as Lock) : undefined;
  const packages = await buildTree(name, tree, parsed);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const log = `${paths.cache}/${name}.disk.log`;
  await run('tar', ['-xpf', `${paths.cache}/${name}.tar`, '--numeric-owner', '--exclude=./dev/*', '-C', folder], log);
  await run('sh', ['-c', setUp, 'sh', folder, paths.lab, paths.key], log);
  for (const [start, to] of [
    ['vmlinuz-', oldHost.kernel],
    ['initrd.img-', oldHost.initrd],
  ] as const) {
    const file = readdirSync(`${folder}/boot`).find((entry) => entry.startsWith(start));
    if (!file) throw new LabError(`The old host's tree has no ${start}* in /boot, so it can't boot.`);
    copyFileSync(`${folder}/boot/${file}`, to);
  }
  rmSync(oldHost.disk, { force: true });
  writeFileSync(oldHost.disk, '');
  truncateSync(oldHost.disk, 8 * 2 ** 30);
  const args = ['-q', '-F', '-t', 'ext4', '-L', 'root', '-E', 'lazy_itable_init=1', '-d', folder, oldHost.disk];
  await run('mke2fs', args, log);
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${paths.cache}/${name}.tar`, { force: true });
  say('first boot of the old host, and importing the image');
  const [guest] = await bootOldHost({ throwAway: false, drives: [image] }, say);
  await importImage(guest);
  const lock = `${JSON.stringify({ trees: { [name]: packages } } satisfies Lock, null, 1)}\n`;
  writeFileSync(lockFile, lock);
  writeFileSync(stamp, inputsHash(lock));
}

/** Boots the old host; KVM is not tried, because it is booted once for many recordings. */
export function bootOldHost(options: { throwAway: boolean; drives?: string[] }, say: (text: string) => void) {
  return bootAny('tcg', { ...options, machine: oldHost }, say);
}

async function importImage(guest: Guest): Promise<void> {
  try {
    await guest.sh('until docker version >/dev/null 2>&1; do sleep 1; done', 600_000);
    const change = `--change 'CMD ["bash"]' --change 'ENV LANG=C.UTF-8'`;
    await guest.sh(`docker import ${change} - isolate-lab:13 < /dev/vdb >/dev/null && sync`, 600_000);
    await guest.sh('systemctl poweroff').catch(() => {});
    await guest.waitForPowerOff(300_000);
  } finally {
    guest.kill();
  }
}
