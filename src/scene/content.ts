import type { SceneData, TakeData } from './data.ts';
import { stagesOf } from './score.ts';

const promptBegins = '\u001b]133;A\u0007';
const cursorHidden = '\u001b[?25l';
const promptEnds = '\u001b]133;B\u0007';

/** The recorded bytes with the prompt in the colour that it has in the page: the shell marks where it begins and ends. */
export function tinted(text: string): string {
  return text.replaceAll(promptBegins, `${promptBegins}\u001b[36m`).replaceAll(promptEnds, `\u001b[39m${promptEnds}`);
}

/** All that a pane has printed when so many steps are over, for every number of steps. */
export function contents(take: TakeData, pane: string): string[] {
  let all = '';
  return stagesOf(take).map((stage) => {
    const printed = 'printed' in stage ? stage.printed[pane] : undefined;
    all += tinted((printed?.bytes.map(([, text]) => text).join('') ?? '') + (stage.opened[pane] ?? ''));
    return all && !stage.idle[pane] ? all + cursorHidden : all;
  });
}

/** What each pane prints in the step after so many are over, with its prompts in colour. */
export function nextBytes(scene: SceneData, take: TakeData, steps: number): Record<string, [number, string][]> {
  const printed = take.steps[steps]?.printed ?? {};
  return Object.fromEntries(
    scene.panes.map(({ id }) => [
      id,
      (printed[id]?.bytes ?? []).map(([seconds, text]): [number, string] => [seconds, tinted(text)]),
    ]),
  );
}
