import { expect, test } from 'vitest';
import { type Format, formats } from '../../src/diagram/drawing.ts';
import { collisions } from '../../src/diagram/paper/collisions.ts';
import type { SceneScript } from '../../src/recording/script.ts';
import { compile } from './compile.ts';
import { readRecordings } from './read.ts';

const scenes = [
  'one-process',
  'pid-one',
  'two-numbers',
  'hostname',
  'borrowed-name',
  'own-root',
  'shared-memory',
  'joined',
  'memory-line',
  'beside',
  'shares',
  'quota',
  'fork-bomb',
  'write-limit',
  'page-cache',
  'meter-tree',
  'own-kernel',
  'three-answers',
];
const both: Format[] = ['tall', 'landscape'];

test.each(scenes)(
  'every moment of %s fits its box, meets nothing, and shows something that the one before does not',
  async (id) => {
    const { default: script } = (await import(`../../content/scenes/${id}/scene.ts`)) as { default: SceneScript };
    const scene = await compile(script, await readRecordings('.', script));
    const wrong: string[] = [];
    for (const take of scene.takes)
      for (const format of both) {
        const { width, height, text } = formats[format];
        let before = '';
        for (const stage of [take.start, ...take.steps]) {
          const drawing = stage.drawings[format];
          const where = `${take.id}, ${'id' in stage ? stage.id : 'before the first step'}, ${format}: `;
          const shapes = JSON.stringify([drawing.shapes, drawing.ways]);
          if (drawing.width !== width || drawing.height !== height)
            wrong.push(`${where}${drawing.width} by ${drawing.height}`);
          for (const shape of drawing.shapes)
            if (shape.kind === 'text' && shape.size < text) wrong.push(`${where}${shape.id} is ${shape.size} px`);
          wrong.push(...collisions(drawing).map((each) => where + each));
          const ids = drawing.shapes.map((shape) => shape.id);
          if (new Set(ids).size < ids.length) wrong.push(`${where}an id twice`);
          const runs = drawing.shapes
            .map(({ group, part }) => group ?? part)
            .filter((key, at, keys) => key !== keys[at - 1]);
          if (new Set(runs).size < runs.length)
            wrong.push(`${where}a group in two places: ${runs.filter((key, at) => runs.indexOf(key) < at)}`);
          if (shapes === before && !script.steps.find((step) => 'id' in stage && step.id === stage.id)?.still)
            wrong.push(`${where}the same as before`);
          before = shapes;
        }
      }
    expect(wrong).toEqual([]);
  },
);
