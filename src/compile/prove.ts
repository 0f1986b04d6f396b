import { hasCapability } from '../host/capabilities.ts';
import type { HostFacts } from '../host/facts.ts';
import { type FenceView, fenceOf, holds, type Rail, rails } from '../host/fence.ts';
import { containerNamed } from '../host/views.ts';
import { inputsOf, type Report, type SceneScript, type StepScript, stepInTake, type Try } from '../recording/script.ts';
import type { Printed } from '../scene/data.ts';
import { described, linesOf } from './answers.ts';
import { fail, type Place } from './author-error.ts';
import { quoted } from './rich.ts';

/** What a step claims, and what it can be held against. */
interface Claim {
  place: Place;
  script: SceneScript;
  step: StepScript;
  after: HostFacts;
}

/** The call that a step makes with its sentences quoted, if output, facts and the other takes bear it out. */
export function provenTry(
  { place, script, step, after }: Claim,
  take: string,
  printed: Record<string, Printed>,
): Try | undefined {
  const { tries } = step;
  if (!tries) return undefined;
  const says = quoted(tries.says, after, script.entities, place);
  if (!answersOf(step, printed).some((row) => row.includes(says)))
    fail(place, `"${says}" in what is answered to ${tries.call}`, described(answersOf(step, printed)));
  const container = containerNamed(tries.by, after);
  const fence = container && fenceOf(container, after);
  if (!fence) return fail(place, `a fence of the container ${tries.by} in the facts`, 'none');
  const { stoppedBy, behind = [], needs } = tries;
  const at = stoppedBy ? rails.indexOf(stoppedBy) : rails.length;
  for (const rail of stoppedBy ? [stoppedBy, ...behind] : behind)
    if (!stops(rail, fence, tries)) fail(place, `the rail ${rail} to stop ${tries.call}`, `facts in which it does not`);
  if (needs && at > rails.indexOf('caps') && !hasCapability(fence.mask, needs))
    fail(place, `the capability ${needs}, without which ${tries.call} gets no further`, `${fence.mask} without it`);
  for (const rail of behind) {
    if (rails.indexOf(rail) <= at) fail(place, `rails behind ${stoppedBy}`, rail);
    const elsewhere = Object.keys(script.takes).filter((other) => other !== take);
    const told = script.steps.find(({ id }) => id === step.id);
    if (!told || !elsewhere.some((other) => stepInTake(told, other).tries?.stoppedBy === rail))
      fail(place, `another take in which ${rail} stops ${tries.call}`, 'none');
  }
  return { ...tries, says };
}

/** Whether the facts allow that a rail stops a call. */
function stops(rail: Rail, fence: FenceView, { needs }: Try): boolean {
  if (rail === 'caps') return needs !== undefined && !hasCapability(fence.mask, needs);
  return holds(rail, fence);
}

/** Ends in a sentence where a step reports what its output does not say. */
export function proveReports({ place, script, step, after }: Claim, printed: Record<string, Printed>): void {
  for (const told of step.reports ?? []) {
    const report =
      told.value === undefined ? told : { ...told, value: quoted(told.value, after, script.entities, place) };
    const { of, value, says, refused } = report;
    const rows = answersOf(step, printed);
    if (value === undefined && says === undefined) {
      const typed = inputsOf(step).some(({ type }) => type.includes(of));
      if (refused || !typed) fail(place, `a command that names ${of}, or what is said of it`, 'neither');
      if (rows.some((row) => row.includes(of)))
        fail(place, `no word of ${of}, of which nothing is quoted`, described(answersOf(step, printed)));
    } else if (!rows.some((row) => [value, says].every((text) => text === undefined || isIn(row, text))))
      fail(
        place,
        `${[value, says]
          .filter(Boolean)
          .map((text) => `"${text}"`)
          .join(' and ')} on one line, as is reported of ${of}`,
        described(answersOf(step, printed)),
      );
  }
}

/** A number is found as a word only. */
function isIn(row: string, text: string): boolean {
  return /^\d+$/.test(text) ? new RegExp(`(?<![\\w.])${text}(?![\\w.])`).test(row) : row.includes(text);
}

/** What each pane of a step answers. */
function answersOf(step: StepScript, printed: Record<string, Printed>): string[] {
  return inputsOf(step).flatMap(({ pane }) => linesOf(printed[pane]));
}

/** What was reported in a take up to a step: each thing of each place once, in the order of their first reports. */
export function reportsUpTo(
  script: SceneScript,
  take: string,
  index: number,
  place: Place,
  steps: HostFacts[],
): (Report & { fresh: boolean })[] {
  const found = new Map<string, Report & { fresh: boolean }>();
  script.steps.slice(0, index + 1).forEach((step, at) => {
    for (const report of stepInTake(step, take).reports ?? [])
      found.set(`${report.by ?? ''} ${report.of}`, {
        ...report,
        ...(report.value && steps[at] ? { value: quoted(report.value, steps[at], script.entities, place) } : {}),
        fresh: at === index,
      });
  });
  return [...found.values()];
}
