import type { Sampled } from '../../src/diagram/building/geometry.ts';
import type { Drawing, Width } from '../../src/diagram/drawing.ts';
import { canvasOf, layout } from '../../src/diagram/layout.ts';
import type { LensName } from '../../src/diagram/lenses/index.ts';
import type { Door } from '../../src/host/doors.ts';
import type { HostFacts } from '../../src/host/facts.ts';
import type { Packet } from '../../src/recording/script.ts';
import type { TakeRecording } from './compile.ts';

interface Told {
  /** Parts whose number or name is kept back. */
  veiled?: string[];
  packet?: Packet | undefined;
  sampled?: Sampled | undefined;
}

/** Draws one moment of a scene in both widths. */
export type Artist = (facts: HostFacts, told: Told) => Record<Width, Drawing>;

/** The artist of a scene: every moment, in every take, on one canvas, so that nothing jumps from step to step. */
export function artistFor(lens: LensName, recordings: Record<string, TakeRecording>, doors: Door[] = []): Artist {
  const moments = Object.values(recordings).flatMap(({ facts }) => [
    facts.start,
    ...facts.steps.map((step) => step.after),
  ]);
  const sampled = Object.values(recordings).some(({ facts }) => facts.steps.some(({ samples }) => samples));
  const canvases = {
    full: canvasOf(moments, lens, 'full', { doors, sampled }),
    narrow: canvasOf(moments, lens, 'narrow', { doors, sampled }),
  };
  const draw = (facts: HostFacts, told: Told, width: Width) =>
    layout(facts, lens, width, { canvas: canvases[width], ...told });
  return (facts, told) => ({ full: draw(facts, told, 'full'), narrow: draw(facts, told, 'narrow') });
}
