import { existsSync } from 'node:fs';
import path from 'node:path';
import { exitCodeOf, fail } from './tools.mjs';

// No GPU in a machine that only tests, and no traffic of the browser's own.
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const isRoot = process.getuid?.() === 0;

/** How Chromium is started; as root it refuses to start with its sandbox. */
export const chromiumFlags = isRoot ? [...quiet, '--no-sandbox'] : quiet;

/**
 * The path of a Chromium: what CHROMIUM_PATH names, Playwright's own, the system's; and when there is none,
 * Playwright's download, or as root Debian's package.
 */
export async function findChromium() {
  const { chromium } = await import('@playwright/test');
  const present = () =>
    [process.env.CHROMIUM_PATH, chromium.executablePath(), ...onPath()].find((file) => file && existsSync(file));
  if (present()) return present();
  console.log('No Chromium yet: fetching one for the browser tests.');
  const system = isRoot && existsSync('/usr/bin/apt-get');
  await exitCodeOf('playwright', ['install', ...(system ? ['--with-deps'] : []), 'chromium']);
  if (!present() && system) {
    await exitCodeOf('apt-get', ['update', '-q']);
    await exitCodeOf('apt-get', ['install', '-y', '-q', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
  }
  return present() ?? fail('No Chromium could be found or installed: install one, and name it in CHROMIUM_PATH.');
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}
