import type { Answer, Asked, Read, Sent } from '../diagram/building/geometry.ts';
import { type EntityRef, partOf, processPart } from '../host/entity.ts';
import type { HostFacts, Process } from '../host/facts.ts';
import { inputsOf, type SceneScript, type StepScript } from '../recording/script.ts';
import type { Printed } from '../scene/data.ts';
import { linesOf } from './answers.ts';
import { fail, type Place } from './author-error.ts';
import { textOf } from './screen.ts';

/** Where a pane's shell is: on the host, or in a container by name; undefined where it was opened in another way. */
function sideOf(pane: string, { panes }: SceneScript): string | undefined {
  const via = panes[pane]?.via;
  if (via === undefined) return 'host';
  return /^docker exec (?:-\S+ )*(\S+) \S+$/.exec(via)?.[1];
}

/** What a step runs, and on which side of the wall. */
export function askedIn(step: StepScript, script: SceneScript): Asked[] {
  return inputsOf(step).flatMap(({ pane, type }) => {
    const by = sideOf(pane, script);
    return by === undefined ? [] : [{ by, command: type }];
  });
}

/** What was read before, and what a step's output says of parts at the places that are marked in it. */
export function readsWith(
  earlier: Read[],
  printed: Record<string, Printed>,
  script: SceneScript,
  facts: HostFacts,
): Read[] {
  const fresh = Object.entries(printed).flatMap(([pane, { rows, firstRow, marks }]) =>
    marks.flatMap(({ entity, text, row }): Read[] => {
      const by = sideOf(pane, script);
      const part = partOf(script.entities[entity] as EntityRef, facts);
      const line = rows[row - firstRow];
      return by && part && line ? [{ by, part, text, line: textOf(line).trim(), fresh: true }] : [];
    }),
  );
  return [...earlier.map((read) => ({ ...read, fresh: false })), ...fresh];
}

/** The signal that a step sends, if its script says that it does: it must stand in what is typed, and its process must have been there. */
export function sentIn(
  step: StepScript,
  script: SceneScript,
  { before, after }: { before: HostFacts; after: HostFacts },
  place: Place,
): Sent | undefined {
  if (!step.sends) return undefined;
  const { signal, to } = step.sends;
  // kill and pkill send SIGTERM when they are told no other. kill(1), pkill(1)
  const sends = new RegExp(
    `\\bkill -${signal} |\\bpkill -${signal} ${signal === 'TERM' ? '|\\bpkill (-f )?[^-]' : ''}`,
  );
  const input = inputsOf(step).find(({ type }) => sends.test(type));
  const by = input && sideOf(input.pane, script);
  if (!by)
    return fail(
      place,
      `a command that sends SIG${signal}`,
      inputsOf(step)
        .map(({ type }) => `"${type}"`)
        .join(', '),
    );
  const ref = script.entities[to];
  const part = ref && partOf(ref, before);
  const target = before.processes.find((process) => processPart(process, before) === part);
  if (!part || !target) return fail(place, `a process "${to}" before the step, for SIG${signal}`, 'none');
  const same = (process: Process) => process.pid === target.pid && process.started === target.started;
  const left = after.processes.find(same);
  return { signal: `SIG${signal}`, by, to: part, fate: left && !left.zombie ? 'dropped' : 'ended' };
}

/** On which side a step's output refuses what was typed, if its script says that it does. */
export function refusedIn(
  { refuses }: StepScript,
  script: SceneScript,
  printed: Record<string, Printed>,
  place: Place,
): { by: string } | undefined {
  if (!refuses) return undefined;
  const output = printed[refuses.pane];
  const by = sideOf(refuses.pane, script);
  if (!by || !linesOf(output).some((line) => line.includes(refuses.text)))
    return fail(place, `the refusal "${refuses.text}" in what ${refuses.pane} answers`, 'no such text');
  return { by };
}

/** What a step's commands printed, and where they ran; a pane of another way in stands under its own name. */
export function answersIn(step: StepScript, script: SceneScript, printed: Record<string, Printed>): Answer[] {
  return inputsOf(step).map(({ pane, type }) => {
    // Row by row: the last column of a table ends where the terminal does, and its next row is another line.
    const { rows = [], commandRows = 0 } = printed[pane] ?? {};
    const lines = rows.slice(commandRows).map((row) => textOf(row).trim());
    return { by: sideOf(pane, script) ?? pane, command: type, lines: lines.filter((line) => line !== '') };
  });
}
