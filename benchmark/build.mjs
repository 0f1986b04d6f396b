import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { precompress } from '../scripts/precompress.mjs';
import { exitCodeOf, run } from '../scripts/tools.mjs';

/** Where peers are built. */
const built = 'benchmark/.cache';

/** Installs the benchmark's own packages, unless they are there. */
export async function ensurePeers() {
  if (existsSync('benchmark/node_modules/.package-lock.json')) return;
  console.log('Installing the peers.');
  await run('npm', ['install', '--prefix', 'benchmark', '--no-save', '--no-audit', '--no-fund']);
}

/** Builds this site, unless it is newer than all that it is made of. */
export async function buildOurs() {
  const made = existsSync('dist/index.html') ? statSync('dist/index.html').mtimeMs : 0;
  const from = ['content', 'public', 'src', 'vite', 'package-lock.json', 'vite.config.ts'];
  const newest = Math.max(...from.flatMap(filesBelow).map((file) => statSync(file).mtimeMs));
  if (newest > made) await run('vite', ['build', '--logLevel', 'warn']);
  if (newest > made || !existsSync('dist/index.html.br')) await precompress('dist');
}

/** Builds a peer from the pages, unless it was built from the same; resolves with its folder and the seconds it took. */
export async function buildPeer(peer, pages) {
  const folder = path.resolve(built, peer.id);
  const stamp = path.join(folder, 'stamp.json');
  const key = createHash('sha256').update(JSON.stringify(pages)).update(sourcesOf(peer)).digest('hex');
  const known = existsSync(stamp) ? JSON.parse(await readFile(stamp, 'utf8')) : {};
  const out = path.join(folder, 'out');
  if (known.key === key) return { folder: out, seconds: known.seconds };
  await rm(folder, { recursive: true, force: true });
  const source = path.join(folder, 'source');
  for (const made of [source, out]) await mkdir(made, { recursive: true });
  const begun = performance.now();
  await peer.build({ pages, source, out, run: (file, args, options) => runTool(peer, file, args, options) });
  const seconds = (performance.now() - begun) / 1000;
  await precompress(out);
  await writeFile(stamp, JSON.stringify({ key, seconds }));
  return { folder: out, seconds };
}

/** Runs a tool's file with a Node; throws when it fails. */
async function runTool(peer, file, args, { node = process.execPath, env = {} } = {}) {
  const code = await exitCodeOf(node, [file, ...args], { NODE_ENV: 'production', CI: '1', ...env });
  if (code !== 0) throw new Error(`${peer.name}: its build ended with ${code}.`);
}

/** What a peer is built by: a change here builds it anew. */
function sourcesOf({ id }) {
  const files = ['benchmark/package.json', 'benchmark/peers/shared.mjs', `benchmark/peers/${id}.mjs`];
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

function filesBelow(file) {
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file, { recursive: true }).map((name) => path.join(file, name));
}
