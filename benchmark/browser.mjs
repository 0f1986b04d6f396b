import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromiumFlags } from '../scripts/chromium.mjs';

/**
 * A Chromium of its own for each visit, spoken to through a pipe. Not Playwright: a client on a `page` target switches
 * prerendering off, so this one attaches to the tab, and through it to all pages that are made in it.
 */
export async function openBrowser(executable) {
  const profile = mkdtempSync(path.join(tmpdir(), 'benchmark-'));
  const flags = [
    ...chromiumFlags,
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    // The certificate is this machine's own.
    '--ignore-certificate-errors',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--mute-audio',
    '--no-default-browser-check',
    'about:blank',
  ];
  const child = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const client = clientOn(child.stdio[3], child.stdio[4], gone);
  return {
    ...client,
    async close() {
      client.send('Browser.close').catch(() => {});
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Messages of the DevTools protocol, each ended by a zero byte. https://chromedevtools.github.io/devtools-protocol/ */
function clientOn(input, output, gone) {
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  let rest = Buffer.alloc(0);
  const take = (message) => {
    if (!message.id) {
      for (const hear of listeners) hear(message);
      return;
    }
    const { resolve, reject, method } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error) reject?.(new Error(`${method}: ${message.error.message}`));
    else resolve?.(message.result);
  };
  output.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = rest.subarray(0, end).toString();
      rest = rest.subarray(end + 1);
      take(JSON.parse(text));
    }
  });
  input.on('error', () => {});
  gone.then(() => {
    for (const { reject, method } of waiting.values()) reject(new Error(`${method}: the browser is gone.`));
  });
  return {
    on: (hear) => listeners.add(hear),
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject, method });
        input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
  };
}
