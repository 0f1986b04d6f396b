import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import script from '../../content/scenes/hostname/scene.ts';
import firewall from '../../content/scenes/past-the-firewall/scene.ts';
import quota from '../../content/scenes/quota/scene.ts';
import answers from '../../content/scenes/three-answers/scene.ts';
import wall from '../../content/scenes/which-wall/scene.ts';
import clock from '../../content/scenes/whose-clock/scene.ts';
import { scriptOf } from '../../vite/scenes.ts';
import { nsKinds } from '../host/facts.ts';
import { scriptMistakes } from '../recording/check-script.ts';
import type { SceneScript } from '../recording/script.ts';
import SceneView from '../scene/SceneView.tsx';
import { AuthorError } from './author-error.ts';
import { captionLimits } from './captions.ts';
import { scriptFrom } from './check-script.ts';
import { compileScene } from './scene.ts';
import { numbers } from './seeded.ts';

/** More with `FUZZ_CASES=500`; the seed of each case is its number. */
const cases = Number(process.env.FUZZ_CASES ?? 40);
const folder = 'content/scenes/hostname';
const files = ['default/host.cast', 'default/web.cast', 'named/host.cast', 'default/facts.json', 'uts-host/facts.json'];
const hostile = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '\\u001b]8;;javascript:alert(1)\\u0007',
  '\\u001b[999999999C',
  '\\u001b[?1049h',
  '\\u001b]133;D;0\\u0007',
  '\\u0000',
  '"__proto__":{"x":1},',
  '-1',
  '1e999',
  'null',
  '{',
];

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'fuzz-'));
  await cp(folder, path.join(root, folder), { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

function mutated(text: string, next: () => number): string {
  const below = (count: number) => Math.floor(next() * count);
  const at = below(text.length);
  const lines = text.split('\n');
  const line = below(lines.length);
  const ways = [
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at + 1 + below(40)),
    () => text.slice(0, at) + hostile[below(hostile.length)] + text.slice(at),
    () => text.slice(0, at) + String.fromCharCode(32 + below(95)) + text.slice(at + 1),
    () => lines.toSpliced(line, 1).join('\n'),
    () => lines.toSpliced(line, 0, lines[below(lines.length)] ?? '').join('\n'),
    () => text.replace(/\d+/g, (number) => (next() < 0.02 ? `${below(1e9)}` : number)),
    () => text.replace(/"[a-z][\w-]*"/gi, (word) => (next() < 0.005 ? 'null' : word)),
  ];
  return ways[below(ways.length)]?.() ?? '';
}

/** What no page of ours has and the hostile texts would bring: an image, a script, what runs when something happens, an address that is code. */
function markupIn(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? [];
  return tags.filter((tag) => {
    const bare = tag.replace(/="[^"]*"/g, '=');
    return /^<(?:img|script)\b|\son\w+=/.test(bare) || /\s(?:href|src)="\s*javascript:/.test(tag);
  });
}

/** A scene in the page, as the build makes it. */
async function htmlOf(from: string, told: SceneScript): Promise<string> {
  return renderToStaticMarkup(createElement(SceneView, { data: await compileScene(from, told) }));
}

async function played(from: string, told: SceneScript): Promise<string> {
  const [markup] = markupIn(await htmlOf(from, told));
  return markup === undefined ? 'played' : `markup got into the page: ${markup}`;
}

/** What came of it: played, or the sentence that refused it. */
async function outcome(file: string, text: string): Promise<string> {
  const target = path.join(root, folder, file);
  const original = await readFile(target, 'utf8');
  const list = path.join(path.dirname(target), 'recording.json');
  const listed = await readFile(list, 'utf8');
  await writeFile(target, text);
  // Whoever mutilates a recording can make its hash anew; without that, nothing else would be asked.
  const { files } = JSON.parse(listed) as { files: Record<string, string> };
  files[path.basename(target)] = createHash('sha256').update(text).digest('hex');
  await writeFile(list, JSON.stringify({ files }));
  try {
    return await played(root, script);
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  } finally {
    await writeFile(target, original);
    await writeFile(list, listed);
  }
}

/** What is neither played nor refused as it should be, of one case for each seed, with the seed; and which seeds hang. */
async function surprisesOf(one: (next: () => number, seed: number) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (let seed = 1; seed <= cases; seed += 1) {
    const began = performance.now();
    for (const text of await one(numbers(seed), seed)) found.push(`${seed}: ${text}`);
    if (performance.now() - began > 20_000) found.push(`${seed}: took ${performance.now() - began} ms`);
  }
  return found;
}

test('a recording that was edited without making its hash anew is refused in one sentence that names the file', async () => {
  const target = path.join(root, folder, 'default/host.cast');
  const original = await readFile(target, 'utf8');
  await writeFile(target, original.replace('dockerhost', 'dockerhoax'));
  await expect(played(root, script)).rejects.toThrow(
    /^content\/scenes\/hostname\/default\/host\.cast: expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}\.$/,
  );
  await writeFile(target, original);
});

test('a recording that was forged and has its hash made anew is refused by the build, in one sentence that names scene, take, step and pane', async () => {
  const file = 'default/web.cast';
  const text = await readFile(path.join(folder, file), 'utf8');
  const told = await outcome(file, text.replace('\\u001b]133;D;1\\u0007', '\\u001b]133;D;0\\u0007'));
  expect(told).toBe(
    'content/scenes/hostname/default, step rename-inside, pane web: expected the exit status of `hostname isolated` to be 1, found 0.',
  );
});

test('a scene whose files nobody touched is played', async () => {
  expect(await outcome('default/host.cast', await readFile(path.join(folder, 'default/host.cast'), 'utf8'))).toBe(
    'played',
  );
});

test(
  'however a recording is mutilated, it is played, or refused in one sentence that names it; nothing hangs, nothing becomes markup',
  async () => {
    const surprises = await surprisesOf(async (next, seed) => {
      const file = files[seed % files.length] ?? '';
      let text = await readFile(path.join(folder, file), 'utf8');
      for (let times = 0; times <= next() * 3; times += 1) text = mutated(text, next);
      const came = await outcome(file, text);
      return came === 'played' || (came.startsWith(folder) && !came.includes('\n')) ? [] : [came];
    });
    expect(surprises).toEqual([]);
  },
  60_000 + cases * 2000,
);

// Between them: takes, questions, veils, packets, kernels, samples, rails, doors, and preparations.
const scripts = [script, firewall, quota, answers, wall, clock];
const strange = {
  texts: [
    ...['<img src=x onerror=alert(1)>', '</script><script>alert(1)</script>', '"><svg onload="alert(1)">'],
    ...['javascript:alert(1)', '{sleep.pid}', '{web.constructor}', '{__proto__.x}', '{a.b', '`', '``', '$&', '\\'],
    ...['', ' ', '\n', 'a\nb', '\0', '\u001b[2J', '\u2028', '\ud800', 'x'.repeat(100_000), '`'.repeat(999)],
    ...['(a*)*'.repeat(150), '__proto__', 'constructor', 'toString', 'nobody', '../hostname', '/', 'host', 'default'],
    ...['intro', 'wall', 'meter', 'door', 'slab', ...nsKinds, 'caps', 'boot', 'disk', 'io', '10.0.0.300', '::1'],
  ],
  numbers: [-1, -0, 0.5, 1, 2, 4, 17, 1e9, 2 ** 53, -1e308, Number.POSITIVE_INFINITY, Number.NaN],
  others: [undefined, null, true, false, [], {}, [[]], [null], 7n, Symbol('x'), () => '<img src=x onerror=alert(1)>'],
  keys: ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'nobody', '', '<b>', '0'],
};

interface Spot {
  holder: object;
  key: string;
  value: unknown;
}

/** Every value in a script and where it stands; not what is deeper than any script. */
function spotsIn(value: unknown, depth = 0): Spot[] {
  if (typeof value !== 'object' || value === null || depth > 9) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value, key, value: inner },
    ...spotsIn(inner, depth + 1),
  ]);
}

const allSpots = scripts.flatMap((sound) => spotsIn(sound));

/** Does one thing to a script: one that leaves it the fields and types of a script, or any. */
function spoil(told: object, way: 'likely' | 'any', next: () => number): void {
  const one = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item;
  const spots = spotsIn(told);
  if (spots.length === 0) return;
  const keys = [...new Set(spots.map(({ key }) => key))];
  const named = one(keys);
  const { holder, key, value } = one(way === 'any' ? spots : spots.filter((spot) => spot.key === named));
  // As a literal would: an assignment to `__proto__` makes no field.
  const set = (now: unknown, name = key) =>
    Object.defineProperty(holder, name, { value: now, writable: true, enumerable: true, configurable: true });
  const drop = () => (Array.isArray(holder) ? holder.splice(Number(key), 1) : Reflect.deleteProperty(holder, key));
  const like = () => {
    const alike = allSpots.filter((spot) => spot.key === key && typeof spot.value === typeof value);
    if (alike.length > 0) set(structuredClone(one(alike).value));
  };
  const quote = () => {
    if (typeof value !== 'string') return like();
    const at = Math.floor(next() * value.length);
    set(value.slice(0, at) + one(strange.texts) + value.slice(at));
  };
  const repeat = () => {
    const lists = spots.flatMap((spot) => (Array.isArray(spot.value) && spot.value.length > 0 ? [spot.value] : []));
    if (lists.length === 0) return;
    const list = one(lists);
    list.splice(Math.floor(next() * list.length), 0, ...Array(one([1, 2, 40])).fill(one(list)));
  };
  const ways = {
    likely: [like, like, like, quote, quote, drop, repeat],
    any: [
      ...[drop, quote, repeat],
      () => set(one(strange.texts)),
      () => set(one(strange.numbers)),
      () => set(one(strange.others)),
      () => set(structuredClone(one(allSpots).value)),
      () => {
        drop();
        set(value, one(strange.keys));
      },
      () => {
        let deep = value;
        for (let depth = 0; depth < 20_000; depth += 1) deep = next() < 0.5 ? [deep] : { pane: deep };
        set(deep);
      },
    ],
  };
  one(ways[way])();
}

/** What the build makes of a script: played, or the sentence that refused it. */
async function built(found: unknown, id: string): Promise<string> {
  try {
    return await played('.', scriptFrom(found, id, `content/scenes/${id}/scene.ts`));
  } catch (error) {
    return error instanceof AuthorError ? error.message : `${error}`;
  }
}

/** What the lab has against a script. */
function lab(found: unknown, id: string): string[] {
  try {
    return scriptMistakes(found, id);
  } catch (error) {
    return [`${error}`];
  }
}

test('a script that nobody touched is played, with nothing of it lost at the door', async () => {
  for (const told of scripts) {
    expect(scriptFrom(told, told.id, 'scene.ts')).toEqual(told);
    expect(await built(structuredClone(told), told.id)).toBe('played');
    expect(lab(told, told.id)).toEqual([]);
  }
});

test('what a script has a reader read is text wherever it stands, whatever markup is in it', async () => {
  const read = ['title', 'label', 'before', 'after', 'question', 'answers', 'because'];
  const limits: Record<string, number | undefined> = { ...captionLimits, answers: captionLimits.answer };
  // Captions are short, so the markup stands in their place, as much of it as there is room for.
  const marked = (key: string, text: string) => {
    const parts = strange.texts.slice(0, 4);
    while (parts.join(' ').length > (limits[key] ?? Number.POSITIVE_INFINITY)) parts.pop();
    return `${limits[key] === undefined ? text : ''}${parts.join(' ')}`;
  };
  for (const sound of scripts) {
    const told = structuredClone(sound);
    const spots = spotsIn(told).filter(({ key }) => read.includes(key));
    for (const { holder, key, value } of spots)
      Reflect.set(holder, key, Array.isArray(value) ? value.map((text) => marked(key, text)) : marked(key, `${value}`));
    // What somebody vouched for stood in the sentences that are gone.
    Reflect.deleteProperty(told, 'numbers');
    const html = await htmlOf('.', scriptFrom(told, told.id, 'scene.ts'));
    expect(markupIn(html)).toEqual([]);
    expect(html.split('&lt;img src=x onerror=alert(1)&gt;').length, told.id).toBeGreaterThan(spots.length);
  }
});

test('what a scene.ts gives goes through the door', async () => {
  await writeFile(path.join(root, folder, 'scene.ts'), 'export default { id: "hostname", steps: {} };');
  await expect(scriptOf(root, 'hostname')).rejects.toThrow(
    `${folder}/scene.ts: expected title to be text, found nothing.`,
  );
});

test(
  'however a script is mutilated, it is played, or refused in one sentence that names its file; nothing hangs, nothing becomes markup',
  async () => {
    const surprises = await surprisesOf(async (next) => {
      const told = structuredClone(scripts[Math.floor(next() * scripts.length)] ?? script);
      const { id } = told;
      const way = next() < 0.6 ? 'likely' : 'any';
      for (let times = 0; times <= next() * 3; times += 1) spoil(told, way, next);
      const came = await built(told, id);
      // The recordings are as the lab wrote them: a sentence that says otherwise hides what was thrown.
      const refused = new RegExp(`^content/scenes/${id}/[^\n]+: expected [^\n]+, found [^\n]+\\.$`).test(came);
      const unclear = lab(told, id).filter((text) => !/^content\/scenes\/[^\n]+\/scene\.ts[^\n]+\.$/.test(text));
      return [...(came === 'played' || refused ? [] : [came]), ...unclear.map((text) => `in the lab: ${text}`)].map(
        (text) => `${id}: ${text}`,
      );
    });
    expect(surprises).toEqual([]);
  },
  60_000 + cases * 2000,
);
