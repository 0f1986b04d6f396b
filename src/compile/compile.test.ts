import { describe, expect, test } from 'vitest';
import type { PaneStep, TakeRecording } from '../recording/parse.ts';
import type { SceneScript } from '../recording/script.ts';
import { captionLimits } from './captions.ts';
import { compile } from './compile.ts';
import { hostPrompt, promptOf, provenanceFor, recordings, script, stepOf, webPrompt } from './fixture.ts';
import { textOf } from './screen.ts';

const copy = (): SceneScript => structuredClone(script);
const takeOf = async (told = script, recorded = recordings()) => {
  rehash(told, recorded);
  const take = (await compile(told, recorded)).takes[0];
  if (!take) throw new Error('no take');
  return take;
};

describe('a compiled scene', () => {
  test('holds per pane the rows from the prompt to the last line of the answer', async () => {
    const { steps } = await takeOf();
    const host = steps[0]?.printed.host;
    expect(host?.rows.map(textOf)).toEqual([
      'root@dockerhost:~# docker run -d --name web isolate-lab:13 sleep 600',
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect(host).toMatchObject({ firstRow: 0, commandRows: 1 });
    expect(host?.rows[0]?.[0]).toEqual({ text: 'root@dockerhost:~# ', look: 'prompt' });
    expect(steps[1]?.printed.host).toBeUndefined();
  });

  test('says which prompt waits, and keeps a pane closed until its step', async () => {
    const { start, steps } = await takeOf();
    expect(Object.keys(start.idle)).toEqual(['host']);
    expect(textOf(steps[0]?.idle.web ?? [])).toBe(webPrompt);
    expect(steps[0]?.opened.web).toContain(webPrompt);
    expect(steps[1]?.opened).toEqual({});
  });

  test('says in which colour its marks are: that of the course that its lens looks at, or ink', async () => {
    for (const [lens, tone] of [
      ['intro', 'pid'],
      ['net', 'net'],
      ['slab', 'ink'],
    ]) {
      const told = { ...copy(), lens: lens ?? '' };
      if (lens === 'net') setStep(told, 1, { still: 'No number of a process is drawn there.' });
      const recorded = recordings();
      rehash(told, recorded);
      expect(await compile(told, recorded)).toMatchObject({ lens, tone });
    }
  });

  test('finds each mark by row, column and length in the pane’s whole history', async () => {
    const web = (await takeOf()).steps[1]?.printed.web;
    expect(web?.marks).toEqual([{ row: 2, column: 6, length: 1, text: '1', entity: 'sleep' }]);
  });

  test('quotes the facts before a step in what is said before, and those after it in what is said after', async () => {
    const { steps } = await takeOf();
    expect(steps[0]?.before).toEqual(['The host runs 100 processes. Start ', { code: 'sleep 600' }, '.']);
    expect(steps[1]?.announce).toBe('Process 1 is sleep 600.');
    expect(steps[1]?.predict).toMatchObject({
      question: ['Which number has 908 inside?'],
      answers: [['908'], [{ code: '1' }]],
      right: 1,
    });
  });

  test('names the entities that exist then and the parts of the diagram that they are', async () => {
    const { start, steps } = await takeOf();
    expect(start.entities).toEqual({ host: 'host' });
    expect(steps[0]?.entities).toEqual({ web: 'container:web', sleep: 'process:web', host: 'host' });
  });

  test('counts the rows of a command that is longer than the terminal is wide', async () => {
    const told = copy();
    const recorded = recordings();
    const long = `echo ${'x'.repeat(100)}`;
    if (told.steps[1])
      told.steps[1] = { ...told.steps[1], run: { pane: 'web', type: long }, marks: [], predict: undefined };
    webSteps(recorded)[0] = stepOf('inside', webPrompt, long, `${'x'.repeat(100)}\n`);
    expect((await takeOf(told, recorded)).steps[1]?.printed.web).toMatchObject({ commandRows: 2, rows: { length: 4 } });
  });

  test('keeps colours, and no colour on blanks', async () => {
    const recorded = recordings();
    webSteps(recorded)[0] = stepOf(
      'inside',
      webPrompt,
      'ps',
      '\x1b[31mred\x1b[0m   \x1b[1;96m1 sleep 600\x1b[0m \x1b[38:5:245mgrey\x1b[0m\n',
    );
    expect((await takeOf(script, recorded)).steps[1]?.printed.web?.rows[1]).toEqual([
      { text: 'red   ', look: 'red' },
      { text: '1 sleep 600 ', look: 'bold-cyan' },
      { text: 'grey', look: 'dim' },
    ]);
  });

  test('leaves the last prompt of a shell that was killed on the screen, where it waits no longer', async () => {
    const told = copy();
    const recorded = recordings();
    const step = { run: { pane: 'host', type: 'kill -KILL 908' }, ends: { paneCloses: 'web' } };
    setStep(told, 1, { ...step, marks: [], predict: undefined });
    webSteps(recorded).pop();
    recorded.default?.panes.host?.steps.push(stepOf('inside', hostPrompt, 'kill -KILL 908', ''));
    const { idle, printed } = (await takeOf(told, recorded)).steps[1] ?? {};
    expect(Object.keys(idle ?? {})).toEqual(['host']);
    expect(printed?.web).toMatchObject({ firstRow: 0, commandRows: 0, bytes: [] });
    expect(printed?.web?.rows.map(textOf)).toEqual([webPrompt.trimEnd()]);
  });
});

describe('a caption', () => {
  test.each(Object.entries(captionLimits))(
    '“%s” may have %i characters as it is read, quotes and all',
    async (kind, limit) => {
      const told = copy();
      setStep(told, 1, saying(told, kind, `{sleep.pid}\`${'x'.repeat(limit - 3)}\``));
      expect(JSON.stringify((await takeOf(told)).steps[1])).toContain('x'.repeat(limit - 3));
    },
  );

  test('has the same limits in a take that tells a step otherwise', async () => {
    const told = copy();
    setStep(told, 1, { in: { default: { after: 'x'.repeat(captionLimits.after + 1) } } });
    await expect(takeOf(told)).rejects.toThrow(/step inside: expected "after" of at most 170 characters, found 171: /);
  });
});

describe('an author’s mistake ends the build with a sentence that names file, step, expected and found', () => {
  const mistakes: [string, (told: SceneScript, recorded: Record<string, TakeRecording>) => void, RegExp][] = [
    [
      'an unknown lens',
      (told) => {
        told.lens = 'pids';
      },
      /^content\/scenes\/sample\/scene\.ts: expected the lens intro, wall, pid, .* or \w+, found "pids"\.$/,
    ],
    [
      'a lens named like what every object has',
      (told) => {
        told.lens = 'constructor';
      },
      /expected the lens intro, .*, found "constructor"/,
    ],
    [
      'an unknown pane',
      (told) => setStep(told, 0, { run: { pane: 'guest', type: 'x' } }),
      /step start.*expected "x" in the pane host or web, found "guest"\./,
    ],
    [
      'a mark in an unknown pane',
      (told) => setStep(told, 0, { marks: [{ pane: 'a', text: 'x', entity: 'web' }] }),
      /the mark "x" in the pane host or web, found "a"/,
    ],
    [
      'an unknown take',
      (told) => setStep(told, 0, { in: { nowhere: {} } }),
      /step start: expected the take default, found "nowhere"/,
    ],
    [
      'an unknown entity',
      (told) => setStep(told, 0, { marks: [{ pane: 'host', text: 'x', entity: 'nobody' }] }),
      /expected the mark "x" to point at web, sleep or host, found "nobody"/,
    ],
    [
      'an id used twice',
      (told) => setStep(told, 1, { id: 'start' }),
      /step start: expected an id that no other step has/,
    ],
    [
      'a pane that opens after an unknown step',
      (told) => {
        (told.panes.web ?? (told.panes.host as never)).opensAfter = 'never';
      },
      /pane web to open after start or inside, found opensAfter: "never"/,
    ],
    [
      'a right answer that is none',
      (told) => setStep(told, 1, { predict: { ...predicted(told), right: 2 } }),
      /index to be 0 to 1, found 2/,
    ],
    [
      'a single answer',
      (told) => setStep(told, 1, { predict: { ...predicted(told), answers: ['yes'], right: 0 } }),
      /two to four answers, found 1/,
    ],
    [
      'a proof that nobody printed',
      (told) => setStep(told, 1, { predict: { ...predicted(told), proof: { pane: 'web', text: 'wake' } } }),
      /step inside.*expected the proof "wake" in what web shows, found " {4}PID COMMAND \//,
    ],
    [
      'a mark that is not in the answer',
      (told) => setStep(told, 1, { marks: [{ pane: 'web', text: 'ps -o', line: 'sleep', entity: 'sleep' }] }),
      /step inside.*expected "ps -o" on a line with "sleep" in what web answers, found "/,
    ],
    [
      'a mark that was only typed',
      (told) => setStep(told, 0, { marks: [{ pane: 'host', text: 'docker run', entity: 'web' }] }),
      /expected "docker run" in what host answers/,
    ],
    [
      'a mark in a silent pane',
      (told) => setStep(told, 1, { marks: [{ pane: 'host', text: 'x', entity: 'host' }] }),
      /found no output at all/,
    ],
    [
      'a mark whose entity is not there',
      (told) => {
        told.entities.gone = { container: 'gone' };
        setStep(told, 1, { marks: [{ pane: 'web', text: 'sleep 600', entity: 'gone' }] });
      },
      /the entity "gone" of the mark "sleep 600" to exist/,
    ],
    [
      'an unknown value',
      (told) => setStep(told, 1, { after: 'It is {sleep.colour}.' }),
      /step inside.*expected a value for \{sleep\.colour\}, found this: /,
    ],
    [
      'a single backtick',
      (told) => setStep(told, 1, { after: 'It is `1.' }),
      /expected backticks in pairs, found one without its partner/,
    ],
    ...Object.entries(captionLimits).map(([kind, limit]): (typeof mistakes)[number] => [
      `a text "${kind}" that is longer than there is room for, once its quotes are resolved`,
      (told) => setStep(told, 1, saying(told, kind, `{sleep.pid}${'x'.repeat(limit - 2)}`)),
      new RegExp(
        `scene\\.ts, step inside: expected "${kind}" of at most ${limit} characters, found ${limit + 1}: "908x+"\\.`,
      ),
    ]),
    [
      'a take without recordings',
      (told) => {
        told.takes.other = { label: 'x' };
      },
      /content\/scenes\/sample\/other: expected a recording of every take, found none/,
    ],
    [
      'a pane without a recording',
      (_, recorded) => {
        delete recorded.default?.panes.web;
      },
      /default\/web\.cast: expected the recording of this pane, found no such file/,
    ],
    [
      'recorded steps that are others',
      (_, recorded) => {
        recorded.default?.facts.steps.pop();
      },
      /facts\.json: expected the steps start, inside, found start\./,
    ],
    [
      'a step that was not recorded',
      (_, recorded) => {
        recorded.default?.panes.web?.steps.pop();
      },
      /web\.cast, step inside.*expected what was typed and answered in this step, found nothing recorded/,
    ],
    [
      'a recording of another script',
      (told) => setStep(told, 0, { run: { pane: 'host', type: 'docker run' } }),
      /default\/facts\.json: expected a recording of the script as it is \(\w{12}\), found one of another \(\w{12}\)/,
    ],
    [
      'a cast that was recorded at another time',
      (_, recorded) => {
        const cast = recorded.default?.panes.web;
        if (cast) cast.header.provenance = { ...cast.header.provenance, recorded: '2026-01-01T00:00:00Z' };
      },
      /web\.cast: expected the recording of 2026-11-24T01:02:03Z, as in facts\.json, found one of 2026-01-01/,
    ],
    [
      'a step whose drawing is the one before',
      (told) => {
        told.lens = 'net';
      },
      /^content\/scenes\/sample\/scene\.ts, step inside: expected a drawing that differs from the one before, or a `still` that says why not, found the same drawing and no `still`\.$/,
    ],
    [
      'the same in a take that is not the first, which is named',
      (told, recorded) => {
        told.lens = 'net';
        told.takes = { first: { label: 'first' }, ...told.takes };
        setStep(told, 1, { still: 'Nothing of a network is read.', in: { default: { still: undefined } } });
        recorded.first = recordings().default as TakeRecording;
      },
      /step inside, take default: expected a drawing that differs from the one before/,
    ],
    [
      'a still on a step that shows something',
      (told) => setStep(told, 1, { still: 'Nothing happens.' }),
      /step inside: expected no `still`, because the drawing differs from the one before, found "Nothing happens\."\.$/,
    ],
    [
      'output without a last new line',
      (_, recorded) => {
        const steps = recorded.default?.panes.web?.steps;
        if (steps) steps[0] = stepOf('inside', webPrompt, 'printf x', '1 sleep 600');
      },
      /expected output that ends with a new line/,
    ],
  ];

  test.each(mistakes)('%s', async (mistake, spoil, sentence) => {
    const told = copy();
    const recorded = recordings();
    rehash(told, recorded);
    spoil(told, recorded);
    if (!/another (script|time)/.test(mistake)) rehash(told, recorded);
    const error = await compile(told, recorded).then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error?.name).toBe('AuthorError');
    expect(error?.message).toMatch(sentence);
    expect(error?.message).toMatch(/^content\/scenes\/sample\/[^\n]+\.$/);
  });
});

/** Passes the recordings off as ones of this script. */
function rehash(told: SceneScript, recorded: Record<string, TakeRecording>): void {
  for (const [take, { facts, panes }] of Object.entries(recorded)) {
    facts.provenance = provenanceFor(told, take);
    for (const { header } of Object.values(panes)) header.provenance = provenanceFor(told, take);
  }
}

function webSteps(recorded: Record<string, TakeRecording>): PaneStep[] {
  const steps = recorded.default?.panes.web?.steps;
  if (!steps) throw new Error('the sample has no pane web');
  return steps;
}

function setStep(told: SceneScript, index: number, change: Partial<SceneScript['steps'][number]>): void {
  const step = told.steps[index];
  if (step) told.steps[index] = { ...step, ...change };
}

/** The second step with one of its texts said in this way. */
function saying(told: SceneScript, kind: string, text: string): Partial<SceneScript['steps'][number]> {
  if (kind === 'before' || kind === 'after') return { [kind]: text };
  const predict = predicted(told);
  return { predict: { ...predict, ...(kind === 'answer' ? { answers: ['1', text] } : { [kind]: text }) } };
}

function predicted(told: SceneScript): NonNullable<SceneScript['steps'][number]['predict']> {
  const predict = told.steps[1]?.predict;
  if (!predict) throw new Error('the sample predicts nothing');
  return predict;
}

test('the fixture’s prompt is what bash prints', () => {
  expect(promptOf('$ ', 1)).toBe('\x1b]133;D;1\x07\x1b]133;A\x07$ \x1b]133;B\x07');
});
