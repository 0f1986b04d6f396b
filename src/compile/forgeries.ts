import type { CgroupSample } from '../host/facts.ts';
import type { Cast, CastEvent, TakeFacts } from '../recording/recording.ts';

/** A take that someone may forge: its casts by pane, and its facts. */
export interface Take {
  casts: Record<string, Cast>;
  facts: TakeFacts;
}

/** One thing forged: what it was and what it became, in a few words; undefined where the take has nothing of the kind. */
type Forger = (take: Take, others: Take[], next: () => number) => string | undefined;

// Written out of its number: a control character in a pattern is usually a slip, and linters treat it as one.
const [esc, bell] = [String.fromCharCode(27), String.fromCharCode(7)];
const sequence = new RegExp(`${esc}(?:\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\)|\\[[0-?]*[ -/]*[@-~])`, 'g');
const ended = new RegExp(`(${esc}\\]133;D;)(\\d+)`);

/** A shell may add its own number: lab/pane.ts. */
const begins = new RegExp(`${esc}\\]133;C(?:;k=[0-9a-f]{16})?${bell}`);
const outputEnds = '\u001b]133;D;';

function one<Item>(items: readonly Item[], next: () => number): Item | undefined {
  return items[Math.floor(next() * items.length)];
}

interface Output {
  pane: string;
  step: string;
  line: string;
  /** The indices of the events that it is in. */
  from: number;
  to: number;
  text: string;
}

/** Where the mark stands that hands a line over, and that mark. */
function begun(whole: string): [at: number, mark: string] {
  const found = begins.exec(whole);
  return [found?.index ?? -1, found?.[0] ?? ''];
}

/** Every output of a take, with its marks cut off; its events are joined into one where it is forged. */
function outputsOf({ casts }: Take): Output[] {
  return Object.entries(casts).flatMap(([pane, { events }]) => {
    const outputs: Output[] = [];
    const starts = events.flatMap(([, kind], index) => (kind === 'm' ? [index] : []));
    for (const [at, start] of starts.entries()) {
      const [from, to] = [start + 1, starts[at + 1] ?? events.length];
      const whole = events
        .slice(from, to)
        .map(([, , data]) => data)
        .join('');
      const [begin, mark, end] = [...begun(whole), whole.indexOf(outputEnds)];
      if (begin < 0 || end < 0) continue;
      const text = whole.slice(begin + mark.length, end);
      outputs.push({ pane, step: events[start]?.[2] ?? '', line: whole.slice(0, begin), from, to, text });
    }
    return outputs;
  });
}

/** Puts a text in the place of an output; what came before it and behind it keeps its times. */
function put({ casts }: Take, { pane, from, to }: Output, text: string): void {
  const events = casts[pane]?.events;
  if (!events) return;
  const within = events.slice(from, to);
  const whole = within.map(([, , data]) => data).join('');
  const [start, mark] = begun(whole);
  const [begin, end] = [start + mark.length, whole.indexOf(outputEnds)];
  const forged: CastEvent[] = [];
  let at = 0;
  let done = false;
  for (const [time, kind, data] of within) {
    const [a, b] = [at, at + data.length];
    at = b;
    const before = data.slice(0, Math.max(0, Math.min(data.length, begin - a)));
    const behind = data.slice(Math.max(0, Math.min(data.length, end - a)));
    const here = !done && b >= begin;
    if (here) done = true;
    const now = (a < begin ? before : '') + (here ? text : '') + (b > end ? behind : '');
    forged.push([time, kind, now]);
  }
  events.splice(from, to - from, ...forged);
}

/** The parts of a text that a terminal shows, as [start, end] of each match. */
function shown(text: string, pattern: RegExp): [number, string][] {
  const hidden = [...text.matchAll(sequence)].map(({ index, 0: all }) => [index, index + all.length] as const);
  return [...text.matchAll(pattern)].flatMap(({ index, 0: all }): [number, string][] =>
    hidden.some(([a, b]) => index < b && index + all.length > a) ? [] : [[index, all]],
  );
}

function otherNumber(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const digits = [...'0123456789'].filter(
    (digit) => digit !== text[at] && !(at === 0 && text.length > 1 && digit === '0'),
  );
  return text.slice(0, at) + (one(digits, next) ?? '7') + text.slice(at + 1);
}

const words = [
  'root',
  'nobody',
  'sleep',
  'alpine',
  'running',
  'none',
  'max',
  'host',
  'default',
  'unconfined',
  'failed',
  'UP',
  'DOWN',
  'refused',
];

function inOutput(pattern: RegExp, change: (found: string, next: () => number) => string): Forger {
  return (take, _, next) => {
    const outputs = outputsOf(take).filter(({ text }) => shown(text, pattern).length > 0);
    const output = one(outputs, next);
    const match = output && one(shown(output.text, pattern), next);
    if (!output || !match) return undefined;
    const [at, found] = match;
    const forged = change(found, next);
    put(take, output, output.text.slice(0, at) + forged + output.text.slice(at + found.length));
    const line = output.text.slice(output.text.lastIndexOf('\n', at) + 1).split('\r')[0] ?? '';
    return `${output.step}, ${output.pane}: ${found} became ${forged} in "${line.trim().slice(0, 90)}"`;
  };
}

const lines: Forger = (take, others, next) => {
  const output = one(
    outputsOf(take).filter(({ text }) => text.includes('\r\n')),
    next,
  );
  if (!output) return undefined;
  const all = output.text.split('\r\n');
  const at = Math.floor(next() * (all.length - 1));
  const line = all[at] ?? '';
  const foreign =
    one(
      outputsOf(one(others, next) ?? take).flatMap(({ text }) => text.split('\r\n').filter((each) => each !== '')),
      next,
    ) ?? '';
  const ways: [string, string[]][] = [
    ['left out', all.toSpliced(at, 1)],
    ['doubled', all.toSpliced(at, 0, line)],
    [`made "${foreign.slice(0, 60)}"`, all.toSpliced(at, 1, foreign)],
  ];
  const [how, forged] = one(
    ways.filter(([, now]) => now.join() !== all.join()),
    next,
  ) ?? ['', all];
  if (line.includes('\u001b') || forged.join() === all.join()) return undefined;
  put(take, output, forged.join('\r\n'));
  return `${output.step}, ${output.pane}: the line "${line.slice(0, 60)}" ${how}`;
};

const errors = [
  'Permission denied',
  'Operation not permitted',
  'Read-only file system',
  'No such file or directory',
  'succeeded!',
];

/** A refusal that says something else, a success made a refusal, a refusal made nothing; with the status that goes with it. */
const sentences: Forger = (take, others, next) => {
  const output = one(outputsOf(take), next);
  if (!output) return undefined;
  const known = errors.find((error) => output.text.toLowerCase().includes(error.toLowerCase()));
  const command = output.line.replace(/\r\n$/, '').split(' ')[0] ?? '';
  const other =
    one(
      errors.filter((error) => error !== known),
      next,
    ) ?? '';
  const twins = others
    .flatMap(outputsOf)
    .filter(
      ({ line, text }) =>
        line === output.line && text !== output.text && !/\d{5}|[0-9a-f]{12}/.test(text + output.text),
    );
  const twin = one(twins, next);
  const forged =
    twin && next() < 0.6
      ? twin.text
      : known
        ? output.text.replace(new RegExp(known, 'i'), other)
        : `${command}: ${other}\r\n`;
  if (forged === output.text) return undefined;
  put(take, output, forged);
  if (!known) setStatus(take, output, '1');
  return `${output.step}, ${output.pane}: "${output.text.trim().slice(0, 60)}" became "${forged.trim().slice(0, 60)}"`;
};

function setStatus({ casts }: Take, { pane, from }: Output, status: string): string | undefined {
  const events = casts[pane]?.events ?? [];
  const index = events.findIndex(([, kind, data], at) => at >= from && kind === 'o' && data.includes(outputEnds));
  const event = events[index];
  if (!event) return undefined;
  let before: string | undefined;
  event[2] = event[2].replace(ended, (_, mark: string, old: string) => {
    before = old;
    return mark + status;
  });
  return before;
}

const statuses: Forger = (take, _, next) => {
  const output = one(outputsOf(take), next);
  const status = one(['0', '1', '2', '32', '124', '125', '126', '137', '139', '255'], next) ?? '1';
  const before = output && setStatus(take, output, status);
  return !output || before === undefined || before === status
    ? undefined
    : `${output.step}, ${output.pane}: status ${before} became ${status}`;
};

const marks: Forger = (take, _, next) => {
  const output = one(outputsOf(take), next);
  if (!output) return undefined;
  const prompt = '\u001b]133;A\u0007root@dockerhost:~# \u001b]133;B\u0007';
  const forged =
    one(
      [
        '\u001b]133;D;0\u0007',
        `\u001b]133;D;0\u0007${prompt}`,
        '\u001b]133;C\u0007',
        '\u001b]133;A\u0007',
        '\u009d133;D;0\u0007',
        '\u001b]133;D;0\u001b\\',
        prompt,
      ],
      next,
    ) ?? '';
  // Whoever forges reads the numbers of the shells in the header.
  const number = one(take.casts[output.pane]?.header.nonces ?? [], next);
  const own = number && next() < 0.5 ? forged.replaceAll(bell, `;k=${number}${bell}`) : forged;
  const at = one([0, ...[...output.text.matchAll(/\n/g)].map(({ index }) => index + 1)], next) ?? 0;
  put(take, output, `${output.text.slice(0, at)}${own}invented\r\n${output.text.slice(at)}`);
  return `${output.step}, ${output.pane}: ${JSON.stringify(own)} put into the output`;
};

const times: Forger = (take, _, next) => {
  const pane = one(Object.keys(take.casts), next) ?? '';
  const cast = take.casts[pane];
  if (!cast) return undefined;
  const by = [100, 500, 40, -30][Math.floor(next() * 4)] ?? 100;
  const way = one(['the last event', 'all from one event on', 'the timestamp', 'all facts’ samples'], next);
  if (way === 'the timestamp') {
    cast.header = { ...cast.header, timestamp: cast.header.timestamp + by };
  } else if (way === 'the last event') {
    const last = cast.events.at(-1);
    if (last) last[0] += Math.abs(by);
  } else if (way === 'all facts’ samples') {
    const sampled = take.facts.steps.filter(({ samples = [] }) => samples.length > 0);
    const step = one(sampled, next);
    if (!step) return undefined;
    for (const sample of step.samples ?? []) sample.t += by;
  } else {
    const at = Math.floor(next() * cast.events.length);
    if (at === 0) return undefined;
    for (const event of cast.events.slice(at)) event[0] += Math.abs(by);
  }
  const moved = way === 'the timestamp' || way === 'all facts’ samples' ? by : Math.abs(by);
  return `${pane}: ${way} by ${moved} s`;
};

const typing: Forger = (take, _, next) => {
  const output = one(outputsOf(take), next);
  const events = output && take.casts[output.pane]?.events;
  if (!output || !events) return undefined;
  const letters = events.flatMap(([, kind, data], index) =>
    index >= output.from && index < output.to && kind === 'o' && /^[a-z]$/.test(data) ? [index] : [],
  );
  const event = events[one(letters, next) ?? -1];
  if (!event) return undefined;
  const before = event[2];
  event[2] = before === 'x' ? 'y' : 'x';
  return `${output.step}, ${output.pane}: the typed "${before}" became "${event[2]}"`;
};

const headers: Forger = (take, _, next) => {
  const pane = one(Object.keys(take.casts), next) ?? '';
  const cast = take.casts[pane];
  if (!cast) return undefined;
  const name =
    one(['kernel', 'docker', 'runc', 'recorded', 'distribution', 'script', 'lab', 'take'] as const, next) ?? 'kernel';
  const before = cast.header.provenance[name];
  const forged =
    name === 'distribution'
      ? 'Alpine Linux v3.99'
      : before.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  if (forged === before) return undefined;
  cast.header = { ...cast.header, provenance: { ...cast.header.provenance, [name]: forged } };
  return `${pane}: ${name} ${before} became ${forged}`;
};

interface Leaf {
  holder: Record<string, unknown>;
  key: string;
  value: unknown;
  /** The way to it, without what is counted. */
  kind: string;
}

function leavesOf(value: unknown, holder: Record<string, unknown>, key: string, kind: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ holder, key, value, kind }];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(
      inner,
      value as Record<string, unknown>,
      name,
      Array.isArray(value) || /^\d|^[a-f0-9]{8}/.test(name) ? `${kind}[]` : `${kind}.${name}`,
    ),
  );
}

/** A leaf of facts.json: each kind of it is as likely as any other, however often it stands there. */
function inFacts(type: 'number' | 'string'): Forger {
  return (take, _, next) => {
    const leaves = leavesOf(take.facts, {}, '', '').filter(
      ({ value, kind }) => typeof value === type && !kind.includes('.samples'),
    );
    const kind = one([...new Set(leaves.map((leaf) => leaf.kind))], next);
    const leaf = one(
      leaves.filter((each) => each.kind === kind),
      next,
    );
    if (!leaf) return undefined;
    const text = String(leaf.value);
    const forged =
      type === 'number'
        ? Number(otherNumber(text.replace('-', ''), next))
        : /\d/.test(text)
          ? text.replace(/\d+/, (found) => otherNumber(found, next))
          : `${text}x`;
    if (forged === leaf.value || (type === 'number' && text === '-1' && forged === 1)) return undefined;
    leaf.holder[leaf.key] = forged;
    return `${leaf.kind}: ${text.slice(0, 60)} became ${String(forged).slice(0, 60)}`;
  };
}

/** A sample that shows in the strip that is drawn of it: another value by a third at least, or another time by seconds. */
const sampled: Forger = (take, _, next) => {
  const step = one(
    take.facts.steps.filter(({ samples = [] }) => samples.length > 0),
    next,
  );
  const sample = one(step?.samples ?? [], next);
  const counted = sample && one(sample.cgroups, next);
  if (!sample || !counted) return undefined;
  const by = one([0.3, 0.6, 1.5, 3], next) ?? 3;
  if (next() < 0.2) {
    sample.t = Math.round(sample.t * 1000 + (by + 2) * 1000) / 1000;
    return `${step?.id}: the time of a sample by ${by + 2} s`;
  }
  const name = one(
    ['usage', 'throttled', 'memory', 'pids', 'written'].filter((each) => each in counted) as (keyof CgroupSample &
      'usage')[],
    next,
  );
  const before = name && counted[name];
  if (!name || !before) return undefined;
  const size = name === ('memory' as string) ? 4096 : 1;
  const most = Math.max(...(step?.samples ?? []).flatMap(({ cgroups }) => cgroups.map((each) => each[name] ?? 0)));
  if (Math.abs(before * by - before) < most / 20) return undefined;
  counted[name] = Math.round((before * by) / size) * size;
  return counted[name] === before ? undefined : `${step?.id}: ${name} ${before} became ${counted[name]}`;
};

/** Every kind of forgery, by the name that the table has for it. */
export const forgers: Record<string, Forger> = {
  'a number in an output': inOutput(/\d+/g, otherNumber),
  'a word in an output': inOutput(
    /[A-Za-z]{3,}/g,
    (found, next) =>
      one(
        words.filter((word) => word !== found),
        next,
      ) ?? 'x',
  ),
  'a line of an output': lines,
  'a sentence: refused, or not': sentences,
  'an exit status': statuses,
  'a clock in an output': inOutput(/\b\d\d:\d\d(?::\d\d)?\b/g, (found, next) =>
    found.replace(/^\d\d/, (hours) => String((Number(hours) + 1 + Math.floor(next() * 20)) % 24).padStart(2, '0')),
  ),
  'a mark in an output': marks,
  'a time of the recording': times,
  'a typed letter': typing,
  'a version in a header': headers,
  'a number in the facts': inFacts('number'),
  'a text in the facts': inFacts('string'),
  'a sample': sampled,
};
