import { type LensName, lenses } from '../diagram/lenses/index.ts';
import { inputsOf, type SceneScript, stepInTake } from '../recording/script.ts';
import { readScript } from '../recording/script-shape.ts';
import { fail, oneOf, type Place } from './author-error.ts';

/** The script that a scene's file gives, of which nothing else in the build need doubt that it has a script's fields and types. */
export function scriptFrom(found: unknown, id: string, file: string): SceneScript {
  if (found === undefined) return fail({ file }, 'a default export of defineScene', 'none');
  const read = readScript(found);
  if ('mistake' in read) {
    const { expected, found: strange, ...step } = read.mistake;
    return fail({ file, ...step }, expected, strange);
  }
  if (read.script.id !== id) fail({ file }, `the id "${id}", as the folder is named`, `"${read.script.id}"`);
  return read.script;
}

/** The lens through which a script has its scene drawn; a name that no lens has ends in a sentence. */
export function lensOf({ lens }: SceneScript, file: string): LensName {
  return isLens(lens) ? lens : fail({ file }, `the lens ${oneOf(Object.keys(lenses))}`, `"${lens}"`);
}

function isLens(name: string): name is LensName {
  return Object.hasOwn(lenses, name);
}

/** What a scene's script can get wrong by itself, before any recording is read. */
export function checkScript(script: SceneScript, file: string): void {
  const takes = Object.keys(script.takes);
  const panes = Object.keys(script.panes);
  const ids = script.steps.map((step) => step.id);
  if (takes.length === 0) fail({ file }, 'at least one take', 'none');
  if (script.steps.length === 0 || script.steps.length > 16)
    fail({ file }, '1 to 16 steps', String(script.steps.length));
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) fail({ file, step: twice }, 'an id that no other step has', 'two steps of that id');
  for (const [pane, { opensAfter }] of Object.entries(script.panes))
    if (opensAfter !== undefined && !ids.includes(opensAfter))
      fail({ file }, `pane ${pane} to open after ${oneOf(ids)}`, `opensAfter: "${opensAfter}"`);
  const { doors = [], lens } = script;
  if (doors.length > 0 && lens !== 'door') fail({ file }, 'the lens door for a scene with doors', `"${lens}"`);
  if (doors.length > 5) fail({ file }, 'at most five doors', String(doors.length));
  for (const step of script.steps) {
    const strange = (step.opens ?? []).find((door) => !doors.includes(door));
    if (strange)
      fail({ file, step: step.id }, `one of the scene's doors (${doors.join(', ') || 'none'})`, `"${strange}"`);
    for (const take of Object.keys(step.in ?? {}))
      if (!takes.includes(take)) fail({ file, step: step.id }, `the take ${oneOf(takes)}`, `"${take}"`);
    for (const take of takes) checkStep(script, step.id, take, panes, { file, step: step.id, take });
  }
}

function checkStep(script: SceneScript, id: string, take: string, panes: string[], place: Place): void {
  const step = stepInTake(script.steps.find((one) => one.id === id) as SceneScript['steps'][number], take);
  const { predict, marks = [] } = step;
  const pane = (name: string, what: string) => {
    if (!panes.includes(name)) fail(place, `${what} in the pane ${oneOf(panes)}`, `"${name}"`);
  };
  for (const input of inputsOf(step)) pane(input.pane, `"${input.type}"`);
  for (const mark of marks) {
    pane(mark.pane, `the mark "${mark.text}"`);
    if (!Object.hasOwn(script.entities, mark.entity))
      fail(place, `the mark "${mark.text}" to point at ${oneOf(Object.keys(script.entities))}`, `"${mark.entity}"`);
  }
  for (const expected of step.expects ?? []) pane(expected.pane, 'what the step expects');
  if (!predict) return;
  pane(predict.proof.pane, `the proof "${predict.proof.text}"`);
  const { length } = predict.answers;
  if (length < 2 || length > 4) fail(place, 'a prediction of two to four answers', String(length));
  if (!Number.isInteger(predict.right) || predict.right < 0 || predict.right >= length)
    fail(place, `the right answer's index to be 0 to ${length - 1}`, String(predict.right));
}
