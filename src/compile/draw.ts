import type { Told as Drawn, SentPacket } from '../diagram/building/geometry.ts';
import type { Drawing, Format } from '../diagram/drawing.ts';
import { canvasOf, layout } from '../diagram/layout.ts';
import type { LensName } from '../diagram/lenses/index.ts';
import type { HostFacts } from '../host/facts.ts';
import type { TakeRecording } from '../recording/parse.ts';
import { type SceneScript, stepInTake } from '../recording/script.ts';
import { allSigns } from './signs.ts';

interface Told extends Drawn {
  /** Parts whose number or name is kept back. */
  veiled?: string[];
  packet?: SentPacket | undefined;
}

/** Draws one moment of a scene in both formats. */
export type Artist = (facts: HostFacts, told: Told) => Record<Format, Drawing>;

/** The artist of a scene: every moment, in every take, on one canvas, so that nothing jumps from step to step. */
export function artistFor(lens: LensName, recordings: Record<string, TakeRecording>, script: SceneScript): Artist {
  const moments = Object.values(recordings).flatMap(({ facts }) => [
    facts.start,
    ...facts.steps.map((step) => step.after),
  ]);
  const sampled = Object.values(recordings).some(({ facts }) => facts.steps.some(({ samples }) => samples));
  const reports = Object.keys(script.takes).flatMap((take) =>
    script.steps.flatMap((step) => stepInTake(step, take).reports ?? []),
  );
  const expected = { doors: script.doors, sampled, reports, signs: allSigns(script) };
  const canvases = {
    tall: canvasOf(moments, lens, 'tall', expected),
    landscape: canvasOf(moments, lens, 'landscape', expected),
  };
  const draw = (facts: HostFacts, told: Told, format: Format) =>
    layout(facts, lens, format, { canvas: canvases[format], ...told });
  return (facts, told) => ({ tall: draw(facts, told, 'tall'), landscape: draw(facts, told, 'landscape') });
}
