import { createHash } from 'node:crypto';
import type { Read, Sampled } from '../diagram/building/geometry.ts';
import { changesOf, differs, withChanges } from '../diagram/changes.ts';
import type { Format } from '../diagram/drawing.ts';
import { lenses } from '../diagram/lenses/index.ts';
import { doorPart } from '../host/doors.ts';
import { type EntityRef, partOf } from '../host/entity.ts';
import type { HostFacts } from '../host/facts.ts';
import { tenantsOf } from '../host/views.ts';
import type { TakeRecording } from '../recording/parse.ts';
import type { StepFacts, TakeFacts } from '../recording/recording.ts';
import { inputsOf, type SceneScript, type StepScript, stepInTake } from '../recording/script.ts';
import { scriptHash } from '../recording/script-hash.ts';
import type { Row, SceneData, StageData, StepData, TakeData } from '../scene/data.ts';
import { fail, type Place } from './author-error.ts';
import { fitted } from './captions.ts';
import { checkScript, lensOf } from './check-script.ts';
import { type Artist, artistFor } from './draw.ts';
import { checkStatuses } from './expects.ts';
import { checkLiterals, sourcesUntil } from './literals.ts';
import type { Moment } from './moment.ts';
import { type PaneHistory, playPane } from './pane.ts';
import { provenTry, proveReports, reportsUpTo } from './prove.ts';
import { plain, quoted, rich } from './rich.ts';
import { checkExpected, markedOutput, prediction, statusesUntil } from './shown.ts';
import { signsUpTo } from './signs.ts';
import { answersIn, askedIn, readsWith, refusedIn, sentIn } from './tell.ts';

/** Joins a scene's script with its recordings, by take; every disagreement ends in an AuthorError of one sentence. */
export async function compile(
  script: SceneScript,
  recordings: Record<string, TakeRecording>,
  folder = `content/scenes/${script.id}`,
): Promise<SceneData> {
  checkScript(script, `${folder}/scene.ts`);
  const lens = lensOf(script, `${folder}/scene.ts`);
  const draw = artistFor(lens, recordings, script);
  const takes: TakeData[] = [];
  const vouched = new Set<string>();
  for (const id of Object.keys(script.takes)) {
    const recording = recordings[id];
    if (!recording) return fail({ file: `${folder}/${id}` }, 'a recording of every take', 'none');
    takes.push(await compileTake(script, id, recording, draw, folder, vouched));
  }
  const idle = script.numbers?.find(({ number }) => !vouched.has(number));
  if (idle)
    fail(
      { file: `${folder}/scene.ts` },
      'each of `numbers` to be needed by a sentence',
      `${idle.number}, which none needs`,
    );
  const panes = Object.entries(script.panes).map(([id, { title, via, rows }]) => ({
    id,
    title,
    rows,
    ...(via ? { via } : {}),
  }));
  return {
    id: script.id,
    title: script.title,
    lens,
    tone: lenses[lens].focus ?? 'ink',
    varies: script.varies ?? 'Recorded with',
    panes,
    takes,
  };
}

async function compileTake(
  script: SceneScript,
  take: string,
  recording: TakeRecording,
  draw: Artist,
  folder: string,
  vouched: Set<string>,
): Promise<TakeData> {
  const { facts } = recording;
  const ids = script.steps.map((step) => step.id);
  const recorded = facts.steps.map((step) => step.id);
  if (ids.join() !== recorded.join())
    fail({ file: `${folder}/${take}/facts.json` }, `the steps ${ids.join(', ')}`, recorded.join(', ') || 'none');

  const hash = scriptHash(script, take, sha256);
  if (facts.provenance.script !== hash)
    fail(
      { file: `${folder}/${take}/facts.json` },
      `a recording of the script as it is (${hash.slice(0, 12)})`,
      `one of another (${facts.provenance.script.slice(0, 12) || 'no hash'})`,
    );

  const histories: Record<string, PaneHistory> = {};
  for (const pane of Object.keys(script.panes)) {
    const cast = recording.panes[pane];
    if (!cast) return fail({ file: `${folder}/${take}/${pane}.cast` }, 'the recording of this pane', 'no such file');
    if (cast.header.provenance.recorded !== facts.provenance.recorded || cast.header.provenance.script !== hash)
      fail(
        { file: `${folder}/${take}/${pane}.cast` },
        `the recording of ${facts.provenance.recorded}, as in facts.json`,
        `one of ${cast.header.provenance.recorded}`,
      );
    histories[pane] = await playPane(cast, pane, script, take, `${folder}/${take}/${pane}.cast`);
  }

  const described = script.takes[take];
  const placeOf = (told: StepScript): Place => ({
    file: `${folder}/scene.ts`,
    step: told.id,
    ...(take === Object.keys(script.takes)[0] ? {} : { take }),
  });
  const start = {
    ...stage(script, facts.start, histories, -1),
    drawings: draw(facts.start, {
      asked: [],
      reads: [],
      comes: tenantsIn(facts.steps.map(({ after }) => after)),
      veiled: [
        ...veiledParts(script.veil ?? [], script, facts.start, { file: `${folder}/scene.ts` }),
        ...shutDoors(script, -1),
      ],
    }),
  };
  let earlier: Read[] = [];
  const steps = script.steps.map((told, index) => {
    const { before, after } = factsAround(facts, index);
    const place = placeOf(told);
    const sampled = sampledBy(script, take, facts, index);
    const afters = facts.steps.map((one) => one.after);
    const step = stepInTake(told, take);
    const moment: Moment = {
      place,
      take,
      afters,
      script,
      step,
      before,
      after,
      draw,
      sampled,
      earlier,
      comes: tenantsIn(afters.slice(index + 1)),
      went: tenantsIn([facts.start, ...afters.slice(0, index)]),
      provenance: facts.provenance,
      vouched,
    };
    const { data, reads } = compileStep(moment, index, histories);
    earlier = reads;
    return data;
  });
  return {
    id: take,
    label: described?.label ?? take,
    name: described?.name ?? described?.label ?? take,
    ...(described?.removes ? { removes: described.removes } : {}),
    provenance: facts.provenance,
    downloads: Object.fromEntries(
      Object.keys(script.panes).map((pane) => [pane, `recordings/${script.id}/${take}/${pane}.cast`]),
    ),
    start,
    steps: showingChanges(start, steps, (index) => {
      const told = script.steps[index] as StepScript;
      return { place: placeOf(told), still: stepInTake(told, take).still };
    }),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The same steps, each with what it changed in its drawings; one that changes nothing has to say why. */
function showingChanges(
  start: StageData,
  steps: StepData[],
  told: (index: number) => { place: Place; still: string | undefined },
): StepData[] {
  return steps.map((step, index) => {
    const before = (steps[index - 1] ?? start).drawings;
    const { place, still } = told(index);
    const changed = differs(changesOf(before.tall, step.drawings.tall));
    if (!changed && still === undefined)
      fail(
        place,
        'a drawing that differs from the one before, or a `still` that says why not',
        'the same drawing and no `still`',
      );
    if (changed && still !== undefined)
      fail(place, 'no `still`, because the drawing differs from the one before', `"${still}"`);
    const shown = (format: Format) =>
      withChanges(step.drawings[format], changesOf(before[format], step.drawings[format]));
    return { ...step, drawings: { tall: shown('tall'), landscape: shown('landscape') } };
  });
}

function factsAround(facts: TakeFacts, index: number): { before: HostFacts; after: HostFacts } {
  const step = facts.steps[index] as StepFacts;
  const earlier = facts.steps[index - 1]?.after ?? facts.start;
  return { before: step.before ?? earlier, after: step.after };
}

/** Whoever has a room at one of these moments. */
function tenantsIn(moments: HostFacts[]): string[] {
  return [...new Set(moments.flatMap((facts) => tenantsOf(facts).map(({ name }) => name)))];
}

function sampledBy(script: SceneScript, take: string, facts: TakeFacts, index: number): Sampled | undefined {
  for (let at = index; at >= 0; at--) {
    const [step, samples] = [script.steps[at], facts.steps[at]?.samples];
    const of = step && stepInTake(step, take).sample?.of;
    if (of && samples) return { of, samples, fresh: at === index };
  }
  return undefined;
}

function compileStep(
  moment: Moment,
  index: number,
  histories: Record<string, PaneHistory>,
): { data: StepData; reads: Read[] } {
  const { place, script, step, before, after } = moment;
  const printed = markedOutput(moment, index, histories);
  const { take } = moment;
  proveReports(moment, printed);
  const reads = readsWith(moment.earlier, printed, script, after);
  checkExpected(moment, index, histories);
  for (const text of [step.after, step.predict?.because ?? ''])
    checkStatuses(text, statusesUntil(index, histories), place);
  for (const number of checkLiterals(step, sourcesUntil(moment, index, histories), script.numbers, place))
    moment.vouched.add(number);
  const say = (text: string, facts: HostFacts) => rich(quoted(text, facts, script.entities, place), place);
  const told = fitted('after', say(step.after, after), place);
  const inputs = inputsOf(step).map(({ pane, type }) => ({ pane, command: type }));
  const answered = inputs.at(-1)?.pane ?? '';
  const data: StepData = {
    ...stage(script, after, histories, index),
    drawings: moment.draw(after, {
      veiled: [...veiledParts(step.veil ?? [], script, after, place), ...shutDoors(script, index)],
      packet: step.packet && {
        from: step.packet.from,
        to: step.packet.to,
        answered: !step.packet.oneWay && histories[answered]?.steps[index]?.exitCode === 0,
      },
      signs: signsUpTo(script, moment.take, index, after, histories, place),
      sampled: moment.sampled,
      tries: provenTry(moment, take, printed),
      reports: reportsUpTo(script, take, index, place, moment.afters),
      before,
      asked: askedIn(step, script),
      answers: answersIn(step, script, printed),
      reads,
      sent: sentIn(step, script, moment, place),
      refused: refusedIn(step, script, printed, place),
      comes: moment.comes,
      went: moment.went,
      about: Object.values(printed).flatMap(({ marks }) =>
        marks.flatMap(({ entity }) => partOf(script.entities[entity] as EntityRef, after) ?? []),
      ),
    }),
    id: step.id,
    inputs,
    before: fitted('before', say(step.before, before), place),
    after: told,
    announce: plain(told),
    ...(step.predict ? { predict: prediction(moment, printed) } : {}),
    printed,
    exitCode: histories[answered]?.steps[index]?.exitCode ?? null,
  };
  return { data, reads };
}

function stage(
  script: SceneScript,
  facts: HostFacts,
  histories: Record<string, PaneHistory>,
  index: number,
): Omit<StageData, 'drawings'> {
  const idle: Record<string, Row> = {};
  const opened: Record<string, string> = {};
  for (const [pane, history] of Object.entries(histories)) {
    const waits = index < 0 ? history.idleAtStart : history.steps[index]?.idle;
    if (waits) idle[pane] = waits;
    if (history.opensAfter === index && history.opening) opened[pane] = history.opening;
  }
  return { idle, entities: entitiesIn(script.entities, facts), opened };
}

/** The doors that no step up to this one has opened. */
export function shutDoors({ doors = [], steps }: SceneScript, index: number): string[] {
  const open = new Set(steps.slice(0, index + 1).flatMap(({ opens = [] }) => opens));
  return doors.filter((door) => !open.has(door)).map(doorPart);
}

function veiledParts(names: string[], script: SceneScript, facts: HostFacts, place: Place): string[] {
  return names.flatMap((name) => {
    const ref = script.entities[name];
    if (!ref) return fail(place, `one of the entities ${Object.keys(script.entities).join(', ')} to veil`, `"${name}"`);
    return partOf(ref, facts) ?? [];
  });
}

function entitiesIn(entities: Record<string, EntityRef>, facts: HostFacts): Record<string, string> {
  const parts = Object.entries(entities).map(([name, ref]) => [name, partOf(ref, facts)] as const);
  return Object.fromEntries(parts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
