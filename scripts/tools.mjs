import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

// npm writes this file last: it is there only after an install that ended well.
const installed = 'node_modules/.package-lock.json';

/** Installs the dependencies as locked, unless they are there. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or newer is needed, this is ${process.versions.node}.`);
  if (existsSync(installed)) return;
  // Not `npm ci`, which refuses a lock that leaves out the binaries of other platforms; --no-save keeps the lock as it is.
  await run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
}

/** Runs a command of the project (node_modules/.bin comes first) and passes its output on; ends this process when it fails. */
export async function run(command, args, env = {}) {
  const code = await exitCodeOf(command, args, env);
  if (code !== 0) fail(`\`${[command, ...args].join(' ')}\` ended with ${code}.`);
}

/** Runs a command and resolves with its exit code. */
export function exitCodeOf(command, args, env = {}) {
  const path = `node_modules/.bin:${process.env.PATH}`;
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, PATH: path, ...env } });
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? `signal ${signal}`));
  });
}

/** Ends this process with one sentence. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
