import { inputsOf, type SceneScript, stepInTake } from './script.ts';
import { readScript } from './script-shape.ts';

/** The mistakes that would make a scene impossible to record, one sentence each; none when it can be recorded. */
export function scriptMistakes(found: unknown, folder: string): string[] {
  const read = readScript(found);
  if ('mistake' in read) {
    const { step, expected, found: strange } = read.mistake;
    const where = [`content/scenes/${folder}/scene.ts`, ...(step ? [`step ${step}`] : [])].join(', ');
    return [`${where}: expected ${expected}, found ${strange}.`];
  }
  const scene = read.script;
  const mistakes: string[] = [];
  const say = (text: string) => mistakes.push(`content/scenes/${folder}/scene.ts: ${text}`);
  const names = scene.steps.map((step) => step.id);
  const repeated = names.filter((id, index) => names.indexOf(id) !== index);

  if (scene.id !== folder) say(`the scene's id is "${scene.id}", but its folder is called "${folder}".`);
  for (const id of new Set(repeated)) say(`the step id "${id}" is used more than once.`);
  if (scene.steps.length === 0) say('the scene has no steps.');
  if (Object.keys(scene.takes).length === 0) say('the scene has no takes.');
  for (const [name, pane] of Object.entries(scene.panes))
    if (pane.opensAfter !== undefined && !names.includes(pane.opensAfter))
      say(`pane "${name}" opens after step "${pane.opensAfter}", which does not exist.`);
  for (const step of scene.steps)
    for (const take of Object.keys(step.in ?? {}))
      if (!Object.hasOwn(scene.takes, take)) say(`step "${step.id}" speaks of take "${take}", which does not exist.`);
  if (mistakes.length > 0) return mistakes;

  for (const take of Object.keys(scene.takes)) for (const text of takeMistakes(scene, take)) say(text);
  return [...new Set(mistakes)];
}

function takeMistakes(scene: SceneScript, take: string): string[] {
  const mistakes: string[] = [];
  const open = new Set(Object.keys(scene.panes).filter((name) => scene.panes[name]?.opensAfter === undefined));
  const closed = new Set<string>();
  for (const plain of scene.steps) {
    const step = stepInTake(plain, take);
    const where = `step "${step.id}" in take "${take}"`;
    const typed = new Set<string>();
    const inputs = inputsOf(step);
    if (inputs.length === 0) mistakes.push(`${where} types nothing.`);
    for (const { pane } of inputs) {
      if (!Object.hasOwn(scene.panes, pane)) mistakes.push(`${where} types into pane "${pane}", which does not exist.`);
      else if (closed.has(pane)) mistakes.push(`${where} types into pane "${pane}", which an earlier step closed.`);
      else if (!open.has(pane))
        mistakes.push(`${where} types into pane "${pane}" before it opens, after "${scene.panes[pane]?.opensAfter}".`);
      if (typed.has(pane))
        mistakes.push(`${where} types into pane "${pane}" twice; each input needs a pane of its own.`);
      typed.add(pane);
    }
    const { ends } = step;
    const watched = ends && ('paneCloses' in ends ? ends.paneCloses : 'seen' in ends ? ends.pane : undefined);
    if (watched !== undefined && !open.has(watched))
      mistakes.push(`${where} ends by what happens in pane "${watched}", which is not open then.`);
    if (ends && 'paneCloses' in ends) {
      open.delete(ends.paneCloses);
      closed.add(ends.paneCloses);
    }
    for (const [name, pane] of Object.entries(scene.panes)) if (pane.opensAfter === step.id) open.add(name);
  }
  return mistakes;
}
