import { quote } from '../host/entity.ts';
import { type HostFacts, nsKinds } from '../host/facts.ts';
import { containerNamed, wallOf } from '../host/views.ts';
import { type PaneStep, plainText } from '../recording/parse.ts';
import type { RecordedTake } from '../recording/proof/recorded-take.ts';
import { viewOf } from '../recording/proof/view.ts';
import { inputsOf, preparationOf, type StepScript, stepInTake } from '../recording/script.ts';
import { type Form, hostForms, insideForms, leftOut, runIn } from './allowed.ts';
import { type Told, tidied, told } from './values.ts';

/** One thing that the script does, in a scene's order. */
export type Act =
  | { do: 'start'; step: string; name: string; options: string[]; command: string; own: string[] }
  | {
      do: 'ask';
      step: string;
      where: string | undefined;
      command: Told;
      why: string;
      ends: number | null;
      expected: Expected;
    }
  | { do: 'once'; step: string; options: string[]; command: string; ends: number | null }
  | { do: 'remove'; step: string; name: string }
  | { do: 'leave out'; step: string; command: string; why: string }
  /** Nothing of the scene comes after this. */
  | { do: 'stop'; step: string; command: string; why: string };

/** All that is printed, or what must be in it (with what else on that line). */
export type Expected = { output: Told } | { shows: { text: Told; line: Told | undefined }[] };

export interface Plan {
  scene: string;
  title: string;
  acts: Act[];
}

interface Typed {
  step: StepScript | undefined;
  id: string;
  pane: string | undefined;
  command: string;
  /** Whose containers, and what they are called. */
  facts: HostFacts;
}

/** What of a recorded take may be asked of another machine, up to the first command that may not. */
export function planOf(recorded: RecordedTake): Plan {
  const { scene, take, facts } = recorded;
  const lines: Typed[] = preparationOf(scene, take).map((command) => ({
    step: undefined,
    id: 'prepare',
    pane: undefined,
    command,
    facts: facts.start,
  }));
  for (const script of scene.steps) {
    const step = stepInTake(script, take);
    const after = facts.steps.find(({ id }) => id === step.id)?.after ?? facts.start;
    for (const { pane, type } of inputsOf(step)) lines.push({ step, id: step.id, pane, command: type, facts: after });
  }
  const acts: Act[] = [];
  for (const line of lines) {
    const act = actOf(line, recorded);
    acts.push(act);
    if (act.do === 'stop') break;
  }
  return { scene: scene.id, title: scene.title, acts };
}

function actOf(line: Typed, recorded: RecordedTake): Act {
  const { id: step, command, pane, facts } = line;
  const view = viewOf(pane === undefined ? undefined : recorded.scene.panes[pane]?.via);
  if (!view) return { do: 'stop', step, command, why: 'its terminal is not a shell in a container' };
  const printed = recorded.panes[pane ?? '']?.steps.find((each) => each.step === step);
  const out = leftOut.find(({ form }) => form.test(command));
  if (out) return { do: 'leave out', step, command, why: out.why };
  if ('container' in view) {
    const form = insideForms.find((each) => each.form.test(command));
    if (!form) return { do: 'stop', step, command, why: 'is not on the list of what is harmless in a container' };
    return ask(line, form, view.container, printed, recorded);
  }
  const run = runIn(command);
  if (typeof run === 'string')
    return { do: 'stop', step, command, why: `${run} is not on the list of what is harmless` };
  if (run?.name !== undefined) return start(step, run.name, run, facts);
  if (run) return { do: 'once', step, options: run.options, command: run.command, ends: printed?.exitCode ?? null };
  const removed = /^docker rm -f (\w+)$/.exec(command)?.[1];
  if (removed !== undefined) return { do: 'remove', step, name: removed };
  const form = hostForms.find((each) => each.form.test(command));
  if (!form) return { do: 'stop', step, command, why: 'is not on the list of what is harmless on your machine' };
  return ask(line, form, undefined, printed, recorded);
}

function start(
  step: string,
  name: string,
  { options, command }: { options: string[]; command: string },
  facts: HostFacts,
): Act {
  const container = containerNamed(name, facts);
  const wall = container && wallOf(container, facts);
  return { do: 'start', step, name, options, command, own: nsKinds.filter((kind) => wall?.[kind] === 'own') };
}

function ask(
  line: Typed,
  form: Form,
  where: string | undefined,
  printed: PaneStep | undefined,
  recorded: RecordedTake,
): Act {
  const { id: step, facts } = line;
  // On a machine with more on it, only Docker knows which `sleep` is meant.
  const sleeper = Object.values(recorded.scene.entities).flatMap((ref) =>
    'firstProcessOf' in ref ? ref.firstProcessOf : [],
  )[0];
  const pid = String((sleeper && containerNamed(sleeper, facts)?.pid) ?? '');
  const command = told(line.command.replace(/\$\(pgrep -xo? sleep\)/g, pid), facts);
  const output = tidied(plainText(printed?.output ?? ''));
  const expected: Expected =
    form.compare === 'output' ? { output: told(output, facts) } : { shows: shownIn(line, recorded) };
  return { do: 'ask', step, where, command, why: form.why, ends: printed?.exitCode ?? null, expected };
}

/** What the page points at in this output: its marks, and the proof of its question. */
function shownIn({ step, pane, facts }: Typed, { scene }: RecordedTake): { text: Told; line: Told | undefined }[] {
  const marks = [
    ...(step?.marks ?? []),
    ...(step?.predict ? [{ ...step.predict.proof, entity: '', line: undefined }] : []),
  ];
  const say = (text: string) =>
    told(
      tidied(text.replace(/\{([a-z][\w-]*(?:\.[\w-]+)+)\}/gi, (_, path: string) => quote(path, facts, scene.entities))),
      facts,
    );
  return marks.flatMap((mark) => {
    const ref = scene.entities[mark.entity];
    // The script opens no shell of its own in the container, so it has no number to be found.
    const shell = (text = '') =>
      [...text.matchAll(/\{([\w-]+)\./g)].some(([, name = '']) => isOther(scene.entities[name]));
    if (mark.pane !== pane || shell(mark.text) || shell(mark.line) || (isOther(ref) && ref.comm === 'bash')) return [];
    return [{ text: say(mark.text), line: mark.line === undefined ? undefined : say(mark.line) }];
  });
}

function isOther(
  ref: RecordedTake['scene']['entities'][string] | undefined,
): ref is { processOf: string; comm: string } {
  return ref !== undefined && 'processOf' in ref;
}
