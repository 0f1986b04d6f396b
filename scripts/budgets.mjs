import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const kB = 1000;
/** A phone lays out so many elements without being slow at it. */
const mostElements = 15_000;
const limits = {
  HTML: 44 * kB,
  elements: mostElements,
  // A scene steps, asks or asks no more, finds its place from an address, keeps its terminals' rows in sight, copies, and does what was pressed
  // before it could, with no more than this. Copying can't come later: Safari lets a page copy only while it answers the press.
  'JS at load': 6 * kB,
  'script of the page': 4.3 * kB,
  CSS: 15 * kB,
  'fonts before first paint': 80 * kB,
  // React and its DOM renderer alone are 67.6 kB, xterm.js is 82 kB; of framer-motion, its presence and its driver of the browser's own animations are 9 kB.
  'scene without terminal': 110 * kB,
  'scene with terminal': 195 * kB,
  // What the workbench fetches when its button is pressed: a saved machine of 96 MiB, in which lsns, findmnt and pstree are 0.4 MB, and what runs it.
  'machine at Start': 12_100 * kB,
};

// Two chapters have eight and thirteen scenes, and one page has all chapters. Of the heaviest chapter, 30 kB are its styles, scripts and prose,
// 34 kB what its scenes print, say and ask, and 25 kB their drawings and the drawings' names; of the page that has all, 122 kB are words.
const more = {
  // A drawing of every scene.
  'scenes/index.html': { HTML: 52 * kB },
  'cgroups/index.html': { HTML: 48 * kB },
  'network/index.html': { HTML: 58 * kB },
  'user/index.html': { HTML: 46 * kB },
  'fence/index.html': { HTML: 48 * kB },
  'escapes/index.html': { HTML: 58 * kB },
  // A source in nearly every cell of the table of levels.
  'vms/index.html': { HTML: 48 * kB },
  // The scripts of all pages that have one of their own. Nothing steps there, and nobody reads it on a phone.
  'print/index.html': { HTML: 210 * kB, 'script of the page': 4.5 * kB, elements: 25_000 },
};

/** Weighs every page of a built site: per page, what it weighs in bytes (gzip; fonts as they are), and how many elements it has. */
export function weigh(folder, base = '/') {
  const pages = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html'));
  return pages.sort().map((file) => {
    const html = readFileSync(path.join(folder, file), 'utf8');
    const elements = html.match(/<[a-z]/g)?.length ?? 0;
    return { page: file, weights: { HTML: packed(html), elements, ...weightsOf(folder, base, html) } };
  });
}

/** Every weight that is over its limit, in a sentence. */
export function overweight(pages) {
  return pages.flatMap(({ page, weights }) => {
    const most = { ...limits, ...more[page] };
    return Object.entries(weights)
      .filter(([what, bytes]) => bytes > most[what])
      .map(([what, bytes]) => `${page}: ${what}: expected at most ${most[what]}, found ${bytes}.`);
  });
}

/** The weights as a table, with the limits in its last row. */
export function tableOf(pages) {
  const names = Object.keys(limits);
  const rows = [
    ['page', ...names],
    ...pages
      .filter(({ page }) => !page.startsWith('embed/'))
      .map(({ page, weights }) => [page, ...names.map((name) => weights[name] ?? '-')]),
    ['at most', ...names.map((name) => limits[name])],
  ].map((row) => row.map(String));
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows
    .map((row) => row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '))
    .join('\n');
}

function weightsOf(folder, base, html) {
  // A script with a type is data: structured data, speculation rules.
  const inline = (tag) =>
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map((match) => match[1]).join('\n');
  const attributes = (pattern) => [...html.matchAll(pattern)].map((match) => match[1]);
  const fileOf = (url) => path.join(folder, url.slice(base.length));
  const fonts = attributes(/url\(([^)]+\.woff2)\)/g);
  // Modules that one page alone has run; they wait until the page is read.
  const own = attributes(/data-script="([^"]+)"/g).map(fileOf);
  const weights = {
    'JS at load': packed(inline('script')),
    ...(own.length ? { 'script of the page': sum([...reachable(own)].map(packedFile)) } : {}),
    CSS: packed(inline('style')),
    'fonts before first paint': sum(fonts.map((url) => readFileSync(fileOf(url)).length)),
  };
  const bench = attributes(/data-bench="([^"]+)"/g).map(fileOf);
  if (bench.length) weights['machine at Start'] = sum([...reachable(bench)].map(packedFile));
  const scenes = attributes(/data-module="([^"]+)"/g).map(fileOf);
  if (!scenes.length) return weights;
  const code = attributes(/data-wake="([^"]*)"/g)[0]
    .split(' ')
    .map(fileOf);
  // The heaviest scene of the page, with all that it may load later.
  const data = Math.max(...scenes.map(packedFile));
  const later = [...reachable(code)].filter((file) => !code.includes(file));
  weights['scene without terminal'] = sum(code.map(packedFile)) + data;
  weights['scene with terminal'] = weights['scene without terminal'] + sum(later.map(packedFile));
  return weights;
}

/** The files and everything that they name: imports and lazy imports alike are names of files beside them. */
function reachable(files, found = new Set()) {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const names = isCode(file)
      ? (readFileSync(file, 'utf8').match(/[\w.-]+-[\w-]{8}\.(?:js|css|wasm|zst)\b/g) ?? [])
      : [];
    reachable(names.map((name) => path.join(path.dirname(file), name)).filter(existsSync), found);
  }
  return found;
}

function isCode(file) {
  return /\.(?:js|css)$/.test(file);
}

/** The saved machine is packed already. */
function packedFile(file) {
  const content = readFileSync(file);
  return file.endsWith('.zst') ? content.length : packed(content);
}

function packed(content) {
  return gzipSync(content, { level: 9 }).length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
