import type { HostFacts } from '../host/facts.ts';
import { type PaneStep, plainText } from './parse.ts';
import { proveCgroupFiles, proveCgroupLines } from './proof/cgroups.ts';
import { type Claim, commandsOf, compare, type Told, type Verdict } from './proof/claim.ts';
import { proveCoherence } from './proof/coherence.ts';
import { proveFormats, proveIds } from './proof/docker.ts';
import { proveUidMap } from './proof/ids.ts';
import { proveMachines } from './proof/machines.ts';
import { proveCgroupPaths, proveLsns, proveNsLinks } from './proof/namespaces.ts';
import { proveForwards, proveIp } from './proof/network.ts';
import { hostnameSeen, proveNames, proveNspid, provePs } from './proof/processes.ts';
import { readers } from './proof/read/all.ts';
import { proveAnswer } from './proof/read/reader.ts';
import { proveReadings } from './proof/readings.ts';
import type { RecordedTake } from './proof/recorded-take.ts';
import { proveSamples } from './proof/samples.ts';
import { proveFence, proveFile, proveSlab } from './proof/slab.ts';
import { proveTimes, timesOf } from './proof/times.ts';
import { standsBeside, viewAt, viewOf } from './proof/view.ts';
import type { StepFacts, TakeFacts } from './recording.ts';
import { inputsOf, preparationOf, type StepScript, stepInTake } from './script.ts';

export interface Proof {
  /** How many values were compared. */
  compared: number;
  /** One sentence for each that did not agree: scene, take, step, pane, what, expected, found. */
  failures: string[];
}

const provers = [
  ...[provePs, proveNspid, proveNames, proveNsLinks, proveLsns, proveCgroupPaths, proveCgroupFiles],
  ...[proveCgroupLines, proveIp, proveForwards, proveIds, proveFormats, proveSlab, proveFence, proveFile],
  ...[proveUidMap, proveMachines],
  (claim: Claim, verdict: Verdict) => proveAnswer(claim, readers, verdict),
];

/** Compares a take's casts with its script and with what the host reported, value by value, marked or not. */
export function prove(recorded: RecordedTake): Proof {
  const { scene, take, panes, facts } = recorded;
  const proof: Proof = { compared: 0, failures: [] };
  const fail = (where: string, { what, expected, found }: Verdict['failures'][number]) =>
    proof.failures.push(
      `${scene.id}/${take}${where}: expected ${what} to be ${expected}, found ${found || 'nothing'}.`,
    );

  const whole = proveWhole(recorded);
  proof.compared += whole.compared;
  for (const failure of whole.failures) fail('', failure);

  const claims = claimsOf(recorded);
  for (const [index, plain] of scene.steps.entries()) {
    const step = stepInTake(plain, take);
    const [before] = momentsOf(facts, index);
    for (const [name, pane] of Object.entries(panes)) {
      const done = pane.steps.find((each) => each.step === step.id);
      if (!done) continue;
      const verdict: Verdict = { compared: 0, failures: [] };
      proveTyped(step, name, done, verdict);
      const claim = claims.find((each) => each.step === step.id && each.pane === name);
      if (claim) {
        for (const each of provers) each(claim, verdict);
        provePrompt(recorded, name, done, before, verdict);
      }
      proof.compared += verdict.compared;
      for (const failure of verdict.failures) fail(`, step ${step.id}, pane ${name}`, failure);
    }
  }
  return proof;
}

/** The facts that hold around a step: before it, and after it. */
function momentsOf(facts: TakeFacts, index: number): HostFacts[] {
  const step = facts.steps[index];
  if (!step) return [];
  const before = step.before ?? facts.steps[index - 1]?.after ?? facts.start;
  return [before, step.after];
}

/** The recording has the script's steps, in its order, in every pane that is open. */
function proveShape({ scene, take, panes, facts }: RecordedTake, verdict: Verdict): void {
  const same = (what: string, expected: string, found: string) =>
    compare(verdict, expected === found, what, expected, found);
  const ids = scene.steps.map((step) => step.id);
  same('the steps of facts.json', ids.join(' '), facts.steps.map((step: StepFacts) => step.id).join(' '));
  same('the panes', Object.keys(scene.panes).sort().join(' '), Object.keys(panes).sort().join(' '));
  for (const [name, pane] of Object.entries(panes)) {
    const { opensAfter } = scene.panes[name] ?? {};
    const from = opensAfter === undefined ? 0 : ids.indexOf(opensAfter) + 1;
    // A pane closes when the script says so, and when the container that it is in has ended.
    const closing = scene.steps.findIndex((step, index) => {
      const { ends } = stepInTake(step, take);
      if (ends !== undefined && 'paneCloses' in ends && ends.paneCloses === name) return true;
      const view = viewOf(scene.panes[name]?.via);
      const after = facts.steps[index]?.after;
      return index >= from && view && after && 'container' in view ? !standsBeside(view, after) : false;
    });
    const open = ids.slice(from, closing < 0 ? undefined : closing + 1);
    same(`the steps of pane ${name}`, open.join(' '), pane.steps.map(({ step }) => step).join(' '));
    same(`the provenance of pane ${name}`, JSON.stringify(facts.provenance), JSON.stringify(pane.header.provenance));
  }
}

/** What was typed is what the script says, and it ended. */
function proveTyped(step: StepScript, pane: string, done: PaneStep, verdict: Verdict): void {
  const expected = inputsOf(step).find((input) => input.pane === pane)?.type ?? '';
  compare(verdict, done.command === expected, 'the typed command', expected || 'none', done.command);
  if (!done.ran) {
    const shown = plainText(done.events.map(([, text]) => text).join('')).trim();
    compare(verdict, shown === '', 'what a pane shows in which nothing was typed', 'nothing', shown);
  }
  const { ends } = step;
  const open = ends && ('deadlineMs' in ends || 'seen' in ends || ('paneCloses' in ends && ends.paneCloses === pane));
  if (expected !== '' && !open) compare(verdict, done.exitCode !== null, 'an exit status', 'there', 'none');
}

/** What a take says as a whole, before any output is read: its steps and panes, the readings of the host, samples and times. */
export function proveWhole(recorded: RecordedTake): Verdict {
  const { scene, take, facts } = recorded;
  const verdict: Verdict = { compared: 0, failures: [] };
  proveShape(recorded, verdict);
  const moments = [...new Set(scene.steps.flatMap((_, index) => momentsOf(facts, index)))];
  proveCoherence(moments, verdict);
  proveSamples(facts, verdict);
  proveTimes(recorded, verdict);
  const typed = scene.steps.flatMap((step) => inputsOf(stepInTake(step, take)).map(({ type }) => type));
  proveReadings(facts, moments, [...preparationOf(scene, take), ...typed], verdict);
  return verdict;
}

/** All that was asked in a take: what was typed, what it printed, and from where it looks. */
export function claimsOf({ scene, take, panes, facts }: RecordedTake): Claim[] {
  const { provenance } = facts;
  const began = Date.parse(provenance.recorded) / 1000;
  const claims: Claim[] = [];
  const samples = Object.fromEntries(facts.steps.map((step) => [step.id, step.samples ?? []]));
  const told: Told = { provenance, began, scene, take, prepared: preparationOf(scene, take), samples, claims };
  const firstHostnames = firstHostnamesOf(facts);
  for (const [index, { id }] of scene.steps.entries()) {
    const moments = momentsOf(facts, index);
    const asked = Object.entries(panes).flatMap(([pane, { steps }]): Claim[] => {
      const done = steps.find((each) => each.step === id);
      const view = viewAt(scene.panes[pane]?.via, moments[0]);
      if (!done?.ran || !view || moments.length === 0) return [];
      const { command, exitCode } = done;
      const [from, to] = timesOf(done);
      const line = { commands: commandsOf(command), line: command, output: linesOf(done), status: exitCode };
      return [{ ...line, ...{ view, moments, step: id, pane, from, to, told, firstHostnames } }];
    });
    claims.push(...asked.sort((a, b) => a.from - b.from));
  }
  return claims;
}

function linesOf({ output }: PaneStep): string[] {
  const lines = plainText(output)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function firstHostnamesOf(facts: TakeFacts): Map<string, string> {
  const names = new Map<string, string>();
  for (const index of facts.steps.keys())
    for (const moment of momentsOf(facts, index))
      for (const { id, name } of moment.containers) {
        const hostname = hostnameSeen({ container: name }, moment);
        // With --uts=host the name that is seen is the host's; what Docker wrote down is not in the facts.
        const own = standsBeside({ container: name }, moment)?.ns.uts !== standsBeside({ host: true }, moment)?.ns.uts;
        if (hostname !== undefined && own && !names.has(id)) names.set(id, hostname);
      }
  return names;
}

function whereOf(prompt: string): string | undefined {
  return /^[^@]+@([^:]+):/.exec(prompt)?.[1];
}

/**
 * The prompt names the host that bash found when it started: just before the pane's first step, or, where another bash has
 * taken its place to leave the host, at the end of the step before.
 */
function provePrompt(
  { scene, panes, facts }: RecordedTake,
  pane: string,
  done: PaneStep,
  before: HostFacts | undefined,
  verdict: Verdict,
): void {
  const { via } = scene.panes[pane] ?? {};
  const now = viewAt(via, before);
  const index = scene.steps.findIndex((step) => step.id === panes[pane]?.steps[0]?.step);
  const [view, moment] = now && 'stranger' in now ? [now, before] : [viewOf(via), momentsOf(facts, index)[0]];
  const hostname = view && moment && hostnameSeen(view, moment);
  // A user is who they are, and where: no scene changes directory. Only root's prompt ends in #.
  const prompts = panes[pane]?.steps.filter(({ ran }) => ran).map(({ prompt }) => prompt) ?? [];
  const first = prompts.find((prompt) => whereOf(prompt) === whereOf(done.prompt)) ?? '';
  const [parts, told] = [first, done.prompt].map((prompt) =>
    /^(.+)@[^@:]+:(.+)([#$]) $/.exec(prompt)?.slice(1).join(' '),
  );
  compare(verdict, parts !== undefined && parts === told, 'the prompt’s user and directory', first, done.prompt);
  const root = done.prompt.startsWith('root@');
  compare(verdict, root === done.prompt.endsWith('# '), 'the prompt’s end', root ? '#' : '$', done.prompt);
  // A user without a name is called "I have no name!".
  const found = whereOf(done.prompt);
  if (hostname !== undefined)
    compare(verdict, found === hostname, 'the prompt’s hostname', hostname, found ?? done.prompt);
}
