import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, Score, State } from './state.ts';
import { createStore } from './store.ts';
import { answersOpen, pickKey, startOf, transition } from './transition.ts';

const score: Score = {
  takes: ['default', 'pid-host'],
  steps: 4,
  asks: { default: [0, 0, 3, 0], 'pid-host': [0, 2, 0, 0] },
};

const scores: fc.Arbitrary<Score> = fc.integer({ min: 0, max: 6 }).chain((steps) => {
  const asks = fc.array(fc.constantFrom(0, 0, 2, 4), { minLength: steps, maxLength: steps });
  return fc
    .record({ default: asks, other: asks })
    .map((perTake) => ({ takes: ['default', 'other'], steps, asks: perTake }));
});

const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Event>({ type: 'next' }) },
  fc.constantFrom<Event>({ type: 'back' }, { type: 'home' }, { type: 'end' }, { type: 'replay' }),
  fc.integer({ min: -2, max: 9 }).map((step): Event => ({ type: 'seek', step })),
  fc.integer({ min: -2, max: 5 }).map((answer): Event => ({ type: 'pick', answer })),
  fc.integer({ min: 0, max: 12 }).map((run): Event => ({ type: 'ran', run })),
  fc.constantFrom('default', 'other', 'unheard-of').map((take): Event => ({ type: 'take', take })),
  fc.constantFrom<Event>(
    { type: 'know', known: { quiet: true } },
    { type: 'know', known: { quiet: false, speed: 2, picks: { 'default/2': 1 } } },
    { type: 'know', known: {} },
  ),
  fc.constantFrom<Event>({ type: 'speed', speed: 2 }, { type: 'speed', speed: 'instant' }, { type: 'speed', speed: 1 }),
);

const played = (given: Score, all: Event[], from: State = startOf(given)): State =>
  all.reduce((state, event) => transition(given, state, event), from);

const stage = ({ take, step, phase }: State) => ({ take, step, phase });

/** Steps on until the next step is over, whatever stands in the way. */
function stepOn(given: Score, state: State): State {
  const now = transition(given, state, { type: 'next' });
  return now.phase === 'run' ? transition(given, now, { type: 'ran', run: now.run }) : now;
}

describe('the player', () => {
  test('runs a step and rests after it', () => {
    const running = played(score, [{ type: 'next' }]);
    expect(stage(running)).toEqual({ take: 'default', step: 0, phase: 'run' });
    expect(stage(transition(score, running, { type: 'ran', run: running.run }))).toEqual({
      take: 'default',
      step: 1,
      phase: 'rest',
    });
  });

  test('asks nothing while no questions are wanted, and asks what was not answered when they are again', () => {
    const quiet = played(score, [
      { type: 'know', known: { quiet: true } },
      { type: 'seek', step: 2 },
    ]);
    expect(answersOpen(score, quiet)).toBe(0);
    const ran = played(score, [{ type: 'next' }], quiet);
    expect(ran).toMatchObject({ phase: 'run', picks: {} });
    const again = played(
      score,
      [
        { type: 'seek', step: 2 },
        { type: 'know', known: { quiet: false } },
      ],
      ran,
    );
    expect(answersOpen(score, again)).toBe(3);
  });

  test('takes over what became known elsewhere, and is the same where that is nothing new', () => {
    const known = { speed: 2 as const, quiet: true, picks: { 'default/2': 1 } };
    const state = played(score, [
      { type: 'seek', step: 2 },
      { type: 'know', known },
    ]);
    expect(state).toMatchObject({ step: 2, ...known });
    expect(transition(score, state, { type: 'know', known })).toBe(state);
  });

  test('finishes at once when pressed a second time', () => {
    expect(stage(played(score, [{ type: 'next' }, { type: 'next' }]))).toEqual({
      take: 'default',
      step: 1,
      phase: 'rest',
    });
  });

  test('asks as soon as the step before is over, until an answer is picked', () => {
    const asked = played(score, [{ type: 'seek', step: 2 }]);
    expect(answersOpen(score, asked)).toBe(3);
    const picked = transition(score, asked, { type: 'pick', answer: 1 });
    expect(picked).toMatchObject({ phase: 'run', step: 2, picks: { [pickKey('default', 2)]: 1 } });
    expect(answersOpen(score, picked)).toBe(0);
    expect(answersOpen(score, transition(score, picked, { type: 'back' }))).toBe(0);
  });

  test('asks nothing where no question stands, and then takes no answer', () => {
    const start = startOf(score);
    expect(answersOpen(score, start)).toBe(0);
    expect(transition(score, start, { type: 'pick', answer: 0 })).toBe(start);
  });

  test('takes no answer that was not offered', () => {
    const asked = played(score, [{ type: 'seek', step: 2 }]);
    for (const answer of [-1, 3, 0.5, Number.NaN])
      expect(transition(score, asked, { type: 'pick', answer })).toBe(asked);
  });

  test('runs past a question that is not answered, notes it as skipped, and asks it only once', () => {
    const skipped = played(score, [{ type: 'seek', step: 2 }, { type: 'next' }, { type: 'back' }]);
    expect(skipped).toMatchObject({ phase: 'rest', step: 2, picks: { [pickKey('default', 2)]: -1 } });
    expect(answersOpen(score, skipped)).toBe(0);
  });

  test('drops the end of a run that is no longer the run', () => {
    const again = played(score, [{ type: 'next' }, { type: 'back' }, { type: 'next' }]);
    expect(again.run).toBe(2);
    expect(transition(score, again, { type: 'ran', run: 1 })).toBe(again);
  });

  test('does not run at instant speed, and still asks', () => {
    const instant = played(score, [{ type: 'speed', speed: 'instant' }, { type: 'next' }, { type: 'next' }]);
    expect(stage(instant)).toEqual({ take: 'default', step: 2, phase: 'rest' });
    expect(answersOpen(score, instant)).toBe(3);
    expect(stage(transition(score, instant, { type: 'pick', answer: 0 }))).toEqual({
      take: 'default',
      step: 3,
      phase: 'rest',
    });
  });

  test('replays the last step', () => {
    expect(stage(played(score, [{ type: 'seek', step: 2 }, { type: 'replay' }]))).toEqual({
      take: 'default',
      step: 1,
      phase: 'run',
    });
    expect(played(score, [{ type: 'replay' }])).toEqual(startOf(score));
  });

  test('swaps the take at the same step, and ignores one it does not know', () => {
    const there = played(score, [
      { type: 'seek', step: 3 },
      { type: 'take', take: 'pid-host' },
    ]);
    expect(stage(there)).toEqual({ take: 'pid-host', step: 3, phase: 'rest' });
    expect(transition(score, there, { type: 'take', take: 'nowhere' })).toBe(there);
  });
});

describe('whatever a reader presses', () => {
  test('the step stays within the scene, the take is one of the scene and only a known phase is reached', () => {
    fc.assert(
      fc.property(scores, fc.array(events, { maxLength: 40 }), (given, all) => {
        const end = played(given, all);
        expect(end.step).toBeGreaterThanOrEqual(0);
        expect(end.step).toBeLessThanOrEqual(given.steps);
        expect(given.takes).toContain(end.take);
        if (end.phase !== 'rest') expect(end.step).toBeLessThan(given.steps);
      }),
    );
  });

  test('Back after a finished step shows exactly the stage before it', () => {
    fc.assert(
      fc.property(scores, fc.array(events, { maxLength: 40 }), (given, all) => {
        const here = transition(given, played(given, all), { type: 'seek', step: played(given, all).step });
        const over = stepOn(given, here);
        fc.pre(over.step > here.step);
        expect(stage(transition(given, over, { type: 'back' }))).toEqual(stage(here));
      }),
    );
  });

  test('seeking to a step shows what stepping there shows', () => {
    fc.assert(
      fc.property(scores, fc.array(events, { maxLength: 20 }), fc.nat(6), (given, all, target) => {
        const from = played(given, all);
        let stepped = transition(given, from, { type: 'home' });
        for (let step = 0; step < Math.min(target, given.steps); step += 1) stepped = stepOn(given, stepped);
        expect(stage(stepped)).toEqual(stage(transition(given, from, { type: 'seek', step: target })));
      }),
    );
  });

  test('the end of a run counts once', () => {
    fc.assert(
      fc.property(scores, fc.array(events, { maxLength: 40 }), (given, all) => {
        const now = played(given, all);
        const end: Event = { type: 'ran', run: now.run };
        const once = transition(given, now, end);
        expect(transition(given, once, end)).toBe(once);
        expect(once.step - now.step).toBe(now.phase === 'run' ? 1 : 0);
      }),
    );
  });

  test('no event changes the state it is given', () => {
    fc.assert(
      fc.property(scores, fc.array(events, { maxLength: 20 }), events, (given, all, event) => {
        const now = played(given, all);
        const copy = structuredClone(now);
        transition(given, now, event);
        expect(now).toEqual(copy);
      }),
    );
  });
});

describe('the store', () => {
  test('tells every change once, in order, also those that a listener causes', () => {
    const store = createStore(score);
    const heard: string[] = [];
    store.subscribe((state) => {
      if (state.phase === 'run') store.dispatch({ type: 'ran', run: state.run });
    });
    store.subscribe((state) => heard.push(`${state.step} ${state.phase}`));
    store.dispatch({ type: 'next' });
    store.dispatch({ type: 'next' });
    expect(heard).toEqual(['0 run', '1 rest', '1 run', '2 rest']);
  });

  test('is silent when nothing changes, and after leaving', () => {
    const store = createStore(score);
    let calls = 0;
    const leave = store.subscribe(() => {
      calls += 1;
    });
    store.dispatch({ type: 'back' });
    expect(calls).toBe(0);
    leave();
    store.dispatch({ type: 'end' });
    expect(calls).toBe(0);
  });

  test('applies the same events to the same end as the transition alone', () => {
    fc.assert(
      fc.property(scores, fc.array(events, { maxLength: 40 }), (given, all) => {
        const store = createStore(given);
        for (const event of all) store.dispatch(event);
        expect(store.get()).toEqual(played(given, all));
      }),
    );
  });
});
