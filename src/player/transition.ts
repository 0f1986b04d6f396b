import type { Event, Score, Speed, State } from './state.ts';

/*
 * Where each event leads. `s` is the step that is over, `N` the number of steps; an empty cell: nothing changes.
 *
 *            rest                                            run
 * next       s < N: run*, and a question that stands         rest at s+1
 *            before that step is noted as skipped
 * pick       that question stands: note it, run*
 * ran                                                        rest at s+1, if it is this run's end
 * back       rest at s-1                                     rest at s
 * home end seek            ---- rest at that step, clamped ----
 * replay     s > 0: run* from s-1                            run again from s
 * take                     ---- rest at s in that take; an unknown take: nothing ----
 * speed                    ---- the same place, at that speed; instant ends a run ----
 * know                     ---- the same place, with what is known now; likewise ----
 *
 * run*: with speed `instant` a run is over as it begins: rest at the step after it.
 */

/** The state that an event leads to; the same object when nothing changes. */
export function transition(score: Score, state: State, event: Event): State {
  switch (event.type) {
    case 'next':
      if (state.phase === 'run') return restAt(score, state, state.step + 1);
      if (state.step >= score.steps) return state;
      return begin(score, answersOpen(score, state) > 0 ? withPick(state, -1) : state);
    case 'pick':
      return isAnswer(event.answer, answersOpen(score, state)) ? begin(score, withPick(state, event.answer)) : state;
    case 'ran':
      return state.phase === 'run' && event.run === state.run ? restAt(score, state, state.step + 1) : state;
    case 'back':
      return restAt(score, state, state.phase === 'rest' ? state.step - 1 : state.step);
    case 'home':
      return restAt(score, state, 0);
    case 'end':
      return restAt(score, state, score.steps);
    case 'seek':
      return restAt(score, state, event.step);
    case 'replay':
      if (state.phase === 'run') return begin(score, state);
      return state.phase === 'rest' && state.step > 0 ? begin(score, { ...state, step: state.step - 1 }) : state;
    case 'take':
      if (event.take === state.take || !score.takes.includes(event.take)) return state;
      return { ...state, take: event.take, phase: 'rest' };
    case 'speed':
      return atSpeed(score, state, event.speed);
    case 'know':
      return withKnown(score, state, event.known);
  }
}

/** The state before any event: the first take's start, at the usual speed. */
export function startOf(score: Score): State {
  return { take: score.takes[0] ?? '', step: 0, phase: 'rest', speed: 1, picks: {}, quiet: false, run: 0 };
}

/** The key under which the answer to the question before step + 1 is kept. */
export function pickKey(take: string, step: number): string {
  return `${take}/${step}`;
}

function begin(score: Score, state: State): State {
  if (state.speed === 'instant') return restAt(score, state, state.step + 1);
  return { ...state, phase: 'run', run: state.run + 1 };
}

function restAt(score: Score, state: State, step: number): State {
  const wanted = Number.isFinite(step) ? Math.trunc(step) : 0;
  const clamped = Math.min(Math.max(wanted, 0), score.steps);
  return state.phase === 'rest' && state.step === clamped ? state : { ...state, step: clamped, phase: 'rest' };
}

function atSpeed(score: Score, state: State, speed: Speed): State {
  if (speed === state.speed) return state;
  const faster = { ...state, speed };
  return speed === 'instant' && state.phase === 'run' ? restAt(score, faster, state.step + 1) : faster;
}

function withKnown(score: Score, state: State, known: Partial<State>): State {
  const { speed = state.speed, quiet = state.quiet, picks = {} } = known;
  const told = Object.keys(picks).some((place) => picks[place] !== state.picks[place]);
  const next = told || quiet !== state.quiet ? { ...state, quiet, picks: { ...state.picks, ...picks } } : state;
  return atSpeed(score, next, speed);
}

/** How many answers the question before the next step has, while it stands and waits for one; 0 when nothing is asked. */
export function answersOpen(score: Score, state: State): number {
  if (state.quiet || state.phase === 'run' || pickKey(state.take, state.step) in state.picks) return 0;
  return score.asks[state.take]?.[state.step] ?? 0;
}

function isAnswer(answer: number, answers: number): boolean {
  return Number.isInteger(answer) && answer >= 0 && answer < answers;
}

function withPick(state: State, answer: number): State {
  return { ...state, picks: { ...state.picks, [pickKey(state.take, state.step)]: answer } };
}
