import { z } from 'zod';
import { capabilities } from '../host/capabilities.ts';
import { doors } from '../host/doors.ts';
import { nsKinds } from '../host/facts.ts';
import { rails } from '../host/fence.ts';
import { type SceneScript, signKinds } from './script.ts';

/** What is not as script.ts says it must be. */
export interface ShapeMistake {
  /** The step in which it is, where that has a name. */
  step?: string;
  expected: string;
  found: string;
}

// Every schema's message says what is expected: `expected … to be ` stands before it, what was found behind it.

/** It names files and keys of objects, where `constructor` is always something else. */
const name = z
  .string('a name')
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'a name of lower-case letters, digits and hyphens')
  .refine((text) => !(text in {}), 'a name that no object has by itself');
/** Longer than any sentence or command is what was pasted by mistake. */
const line = z
  .string('text')
  .regex(/\S/, 'text that is not blank')
  .regex(/^\P{Cc}*$/u, 'one line of text without control characters')
  .max(1000, 'text of at most 1000 characters');
const pattern = z.instanceof(RegExp, { error: 'a regular expression' });
const count = z.int('a whole number').min(1, 'at least 1');
const choice = <const Word extends string>(words: readonly Word[]) => z.enum(words, `one of ${words.join(', ')}`);
const list = <Item extends z.ZodType>(item: Item) => z.array(item, 'a list');
const named = <Item extends z.ZodType>(item: Item) =>
  z.record(name, item, {
    error: (issue) => (issue.code === 'invalid_key' ? issue.issues[0]?.message : 'an object'),
  });
const fields = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `an object of ${Object.keys(shape).join(', ')} and nothing else` : 'an object',
  });
const either = <const Shapes extends readonly z.ZodObject[]>(shapes: Shapes) =>
  z.union(shapes, `one of ${shapes.map(({ shape }) => `{ ${Object.keys(shape).join(', ')} }`).join(', ')}`);

const input = fields({ pane: name, type: line });
const typed = z.union([input, list(input)], 'what is typed, as { pane, type } or a list of such');
const ending = either([
  fields({ paneCloses: name }),
  fields({ seen: line, pane: name }),
  fields({ key: choice(['C-c', 'C-d']), afterMs: count }),
  fields({ deadlineMs: count }),
]);
const entity = either([
  fields({ container: line }),
  fields({ firstProcessOf: line }),
  fields({ processOf: line, comm: line }),
  fields({ namespaceOf: line, kind: choice(nsKinds) }),
  fields({ railOf: line, rail: choice(rails) }),
  fields({ door: choice(doors), of: line }),
  fields({ cgroupOf: line }),
  fields({ hostProcess: line }),
  fields({ host: z.literal(true) }),
  fields({ machine: line }),
]);

/** What a take may tell in its own way. */
const told = {
  run: typed,
  ends: ending.optional(),
  before: line,
  after: line,
  predict: fields({
    question: line,
    answers: list(line),
    right: z.int('a whole number'),
    proof: fields({ pane: name, text: line }),
    because: line,
  }).optional(),
  marks: list(fields({ pane: name, text: line, line: line.optional(), entity: name })).optional(),
  expects: list(
    either([
      fields({ pane: name, line }),
      fields({ pane: name, status: z.int('a whole number').min(0, 'at least 0').max(255, 'at most 255') }),
      fields({ pane: name, lacks: line }),
      fields({
        pane: name,
        number: line,
        of: line.optional(),
        least: z.number('a number').optional(),
        most: z.number('a number').optional(),
      }),
    ]),
  ).optional(),
  packet: fields({ from: line, to: line, oneWay: z.literal(true, 'true').optional() }).optional(),
  signs: list(
    fields({
      sign: choice(signKinds),
      pane: name,
      of: line.optional(),
      within: line.optional(),
      at: line.optional(),
      says: line.optional(),
      fails: z.literal(true, 'true').optional(),
    }),
  ).optional(),
  refuses: fields({ pane: name, text: line }).optional(),
  veil: list(name).optional(),
  still: line.optional(),
  tries: fields({
    by: line,
    call: line,
    needs: choice(capabilities).optional(),
    stoppedBy: choice(rails).optional(),
    behind: list(choice(rails)).optional(),
    says: line,
    door: choice(doors).optional(),
  }).optional(),
  reports: list(
    fields({
      of: line,
      by: line.optional(),
      value: line.optional(),
      says: line.optional(),
      refused: z.literal(true, 'true').optional(),
      through: list(choice(nsKinds)).optional(),
      common: z.literal(true, 'true').optional(),
    }),
  ).optional(),
};

const step = fields({
  id: name,
  ...told,
  sample: fields({ of: choice(['cpu', 'memory', 'pids', 'io']), everyMs: count }).optional(),
  sends: fields({ signal: line, to: name }).optional(),
  opens: list(choice(doors)).optional(),
  in: named(fields(told).partial()).optional(),
});

const shape: z.ZodType<SceneScript> = fields({
  id: name,
  title: line,
  lens: name,
  varies: line.optional(),
  panes: named(
    fields({
      title: line,
      via: line.optional(),
      opensAfter: name.optional(),
      rows: count.max(20, 'at most 20, as are recorded'),
    }),
  ),
  takes: named(
    fields({ label: line, name: line.optional(), removes: choice(nsKinds).optional(), prepare: list(line).optional() }),
  ),
  entities: named(entity),
  prepare: list(line).optional(),
  undo: list(line).optional(),
  loose: list(fields({ why: line, line: pattern, text: pattern, becomes: z.string('text') })).optional(),
  annex: z.literal(true, 'true').optional(),
  reads: list(choice(['meters', 'fence', 'slab', 'strangers', 'machines', 'all', 'clock'])).optional(),
  doors: list(choice(doors)).optional(),
  veil: list(name).optional(),
  numbers: list(fields({ number: line, why: line })).optional(),
  steps: list(step),
});

/** What a scene.ts gives as a script: that script, if it has the fields and types of one, or the first thing that is otherwise. */
export function readScript(found: unknown): { script: SceneScript } | { mistake: ShapeMistake } {
  const { data, error } = shape.safeParse(found);
  const [first] = error?.issues ?? [];
  // Not as it was given: a key `__proto__`, which no name may be, is left out.
  if (!first) return { script: data as SceneScript };
  const issue = closest(first);
  const ofKey = issue.code === 'invalid_key';
  const path = ofKey ? issue.path.slice(0, -1) : issue.path;
  const wrong = ofKey ? issue.path.at(-1) : issue.code === 'unrecognized_keys' ? issue.keys[0] : at(found, path);
  const id = path[0] === 'steps' && path.length > 2 ? at(found, [...path.slice(0, 2), 'id']) : undefined;
  const inStep = name.safeParse(id).success;
  const place = path.slice(inStep ? 2 : 0).join('.') || 'the script';
  return {
    mistake: {
      ...(inStep ? { step: String(id) } : {}),
      expected: `${ofKey ? 'each key of ' : ''}${place} to be ${issue.message}`,
      found: shown(wrong),
    },
  };
}

type Issue = z.core.$ZodIssue;

/** Of a choice between objects, what is wrong with the one that was meant: it has their keys, and a mistake further down. */
function closest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const [meant] = issue.errors.find((issues) => issues.every(({ path }) => path.length > 0)) ?? [];
  return meant ? closest({ ...meant, path: [...issue.path, ...meant.path] }) : issue;
}

function at(found: unknown, path: PropertyKey[]): unknown {
  return path.reduce((from, key) => (from as Record<PropertyKey, unknown> | null | undefined)?.[key], found);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return value === undefined ? 'nothing' : String(value);
  return `an object of ${Object.keys(value).slice(0, 8).map(shown).join(', ') || 'nothing'}`;
}
