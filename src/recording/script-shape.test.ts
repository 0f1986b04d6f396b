import { expect, test } from 'vitest';
import type { SceneScript } from './script.ts';
import { readScript } from './script-shape.ts';

const script: SceneScript = {
  id: 'demo',
  title: 'Demo',
  lens: 'pid',
  panes: { host: { title: 'host', rows: 5 } },
  takes: { default: { label: 'docker run' }, other: { label: '--pid=host', prepare: ['true'] } },
  entities: { web: { container: 'web' }, sleep: { processOf: 'web', comm: 'sleep' } },
  steps: [
    {
      id: 'look',
      run: { pane: 'host', type: 'ps' },
      before: 'Look.',
      after: 'Seen.',
      marks: [{ pane: 'host', text: 'sleep', entity: 'sleep' }],
      in: { other: { marks: undefined } },
    },
  ],
};

/** The script with something else at the path, as `step: expected … found …`. */
function told(path: string, value: unknown): string {
  const copy = structuredClone(script);
  const keys = path.split(' ');
  const holder = keys.slice(0, -1).reduce<object>((from, key) => Reflect.get(from, key), copy);
  Object.defineProperty(holder, keys.at(-1) ?? '', { value, enumerable: true });
  const read = readScript(copy);
  if ('script' in read) return `read with the takes ${Object.keys(read.script.takes).join(', ')}`;
  const { step = 'none', expected, found } = read.mistake;
  return `${step}: expected ${expected}, found ${found}`;
}

test('a script is read as it is, with what a take does without', () => {
  expect(readScript(script)).toEqual({ script });
  expect(readScript(script)).toHaveProperty('script.steps.0.in.other', { marks: undefined });
});

test('each mistake says where it is, what was expected and what was found', () => {
  expect(readScript(undefined)).toEqual({ mistake: { expected: 'the script to be an object', found: 'nothing' } });
  expect(told('title', 7)).toBe('none: expected title to be text, found 7');
  expect(told('titel', 'Demo')).toMatch(
    /the script to be an object of id, title, lens, .* nothing else, found "titel"$/,
  );
  expect(told('takes default removes', 'pids')).toMatch(
    /^none: expected takes.default.removes to be one of .*, found "pids"$/,
  );
  expect(told('steps 0 id', {})).toBe('none: expected steps.0.id to be a name, found an object of nothing');
  expect(told('steps 0 marks 0 text', undefined)).toBe('look: expected marks.0.text to be text, found nothing');
  expect(told('panes host rows', Number.POSITIVE_INFINITY)).toBe(
    'none: expected panes.host.rows to be a whole number, found Infinity',
  );
  expect(told('panes host rows', 21)).toBe(
    'none: expected panes.host.rows to be at most 20, as are recorded, found 21',
  );
});

test('of several ways to say a thing, the one that was meant is spoken of', () => {
  expect(told('steps 0 run', [{ pane: 'host', type: '' }])).toBe(
    'look: expected run.0.type to be text that is not blank, found ""',
  );
  expect(told('steps 0 run', 'ps')).toBe(
    'look: expected run to be what is typed, as { pane, type } or a list of such, found "ps"',
  );
  expect(told('entities sleep', { processOf: 'web' })).toBe(
    'none: expected entities.sleep.comm to be text, found nothing',
  );
  expect(told('entities sleep', { process: 'web' })).toMatch(
    /^none: expected entities.sleep to be one of { container }, { firstProcessOf }, .*, found an object of "process"$/,
  );
});

test('nothing is named like a file elsewhere, or like what every object has', () => {
  expect(told('takes ../other', { label: 'x' })).toBe(
    'none: expected each key of takes to be a name of lower-case letters, digits and hyphens, found "../other"',
  );
  expect(told('takes constructor', { label: 'x' })).toBe(
    'none: expected each key of takes to be a name that no object has by itself, found "constructor"',
  );
  expect(told('steps 0 in constructor', {})).toMatch(/^look: expected each key of in to be a name that no object/);
  expect(told('takes __proto__', { label: 'x' })).toBe('read with the takes default, other');
});

test('what cannot be in one sentence is refused in a short one', () => {
  expect(told('steps 0 after', 'Seen.\nGone.')).toBe(
    'look: expected after to be one line of text without control characters, found "Seen.\\nGone."',
  );
  expect(told('steps 0 after', 'x'.repeat(1e6))).toMatch(/^look: .* at most 1000 characters, found "x{80}…"$/);
  expect(told('steps 0 after', [script])).toBe('look: expected after to be text, found a list of 1');
});
