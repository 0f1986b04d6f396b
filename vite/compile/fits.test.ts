import { expect, test } from 'vitest';
import { type Format, formats } from '../../src/diagram/drawing.ts';
import { collisions } from '../../src/diagram/paper/collisions.ts';
import type { SceneScript } from '../../src/recording/script.ts';
import { compile } from './compile.ts';
import { readRecordings } from './read.ts';

const scenes = {
  net: ['two-cables', 'open-ports', 'way-out', 'past-the-firewall'],
  mnt: ['layers', 'hole', 'two-userlands', 'privileged', 'setuid-file', 'the-socket', 'whole-disk'],
};

/** Every step of every take as it is drawn, with a name for it. */
async function drawn(id: string, format: Format) {
  const { default: script } = (await import(`../../content/scenes/${id}/scene.ts`)) as { default: SceneScript };
  const scene = await compile(script, await readRecordings('.', script));
  return scene.takes.map(({ start, steps, id: take }) => ({
    take,
    stages: [{ name: 'start', drawing: start.drawings[format], still: false }].concat(
      steps.map(({ id: name, drawings }) => ({
        name,
        drawing: drawings[format],
        still: script.steps.some((step) => step.id === name && step.still !== undefined),
      })),
    ),
  }));
}

test.each(Object.values(scenes).flat())('%s fits its box in both formats, in every step of every take', async (id) => {
  for (const format of ['tall', 'landscape'] as const)
    for (const { stages } of await drawn(id, format))
      for (const { drawing } of stages) {
        const { width, height, text } = formats[format];
        expect([drawing.width, drawing.height]).toEqual([width, height]);
        expect(collisions(drawing)).toEqual([]);
        const sizes = drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.size] : []));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(text);
      }
});

test.each(Object.values(scenes).flat())(
  '%s draws each step otherwise than the one before, or says that it is still',
  async (id) => {
    for (const format of ['tall', 'landscape'] as const)
      for (const { take, stages } of await drawn(id, format))
        stages.slice(1).forEach(({ name, drawing, still }, index) => {
          const before = stages[index]?.drawing;
          const same =
            JSON.stringify([before?.shapes, before?.ways]) === JSON.stringify([drawing.shapes, drawing.ways]);
          expect([id, take, name, same && !still]).toEqual([id, take, name, false]);
        });
  },
);
