import type { ToldSign } from '../diagram/building/geometry.ts';
import type { HostFacts } from '../host/facts.ts';
import { preparationOf, type SceneScript, type Sign, stepInTake } from '../recording/script.ts';
import { described, linesOf } from './answers.ts';
import { fail, type Place } from './author-error.ts';
import type { PaneHistory } from './pane.ts';
import { quoted } from './rich.ts';

/** What the outputs of all takes will have said: the canvas keeps room for it. */
export function allSigns(script: SceneScript): Sign[] {
  return Object.keys(script.takes).flatMap((take) =>
    script.steps.flatMap((step) => stepInTake(step, take).signs ?? []),
  );
}

/** What the outputs have said up to a step; that of the step itself is proven by its output. */
export function signsUpTo(
  script: SceneScript,
  take: string,
  index: number,
  after: HostFacts,
  histories: Record<string, PaneHistory>,
  place: Place,
): ToldSign[] {
  return script.steps.slice(0, index + 1).flatMap((told, at) =>
    (stepInTake(told, take).signs ?? []).map((sign) => {
      const said = sign.says === undefined ? sign : { ...sign, says: quoted(sign.says, after, script.entities, place) };
      if (at === index) prove(said, script, take, index, histories, place);
      return { ...said, fresh: at === index };
    }),
  );
}

function prove(
  sign: Sign,
  script: SceneScript,
  take: string,
  index: number,
  histories: Record<string, PaneHistory>,
  place: Place,
): void {
  const shown = histories[sign.pane]?.steps[index];
  const output = linesOf(shown?.printed, true);
  // Who stands outside was put there before the recording began.
  const prepared = sign.sign === 'outside' ? preparationOf(script, take) : [];
  for (const text of [sign.at, sign.says])
    if (text !== undefined && ![...output, ...prepared].some((line) => line.includes(text)))
      fail(place, `"${text}" of the sign ${sign.sign} in what ${sign.pane} shows`, described(output));
  if (
    sign.sign === 'reads' &&
    sign.at === undefined &&
    sign.says === undefined &&
    linesOf(shown?.printed).some((line) => line.trim() !== '')
  )
    fail(place, `no output in ${sign.pane}, as the sign reads says`, described(output));
  const exitCode = shown?.exitCode ?? undefined;
  if (sign.sign === 'outside') return;
  if (sign.fails ? exitCode === 0 : exitCode !== 0 && exitCode !== undefined)
    fail(
      place,
      `the command in ${sign.pane} to end ${sign.fails ? 'with an error' : 'well'}, as the sign ${sign.sign} says`,
      `exit code ${exitCode}`,
    );
}
