import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled, fail } from '../vite/commands/tools.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 0) fail(`--runs: expected a number, found "${values.runs}".`);

await ensureInstalled();
const { buildOurs, buildPeer, ensurePeers } = await import('./build.mjs');
await ensurePeers();
const { findChromium } = await import('../vite/commands/chromium.mjs');
const { certificateIn, hostSite } = await import('./host.mjs');
const { measurePages } = await import('./measure/pages.mjs');
const { all } = await import('./peers/all.mjs');
const { ours } = await import('./peers/ours.mjs');
const { readPages } = await import('./text.mjs');
const { medianTable, ratioTable } = await import('./table.mjs');

const only = values.only?.split(',');
const unknown = only?.filter((id) => !all.some((peer) => peer.id === id)) ?? [];
if (unknown.length) fail(`--only: expected some of ${all.map((peer) => peer.id).join()}, found ${unknown.join()}.`);

const pages = await readPages();
const left = [];
let failed = 0;
await buildOurs();
const sites = [{ ...ours }];
for (const peer of all.filter(({ id }) => !only || only.includes(id))) {
  const lacks = await peer.lacks?.();
  if (lacks) {
    left.push(`${peer.name}: left out, ${lacks}`);
    continue;
  }
  console.log(`Building ${peer.name}.`);
  try {
    sites.push({ ...peer, ...(await buildPeer(peer, pages)) });
  } catch (error) {
    failed += 1;
    left.push(`${peer.name}: left out, it did not build: ${error.message}`);
  }
}

mkdirSync('bench/.cache', { recursive: true });
const certificate = await certificateIn('bench/.cache/certificate.json');
for (const site of sites) Object.assign(site, await hostSite(site.folder, certificate));
const warm = await hostSite('bench/blank', certificate);
for (const site of sites) site.warm = warm.fast;
const chromium = await findChromium();
const page = pages.find(({ path }) => path === '/pid/');
const { medians, troubles } = await measurePages(chromium, sites, page, runs);

console.log(`\nMedians of ${runs}: ${page.path} on slow 4G with a processor slowed down 4 times\n`);
console.log(medianTable(sites, medians));
console.log(`\nRatios, with the aims in brackets; "!" is over the aim\n`);
console.log(ratioTable(sites, medians));
for (const line of [...left, ...troubles]) console.log(line);
process.exit(failed + troubles.length ? 1 : 0);
