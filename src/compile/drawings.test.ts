import { describe, expect, test } from 'vitest';
import { changesOf, differs } from '../diagram/changes.ts';
import { type Drawing, type Format, formats } from '../diagram/drawing.ts';
import { collisions } from '../diagram/paper/collisions.ts';
import { type SceneScript, stepInTake } from '../recording/script.ts';
import type { SceneData, StageData } from '../scene/data.ts';
import { compile } from './compile.ts';
import { readRecordings, sceneIds } from './read.ts';

const ids = await sceneIds('.');
const both: Format[] = ['tall', 'landscape'];
const compiled = new Map<string, Promise<{ script: SceneScript; scene: SceneData }>>();

/** A scene as it is recorded; compiled once. */
function sceneOf(id: string): Promise<{ script: SceneScript; scene: SceneData }> {
  const known = compiled.get(id) ?? read(id);
  compiled.set(id, known);
  return known;
}

async function read(id: string) {
  const { default: script } = (await import(`../../content/scenes/${id}/scene.ts`)) as { default: SceneScript };
  return { script, scene: await compile(script, await readRecordings('.', script)) };
}

/** The keys of a list that stand in it more than once. */
function twice(keys: string[]): string[] {
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) < at))];
}

/** What is wrong with one drawing by itself. */
function mistakesIn(drawing: Drawing, format: Format): string[] {
  const { width, height, text } = formats[format];
  const runs = drawing.shapes.map(({ group, part }) => group ?? part).filter((key, at, keys) => key !== keys[at - 1]);
  return [
    ...(drawing.width === width && drawing.height === height ? [] : [`${drawing.width} by ${drawing.height}`]),
    ...drawing.shapes.flatMap((one) => (one.kind === 'text' && one.size < text ? [`${one.id} is ${one.size} px`] : [])),
    ...collisions(drawing),
    ...twice(drawing.shapes.map(({ id }) => id)).map((id) => `${id} twice`),
    ...twice(runs).map((group) => `${group} in two places`),
  ];
}

describe('every recorded moment', () => {
  test.each(ids)(
    'of %s fits its box in both formats, with no text too small or in the way, ids of its own and groups together',
    async (id) => {
      const { scene } = await sceneOf(id);
      const wrong = scene.takes.flatMap(({ id: take, start, steps }) =>
        [start, ...steps].flatMap((stage: StageData & { id?: string }) =>
          both.flatMap((format) =>
            mistakesIn(stage.drawings[format], format).map(
              (each) => `${take}, ${stage.id ?? 'before the first step'}, ${format}: ${each}`,
            ),
          ),
        ),
      );
      expect(wrong).toEqual([]);
    },
  );

  test.each(ids)('of %s is drawn in landscape, too, otherwise than the one before, unless it is still', async (id) => {
    const { script, scene } = await sceneOf(id);
    const same = scene.takes.flatMap(({ id: take, start, steps }) =>
      steps.flatMap(({ id: step, drawings }, index) => {
        const before = (steps[index - 1] ?? start).drawings;
        const told = script.steps.find((one) => one.id === step);
        const still = told && stepInTake(told, take).still !== undefined;
        return still || differs(changesOf(before.landscape, drawings.landscape)) ? [] : [`${take}, ${step}`];
      }),
    );
    expect(same).toEqual([]);
  });
});

test('at most a tenth of all steps are still', async () => {
  const steps = (await Promise.all(ids.map(sceneOf))).flatMap(({ script }) =>
    Object.keys(script.takes).flatMap((take) => script.steps.map((step) => stepInTake(step, take))),
  );
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter(({ still }) => still !== undefined).length).toBeLessThanOrEqual(steps.length / 10);
});
