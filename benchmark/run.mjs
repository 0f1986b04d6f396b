import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled, fail } from '../scripts/tools.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 0) fail(`--runs: expected a number, found "${values.runs}".`);

await ensureInstalled();
const { buildOurs, buildPeer, ensurePeers } = await import('./build.mjs');
await ensurePeers();
const { findChromium } = await import('../scripts/chromium.mjs');
const { certificateIn, hostSite } = await import('./host.mjs');
const { buildMany } = await import('./many-scenes.mjs');
const { measureMany } = await import('./measure/many.mjs');
const { measurePages } = await import('./measure/pages.mjs');
const { all } = await import('./peers/all.mjs');
const { ours } = await import('./peers/ours.mjs');
const { readPages } = await import('./text.mjs');
const { medianTable, ratioTable } = await import('./table.mjs');

const only = values.only?.split(',');
const known = [...all.map(({ id }) => id), 'many'];
const unknown = only?.filter((id) => !known.includes(id)) ?? [];
if (unknown.length) fail(`--only: expected some of ${known.join()}, found ${unknown.join()}.`);

const pages = await readPages();
const absent = [];
const left = [];
await buildOurs();
const sites = [{ ...ours }];
for (const peer of all.filter(({ id }) => !only || only.includes(id))) {
  const lacks = await peer.lacks?.();
  if (lacks) {
    absent.push(`${peer.name}: left out, ${lacks}`);
    continue;
  }
  console.log(`Building ${peer.name}.`);
  try {
    sites.push({ ...peer, ...(await buildPeer(peer, pages)) });
  } catch (error) {
    left.push(`${peer.name}: left out, it did not build: ${error.message}`);
  }
}

mkdirSync('benchmark/.cache', { recursive: true });
const certificate = await certificateIn('benchmark/.cache/certificate.json');
for (const site of sites) Object.assign(site, await hostSite(site.folder, certificate));
const warm = await hostSite('benchmark/blank', certificate);
for (const site of sites) site.warm = warm.fast;
const chromium = await findChromium();
const page = pages.find(({ path }) => path === '/pid/');
const troubles = [...left];
if (sites.length > 1) {
  const measured = await measurePages(chromium, sites, page, runs);
  troubles.push(...measured.troubles);
  console.log(
    `\nMedians of ${runs}: ${page.path} on a slow line; paints and blocking with a processor slowed down 4 times\n`,
  );
  console.log(medianTable(sites, measured.medians));
  console.log(`\nThis site / peer, with the aim in brackets; "!" is over the aim\n`);
  console.log(ratioTable(sites, measured.medians));
}
if (!only || only.includes('many')) {
  const many = await hostSite(await buildMany('dist', 'benchmark/.cache/many'), certificate);
  const measured = await measureMany(chromium, many, runs);
  console.log(['\nMany scenes\n', ...measured.sentences].join('\n'));
  troubles.push(...measured.troubles);
}
for (const line of [...absent, ...troubles]) console.log(line);
process.exit(troubles.length ? 1 : 0);
