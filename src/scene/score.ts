import type { Score } from '../player/state.ts';
import type { SceneData, StageData, StepData, TakeData } from './data.ts';

/** What the player needs to know of a scene. */
export function scoreOf(scene: SceneData): Score {
  return {
    takes: scene.takes.map((take) => take.id),
    steps: scene.takes[0]?.steps.length ?? 0,
    asks: Object.fromEntries(
      scene.takes.map((take) => [take.id, take.steps.map((step) => step.predict?.answers.length ?? 0)]),
    ),
  };
}

/** The stages of a take: the start, then one per step that is over. */
export function stagesOf(take: TakeData): (StageData | StepData)[] {
  return [take.start, ...take.steps];
}

/** What a step types, one command a line, without prompts. */
export function commandOf(step: StepData): string {
  return step.inputs.map((input) => input.command).join('\n');
}
