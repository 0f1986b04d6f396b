import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { booting, type Guest, switchOn } from './guest.ts';
import { type Lock, movedBetween } from './lock.ts';
import { paths } from './paths.ts';
import { fetchPackages, licencesOf, makeParts } from './tree.ts';

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
const say = (text: string) => console.log(text);

/** Busybox's shell waits; behind its prompt it may ask the terminal where the cursor is. */
const prompt = /# (?:.\[6n)?$/;

/** Fills what is free with zeros and gives it back: a free page that holds old bytes would be saved and packed like a used one. */
const emptied = [
  'echo 3 > /proc/sys/vm/drop_caches',
  // Else the kernel keeps its lowest 16 MiB from programs, where its compressed image was.
  'echo 0 0 0 > /proc/sys/vm/lowmem_reserve_ratio',
  'echo 256 > /proc/sys/vm/min_free_kbytes',
  'mkdir /tmp/z; mount -t tmpfs -o size=100% tmpfs /tmp/z',
  'dd if=/dev/zero of=/tmp/z/z bs=64k count=$(($(grep MemFree /proc/meminfo | tr -dc 0-9) / 64 - 8)) 2> /dev/null',
  'umount /tmp/z; rmdir /tmp/z',
  'echo 256 32 0 > /proc/sys/vm/lowmem_reserve_ratio',
  'echo 1024 > /proc/sys/vm/min_free_kbytes',
  'echo 3 > /proc/sys/vm/drop_caches',
];

async function prepare(guest: Guest): Promise<string> {
  await guest.heard(0, prompt);
  await guest.heard(2, prompt);
  await guest.heard(1, /ready\r?\n/);
  guest.send(0, 'uname -r\n');
  const release = /^(\d\S+)\r?$/m.exec(await guest.heard(0, /\n\d\S+\r?\n[\s\S]*# (?:.\[6n)?$/))?.[1] ?? '';
  for (const line of emptied) {
    guest.send(0, `${line}\n`);
    await guest.heard(0, prompt);
  }
  for (const shell of [0, 2]) {
    guest.send(shell, 'clear\n');
    await guest.heard(shell, /J[\s\S]*# (?:.\[6n)?$/);
  }
  return release;
}

async function build(): Promise<void> {
  mkdirSync(paths.cache, { recursive: true });
  say('fetching packages');
  const { packages, release } = fetchPackages();
  const parts = makeParts(release);
  writeFileSync(paths.initramfs, parts.initramfs);
  const { version } = JSON.parse(readFileSync(`${paths.v86}/package.json`, 'utf8')) as { version: string };
  const old = existsSync(paths.lock) ? (JSON.parse(readFileSync(paths.lock, 'utf8')) as Lock) : undefined;
  say(`booting Linux ${release} on v86 ${version}`);
  const began = Date.now();
  const guest = switchOn(booting(parts));
  const kernel = await prepare(guest);
  say(`  ready after ${Math.round((Date.now() - began) / 1000)} s`);
  await guest.emulator.stop();
  const state = new Uint8Array(await guest.emulator.save_state());
  writeFileSync(paths.raw, state);
  execFileSync('zstd', ['-q', '-f', '--ultra', '-22', '--no-check', paths.raw, '-o', paths.state]);
  const packed = readFileSync(paths.state);
  say(`  saved: ${state.length} bytes, ${packed.length} packed`);
  const lock: Lock = {
    v86: version,
    kernel,
    packages,
    sha256: { kernel: sha256(parts.kernel), initramfs: sha256(parts.initramfs), state: sha256(packed) },
  };
  if (old) for (const line of movedBetween(old, lock)) say(`  moved since the lock was written: ${line}`);
  mkdirSync(path.dirname(paths.licences), { recursive: true });
  writeFileSync(paths.licences, licencesOf(packages));
  writeFileSync(paths.lock, `${JSON.stringify(lock, null, 1)}\n`);
}

build()
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
