/** What a row is called, how exact it is, and what we want our value to be at most, as a ratio to a peer’s. */
export const rows = {
  'first paint': { unit: 'ms', aims: { bare: 1.05, else: 1 } },
  'largest paint': { unit: 'ms', aims: { bare: 1.1, starlight: 0.65, else: 1 } },
  'blocking time': { unit: 'ms', aims: { bare: 1, else: 1 } },
  'layout shift': { unit: '', digits: 3, aims: { else: 1 } },
  'bytes at load': { unit: 'B', aims: { starlight: 0.25, else: 1 } },
  'bytes, all': { unit: 'B' },
  'JS at load': { unit: 'B', aims: { else: 1 } },
  'JS with the terminal': { unit: 'B', aims: { else: 1 } },
  'requests at load': { unit: '', aims: { else: 1 } },
  'requests, all': { unit: '' },
  'first step, scrolled to at once': { unit: 'ms', aims: { else: 0.03 }, against: 'terminal, scrolled to at once' },
  'terminal, scrolled to at once': { unit: 'ms', aims: { else: 1 } },
  'terminal, scrolled to later': { unit: 'ms', aims: { else: 1 } },
  'terminal, pointed at': { unit: 'ms', against: 'terminal, scrolled to later' },
  'Run to its answer, 1×': { unit: 'ms', against: 'Run to its answer, instant' },
  'Run to its answer, instant': { unit: 'ms', aims: { else: 1 } },
  'frames over 20 ms in ten steps': { unit: '%', digits: 1 },
  'next chapter': { unit: 'ms', aims: { vitepress: 0.85, docusaurus: 0.85, else: 1 } },
};

/** The middle one of some numbers; none of none. */
export function median(numbers) {
  const sorted = numbers.filter((one) => one !== undefined).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The medians, a row a measure and a column a site. */
export function medianTable(sites, medians) {
  const names = Object.keys(rows).filter((row) => sites.some((site) => medians[site.id][row] !== undefined));
  return table([
    ['', ...sites.map((site) => site.short)],
    ...names.map((row) => [
      rows[row].unit ? `${row}, ${rows[row].unit}` : row,
      ...sites.map((site) => shown(medians[site.id][row], rows[row].digits)),
    ]),
  ]);
}

/** Ours by each peer's, with the aim behind it; what is over its aim has an exclamation mark. */
export function ratioTable(sites, medians) {
  const peers = sites.filter((site) => site.id !== 'ours');
  const lines = Object.entries(rows).map(([row, { aims, against = row }]) => [
    row,
    ...peers.map((peer) => ratio(medians.ours[row], medians[peer.id][against], aims?.[peer.id] ?? aims?.else)),
  ]);
  return table([
    ['', ...peers.map((peer) => peer.short)],
    ...lines.filter((line) => line.slice(1).some((cell) => cell !== '-')),
  ]);
}

function ratio(ours, theirs, aim) {
  if (ours === undefined || theirs === undefined) return '-';
  const found = theirs === 0 ? (ours === 0 ? 1 : Number.POSITIVE_INFINITY) : ours / theirs;
  const text = Number.isFinite(found) ? found.toFixed(2) : `${shown(ours)} to 0`;
  if (aim === undefined) return text;
  return `${text} (${aim})${found > aim ? ' !' : ''}`;
}

function shown(value, digits = 0) {
  return value === undefined ? '-' : value.toFixed(digits).replace(/\B(?=(\d{3})+$)/g, digits ? '' : ' ');
}

/** Rows of words as columns. */
export function table(lines) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  return lines
    .map((line) => line.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '))
    .join('\n');
}
