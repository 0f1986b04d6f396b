import type { PaneStep } from '../parse.ts';
import type { TakeFacts } from '../recording.ts';
import { inputsOf, type SceneScript, stepInTake } from '../script.ts';
import { compare, type Verdict } from './claim.ts';
import type { RecordedTake } from './recorded-take.ts';

const handedOver = '\u001b]133;C\u0007';
const ended = '\u001b]133;D;';

/** When a step's line was handed over and when its command had ended (or printed last), in seconds since the take began. */
export function timesOf({ began, events }: PaneStep): [from: number, to: number] {
  let text = '';
  let from: number | undefined;
  let to: number | undefined;
  for (const [seconds, data] of events) {
    text += data;
    if (from === undefined && text.includes(handedOver)) from = seconds;
    if (to === undefined && text.includes(ended)) to = seconds;
  }
  const last = events.at(-1)?.[0] ?? 0;
  return [began + (from ?? last), began + (to ?? last)];
}

/** Seconds that a command asks for by itself: timeout 5, sleep 3, -w 4, -c 2 (a ping a second), -d3. */
function asked(line: string): number {
  return [...line.matchAll(/\b(?:timeout|sleep) (\d+)|-[wWc] (\d+)|-d(\d+)/g)].reduce(
    (all, [, ...found]) => all + Math.min(120, Number(found.find((each) => each !== undefined))),
    0,
  );
}

/** Seconds that a device needs for what dd writes, where it takes 1 MiB a second: no scene gives one less. */
function written(line: string): number {
  const [, size = '0', count = '0'] = /\bdd if=\/dev\/zero of=\S+ bs=(\d+)k count=(\d+)\b/.exec(line) ?? [];
  return (Number(size) * Number(count)) / 1024;
}

// What took longest under emulation took 39 s and 10 s. A container's start is what takes long.
const [dockerSeconds, otherSeconds] = [60, 20];

/**
 * Compares the times in a take's casts with each other: panes are marked at once, keys are pressed one by one, a command takes
 * no longer than it can, nothing comes behind its prompt, and the next step begins when the host has been read.
 */
export function proveTimes({ scene, take, panes, facts }: RecordedTake, verdict: Verdict): void {
  const began = Date.parse(facts.provenance.recorded) / 1000;
  const moved = movedClock(scene, take);
  for (const [name, { header, opening }] of Object.entries(panes)) {
    compare(
      verdict,
      header.timestamp === Math.floor(began),
      `the timestamp of pane ${name}`,
      `${Math.floor(began)}`,
      `${header.timestamp}`,
    );
    const first = panes[name]?.steps[0]?.began ?? 0;
    const last = opening.at(-1)?.[0] ?? 0;
    compare(
      verdict,
      last <= first && first - last <= 60,
      `when pane ${name} showed its first prompt`,
      `at most a minute before ${first} s`,
      `${last} s`,
    );
  }
  for (const [index, plain] of scene.steps.entries()) {
    const step = stepInTake(plain, take);
    const done = Object.entries(panes).flatMap(([pane, { steps }]) =>
      steps.filter((each) => each.step === step.id).map((each) => ({ pane, ...each })),
    );
    const starts = done.map((each) => each.began);
    const start = Math.min(...starts);
    const say = (what: string) => `${what} in step ${step.id}`;
    if (starts.length === 0) continue;
    compare(
      verdict,
      Math.max(...starts) - start <= 0.25,
      say('when the panes were marked'),
      'at once',
      starts.join(', '),
    );
    const end = Math.max(...done.map((each) => each.began + (each.events.at(-1)?.[0] ?? 0)));
    const following = Object.values(panes).flatMap(({ steps }) =>
      steps.filter((each) => each.step === scene.steps[index + 1]?.id).map((each) => each.began),
    );
    const next = following.length > 0 ? Math.min(...following) : undefined;
    if (next !== undefined) {
      // The recorder waits 0.4 s for what comes late, then reads the host, twice where a pane opens between.
      compare(
        verdict,
        next - end >= 0.39,
        say('what came last'),
        `at least 0.4 s before ${next} s`,
        `${end.toFixed(3)} s`,
      );
      compare(verdict, next - end <= 150, say('the pause behind it'), 'at most 150 s', `${(next - end).toFixed(1)} s`);
    }
    for (const each of done.filter(({ ran }) => ran)) {
      const [from, to] = timesOf(each);
      const keys = [...each.command].length;
      // Each key is pressed 45 ms after the one before or later; what is echoed comes later still. lab/pane.ts
      const least = 0.25 + keys * 0.045 + 0.15;
      const inputs = inputsOf(step).length;
      compare(
        verdict,
        from - each.began >= least - 0.01,
        say('when the line was handed over'),
        `${least.toFixed(2)} s after its start`,
        `${(from - each.began).toFixed(3)} s`,
      );
      const most = inputs * (0.4 + 80 * 0.12) + keys * 0.12 + 12;
      compare(
        verdict,
        from - each.began <= most,
        say('when the line was handed over'),
        `at most ${most.toFixed(1)} s after its start`,
        `${(from - each.began).toFixed(3)} s`,
      );
      const usual = /\bdocker\b|bomb/.test(each.command) ? dockerSeconds : otherSeconds;
      const limit = usual + asked(each.command) + written(each.command);
      compare(
        verdict,
        to - from <= limit,
        say('how long the command took'),
        `at most ${limit} s`,
        `${(to - from).toFixed(3)} s`,
      );
      const behind = each.began + (each.events.at(-1)?.[0] ?? 0) - to;
      if (each.exitCode !== null)
        compare(verdict, behind <= 1, say('what came behind the prompt'), 'within a second', `${behind.toFixed(3)} s`);
    }
    proveClocks(
      facts,
      index,
      { from: began + end, to: next === undefined ? undefined : began + next, moved: moved(index) },
      verdict,
    );
    proveSampled(facts, index, { of: step.sample?.everyMs, start, end, next }, verdict);
  }
}

/** How far the steps up to one have set the host's clock, in seconds. */
function movedClock(scene: SceneScript, take: string) {
  const hours = scene.steps.map((plain) =>
    inputsOf(stepInTake(plain, take)).map(({ type }) => Number(/date \+%T -s '(-?\d+) hour/.exec(type)?.[1] ?? 0)),
  );
  return (index: number) =>
    hours
      .slice(0, index + 1)
      .flat()
      .reduce((all, each) => all + each * 3600, 0);
}

interface Between {
  from: number;
  to: number | undefined;
  moved: number;
}

/** A clock that the host read lies between the end of the step and the start of the next. */
function proveClocks(
  facts: TakeFacts,
  index: number,
  { from, to = from + 90, moved }: Between,
  verdict: Verdict,
): void {
  const { slab, clock } = facts.steps[index]?.after ?? {};
  for (const found of [slab?.clock, clock]) {
    if (found === undefined) continue;
    // What was refused did not move it.
    const right = [0, moved].some((by) => found >= from + by - 3 && found <= to + by + 3);
    const shown = (time: number) => new Date(time * 1000).toISOString().slice(11, 19);
    compare(
      verdict,
      right,
      `the clock after step ${facts.steps[index]?.id}`,
      `${shown(from)} to ${shown(to)}`,
      shown(found),
    );
  }
}

/** Samples are taken while a step runs, one after each pause. */
function proveSampled(
  facts: TakeFacts,
  index: number,
  { of, start, end, next = end + 60 }: { of: number | undefined; start: number; end: number; next: number | undefined },
  verdict: Verdict,
): void {
  const { samples = [], id } = facts.steps[index] ?? {};
  if (of === undefined) {
    compare(verdict, samples.length === 0, `the samples of step ${id}`, 'none', String(samples.length));
    return;
  }
  for (const [at, { t }] of samples.entries()) {
    compare(
      verdict,
      t >= start && t <= Math.min(next, end + 5),
      `a sample of step ${id}`,
      `between ${start} s and ${end.toFixed(1)} s`,
      `${t} s`,
    );
    const before = samples[at - 1];
    if (before)
      compare(
        verdict,
        t - before.t >= (of / 1000) * 0.5 && t - before.t <= of / 1000 + 3,
        `the pause before the sample at ${t} s of step ${id}`,
        `about ${of} ms`,
        `${Math.round((t - before.t) * 1000)} ms`,
      );
  }
  // The sampler begins before the line is handed over, and ends behind it.
  const last = samples.at(-1)?.t ?? 0;
  compare(verdict, last >= end - 3, `the last sample of step ${id}`, `about ${end.toFixed(1)} s`, `${last} s`);
}
