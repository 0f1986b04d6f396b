import type { Score } from '../player/state.ts';
import type { PaneData, SceneData, StageData, StepData, TakeData } from './data.ts';

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

/** The number of the stage at which a pane opens in a take: 0 when it is open from the start. */
export function opensAt(take: TakeData, pane: string): number {
  return Math.max(
    0,
    stagesOf(take).findIndex((stage) => stage.idle[pane]),
  );
}

/**
 * How the terminals share their room: per take and stage, the rows that each pane asks for. A pane that acts asks for its command,
 * its answer and the next prompt, one that waits for nothing (0), and one that is not open yet for less (-1).
 */
export function rowsAsked(scene: SceneData): Record<string, number[][]> {
  const asked = (take: TakeData, stage: StageData | StepData, at: number, pane: PaneData) => {
    if (at < opensAt(take, pane.id)) return -1;
    const printed = 'printed' in stage ? stage.printed[pane.id] : undefined;
    return printed && printed.bytes.length > 0 ? printed.rows.length + 1 : 0;
  };
  return Object.fromEntries(
    scene.takes.map((take) => [
      take.id,
      stagesOf(take).map((stage, at) => scene.panes.map((pane) => asked(take, stage, at, pane))),
    ]),
  );
}
