import { median, rows } from '../table.mjs';
import { load, next, run as press, scroll, step } from './visits.mjs';

/** Measures all sites so many times, in turn, and gives back each one's medians, and what did not work, in sentences. */
export async function measurePages(chromium, sites, page, runs) {
  const found = Object.fromEntries(sites.map((site) => [site.id, []]));
  const troubles = [];
  for (let run = 1; run <= runs; run += 1) {
    for (const measure of [load, scroll, step, press, next]) {
      console.log(`Run ${run} of ${runs}: ${measure.name}`);
      for (const site of sites.filter((one) => has(one, measure)))
        try {
          found[site.id].push(await measure(chromium, site, page));
        } catch (error) {
          troubles.push(error.message);
        }
    }
  }
  const medianOf = (id, row) => median(found[id].map((one) => one[row]));
  const medians = Object.fromEntries(
    sites.map(({ id }) => [id, Object.fromEntries(Object.keys(rows).map((row) => [row, medianOf(id, row)]))]),
  );
  return { medians, troubles };
}

/** The limit has no terminal, only this site steps without one, and of the peers one has a button that runs something. */
function has(site, measure) {
  if (measure === scroll) return Boolean(site.terminal);
  if (measure === press) return site.id === 'ours' || Boolean(site.run);
  return measure !== step || site.id === 'ours';
}
