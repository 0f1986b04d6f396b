import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { LabError, paths, sha256 } from './cache.ts';
import { type Lock, movedBetween } from './lock.ts';
import type { Tree } from './packages.ts';
import { buildTree, run } from './tree.ts';

/**
 * What only the scenes with a virtual machine need, on a disk of its own: QEMU for the recorded host, and a Debian 12
 * machine for that QEMU to run. The lab's lock does not know of it, so it can come or change while every other recording stays.
 */
const annexTrees: Record<string, Tree> = {
  qemu: { suite: 'testing', packages: ['qemu-system-x86'] },
  vm: {
    suite: 'bookworm',
    packages: [
      ...['bash', 'hostname', 'procps', 'util-linux', 'kmod'],
      ...['linux-image-cloud-amd64', 'busybox-static', 'cpio'],
    ],
  },
  // Testing’s, built with a newer Go, panics after a few calls (“running on goroutine 0”); this one holds.
  runsc: { suite: 'trixie', packages: ['runsc'] },
};

/** What the VM's kernel needs to find its root disk, which is all that its initial memory disk is for. */
const modules = ['virtio_pci', 'virtio_blk', 'crc32c_generic', 'ext4'];

/** What the last complete build of the annex left behind: over all that it is made from, and of its lock. */
interface AnnexStamp {
  inputs: string;
  lock: string;
}

const folder = `${paths.cache}/annex`;

function inputsHash(lock: string): string {
  const ours = readdirSync(`${paths.lab}/annex`).sort();
  const files = [...ours.map((name) => `${paths.lab}/annex/${name}`), `${paths.lab}/annex.ts`, `${paths.lab}/tree.ts`];
  return sha256(JSON.stringify([lock, files.map((file) => readFileSync(file, 'utf8'))]));
}

function readIf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Whether the annex is there and made from what is committed; recording asks, and so does a second build. */
export function annexIsBuilt(): boolean {
  const lock = readIf(paths.annexLock);
  const stamp = JSON.parse(readIf(paths.annexStamp) || '{}') as Partial<AnnexStamp>;
  return existsSync(paths.annex) && stamp.lock === sha256(lock) && stamp.inputs === inputsHash(lock);
}

/** An ext4 file system of a folder in a file, with some room to spare; throws a LabError when mke2fs fails. */
async function disk(from: string, label: string, to: string): Promise<void> {
  const log = `${paths.cache}/annex-${label}.log`;
  rmSync(to, { force: true });
  await run('du', ['-sm', '--apparent-size', from], log);
  const megabytes = Number.parseInt(readFileSync(log, 'utf8'), 10);
  // Small files fill whole blocks, which their apparent size does not tell.
  const size = `${Math.ceil(megabytes * 1.3) + 64}M`;
  await run('mke2fs', ['-q', '-F', '-t', 'ext4', '-L', label, '-O', '^has_journal', '-d', from, to, size], log);
}

/** Unpacks one of the trees into the annex, or only some files of it. */
async function unpack(name: string, ...files: string[]): Promise<string> {
  const at = `${folder}/${name === 'vm' ? 'root' : name}`;
  mkdirSync(at, { recursive: true });
  const archive = `${paths.cache}/${name}.tar`;
  await run('tar', ['-C', at, '--numeric-owner', '-xf', archive, ...files], `${paths.cache}/annex-tar.log`);
  return at;
}

/** The VM's kernel, its initial memory disk and its root disk. */
async function makeMachine(): Promise<void> {
  const root = await unpack('vm');
  const to = `${folder}/vm`;
  mkdirSync(to);
  const kernel = readdirSync(`${root}/boot`).find((name) => name.startsWith('vmlinuz-'));
  if (!kernel) throw new LabError('The VM’s tree has no kernel in /boot, so it can’t boot.');
  copyFileSync(`${root}/boot/${kernel}`, `${to}/vmlinuz`);

  const first = `${root}/initrd`;
  mkdirSync(`${first}/bin`, { recursive: true });
  mkdirSync(`${first}/modules`);
  copyFileSync(`${paths.lab}/annex/init`, `${first}/init`);
  copyFileSync(`${root}/usr/bin/busybox`, `${first}/bin/busybox`);
  const release = kernel.slice('vmlinuz-'.length);
  const log = `${paths.cache}/annex-initrd.log`;
  await run('chroot', [root, 'modprobe', '-aDS', release, ...modules], log);
  const needed = readFileSync(log, 'utf8').matchAll(/^insmod (\S+)/gm);
  [...new Set([...needed].map(([, file]) => file ?? ''))].forEach((file, index) => {
    copyFileSync(`${root}${file}`, `${first}/modules/${String(index).padStart(2, '0')}-${file.split('/').at(-1)}`);
  });
  // Not compressed: unpacking would take an emulated machine longer than reading.
  await run('chroot', [root, 'sh', '-c', 'cd /initrd && find . | cpio -o -H newc > /initrd.img'], log);
  copyFileSync(`${root}/initrd.img`, `${to}/initrd`);

  for (const name of ['vm-init', 'vm-answer']) copyFileSync(`${paths.lab}/annex/${name}`, `${root}/usr/sbin/${name}`);
  for (const gone of ['boot', 'initrd', 'initrd.img', 'var/lib/apt/lists', 'var/cache/apt'])
    rmSync(`${root}/${gone}`, { recursive: true, force: true });
  await disk(root, 'vm', `${to}/root.img`);
  rmSync(root, { recursive: true, force: true });
}

/** Builds the annex, if what it is made from has changed; `say` hears how it goes. */
export async function buildAnnex(say: (text: string) => void): Promise<void> {
  if (annexIsBuilt()) {
    say('The annex is up to date.');
    return;
  }
  if (process.getuid?.() !== 0)
    throw new LabError('The annex holds root-owned files, so it must be built as root (recording need not).');
  rmSync(paths.annexStamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const before = readIf(paths.annexLock);
  const old = before ? (JSON.parse(before) as Lock) : undefined;
  say(`building the annex (${Object.keys(annexTrees).join(', ')}) from Debian packages`);
  const built: [string, Lock['trees'][string]][] = [];
  for (const [name, tree] of Object.entries(annexTrees)) {
    const began = Date.now();
    const packages = await buildTree(name, tree, old);
    built.push([name, packages]);
    const count = Object.keys(packages.packages).length;
    say(`  ${name}: ${count} packages of ${tree.suite}, ${Math.round((Date.now() - began) / 1000)} s`);
  }
  const lock: Lock = { trees: Object.fromEntries(built) };
  if (old) for (const line of movedBetween(old, lock)) say(`  moved since the lock was written: ${line}`);

  say('making the annex’s disk');
  const qemu = await unpack('qemu');
  // Where the service that runs QEMU mounts the VM’s files and the folder of its sockets.
  for (const name of ['vm', 'sockets']) mkdirSync(`${qemu}/${name}`);
  for (const gone of ['var/lib/apt/lists', 'var/cache/apt'])
    rmSync(`${qemu}/${gone}`, { recursive: true, force: true });
  await makeMachine();
  // It is linked statically: nothing else of its tree is needed.
  await unpack('runsc', './usr/bin/runsc');
  cpSync(`${paths.lab}/annex/start`, `${folder}/start`);
  await disk(folder, 'annex', paths.annex);
  rmSync(folder, { recursive: true, force: true });

  const text = `${JSON.stringify(lock, null, 1)}\n`;
  writeFileSync(paths.annexLock, text);
  const stamp: AnnexStamp = { inputs: inputsHash(text), lock: sha256(text) };
  writeFileSync(paths.annexStamp, `${JSON.stringify(stamp, null, 2)}\n`);
}
