import { expect, test } from 'vitest';
import { scriptMistakes } from './check-script.ts';
import type { SceneScript, StepScript } from './script.ts';
import { scriptHash, typedText } from './script-hash.ts';

const step = (id: string, pane: string, more: Partial<StepScript> = {}): StepScript => ({
  id,
  run: { pane, type: `echo ${id}` },
  before: 'Look.',
  after: 'Seen.',
  ...more,
});
const scene = (steps: StepScript[], more: Partial<SceneScript> = {}): SceneScript => ({
  id: 'demo',
  title: 'Demo',
  lens: 'pid',
  panes: {
    host: { title: 'host', rows: 5 },
    web: { title: 'web', via: 'docker exec -it web bash', opensAfter: 'start', rows: 5 },
  },
  takes: { default: { label: 'docker run' }, other: { label: '--pid=host' } },
  entities: {},
  steps,
  ...more,
});
const good = [step('start', 'host'), step('look', 'web'), step('kill', 'host', { ends: { paneCloses: 'web' } })];
const told = (steps: StepScript[], more?: Partial<SceneScript>) =>
  scriptMistakes(scene(steps, more), 'demo').join('\n');

test('a scene that can be recorded has no mistakes', () => {
  expect(told(good)).toBe('');
});

test('each mistake is told in one sentence that names the scene and the step', () => {
  expect(scriptMistakes(scene(good), 'elsewhere')).toEqual([
    'content/scenes/elsewhere/scene.ts: the scene\'s id is "demo", but its folder is called "elsewhere".',
  ]);
  expect(told([...good, step('look', 'host')])).toContain('the step id "look" is used more than once.');
  expect(told([step('start', 'guest')])).toContain('types into pane "guest", which does not exist.');
  expect(told([step('a', 'web'), step('start', 'host')])).toContain(
    'types into pane "web" before it opens, after "start".',
  );
  expect(told([...good, step('late', 'web')])).toContain(
    'step "late" in take "default" types into pane "web", which an earlier',
  );
  expect(told([step('first', 'host')])).toContain('pane "web" opens after step "start", which does not exist.');
  expect(told([step('start', 'host', { in: { third: {} } })])).toContain('speaks of take "third"');
  expect(told([step('start', 'host', { run: { pane: 'host', type: 'a\nb' } })])).toContain(
    'step start: expected run.type to be one line of text without control characters, found "a\\nb".',
  );
  expect(told([step('start', 'host', { ends: { paneCloses: 'web' } })])).toContain('which is not open then.');
  expect(told([step('Start', 'host')], { panes: { host: { title: 'host', rows: 1 } } })).toContain(
    'lower-case letters',
  );
});

test('the hash covers what is typed in the take, and nothing of how it is told', () => {
  const hash = (script: SceneScript, take = 'default') => scriptHash(script, take, (text) => text);
  const base = scene(good);
  expect(hash(base)).toBe(typedText(base, 'default'));
  expect(
    hash(
      scene(
        good.map((each) => ({ ...each, before: 'Look again.', after: 'Seen again.' })),
        { title: 'New' },
      ),
    ),
  ).toBe(hash(base));
  expect(hash(base, 'other')).not.toBe(hash(base));
  expect(hash(scene(good, { prepare: ['true'] }))).not.toBe(hash(base));
  const varied = good.map((each) =>
    each.id === 'look' ? step('look', 'web', { in: { other: { run: { pane: 'web', type: 'x' } } } }) : each,
  );
  expect(hash(scene(varied))).toBe(hash(base));
  expect(hash(scene(varied), 'other')).not.toBe(hash(base, 'other'));
});
