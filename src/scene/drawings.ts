import type { Drawing, Width } from '../diagram/drawing.ts';
import { type Canvas, canvasOf, layout } from '../diagram/layout/layout.ts';
import type { Lens } from '../recording/script.ts';
import type { SceneData, StageData, StepData } from './data.ts';
import { stagesOf } from './score.ts';

/** The canvas on which every moment of a scene, in every take, keeps its place. */
export function canvasFor(scene: SceneData, width: Width): Canvas {
  const moments = scene.takes.flatMap((take) => stagesOf(take).map((stage) => stage.host));
  return canvasOf(moments, scene.lens, width);
}

/** The drawing of one stage. */
export function drawingOf(stage: StageData | StepData, lens: Lens, width: Width, canvas: Canvas): Drawing {
  const packet = 'packet' in stage ? stage.packet : undefined;
  return layout(stage.host, lens, width, { canvas, veiled: stage.veiled, ...(packet ? { packet } : {}) });
}
