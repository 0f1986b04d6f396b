import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { lessons } from '../content/lessons/index.ts';
import { withHandmade } from '../src/host/by-hand.ts';
import { parseFacts } from '../src/host/parse.ts';
import { advance, begun } from '../src/lesson/lesson.ts';
import { prelude } from '../src/workbench/prelude.ts';
import { forGuest } from '../vite/workbench.ts';
import { switchOn } from './guest.ts';
import { paths } from './paths.ts';
import { type Shown, shownLesson, shownRows } from './shown.ts';

const { Terminal }: typeof import('@xterm/headless') = createRequire(import.meta.url)('@xterm/headless');

/**
 * Records the picture that stands on the page until the machine is asked for: what both shells show and what the kernel reports when
 * the solution of a lesson was typed on the saved machine. Each line waits for the prompt, and for the goals that it builds on.
 */
async function show(): Promise<void> {
  const lesson = lessons.find(({ id }) => id === shownLesson);
  if (!lesson) throw new Error(`There is no lesson ${shownLesson}.`);
  const state = readFileSync(paths.state);
  const guest = switchOn({ initial_state: { buffer: new Uint8Array(state).buffer } });
  await new Promise<void>((started) => guest.emulator.add_listener('emulator-started', () => started()));
  const screens = [1, 2].map(() => new Terminal({ cols: 80, rows: shownRows, allowProposedApi: true }));
  for (const [index, line] of ([0, 2] as const).entries())
    guest.emulator.add_listener(`serial${line}-output-byte`, (byte: number) =>
      screens[index]?.write(Uint8Array.of(byte)),
    );
  const collector = prelude + forGuest(readFileSync(`${paths.root}lab/collect.sh`, 'utf8'));
  await guest.said(1, `store ${Buffer.byteLength(collector)}\n${collector}`, /stored\r?\n/);
  const ask = async () => {
    const answer = await guest.said(1, `read ${[...lesson.reads, 'rows', shownRows].join(' ')}\n`, /\n== end\r?\n/);
    return answer.slice(answer.indexOf('== host')).replaceAll('\r', '');
  };
  for (const line of [0, 2]) await guest.said(line, '\u000c', prompt);
  let progress = begun;
  let answer = await ask();
  const facts = () => withHandmade(parseFacts(answer));
  for (const { shell, type, after = 0 } of lesson.solution) {
    while (progress.reached < after) {
      answer = await ask();
      progress = advance(lesson, progress, facts());
    }
    const rooms = facts().containers;
    const text = type.replace('{pid}', String(rooms.at(-1)?.pid ?? ''));
    console.log(`${shell}# ${text}`);
    await guest.said(shell === 1 ? 0 : 2, `${text}\n`, prompt);
    answer = await ask();
    progress = advance(lesson, progress, facts());
  }
  if (progress.reached < lesson.goals.length) throw new Error(`Only ${progress.reached} goals were reached.`);
  const shown: Shown = {
    state: createHash('sha256').update(state).digest('hex'),
    shells: screens.map(({ buffer: { active } }) =>
      Array.from({ length: shownRows }, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? ''),
    ),
    answer,
  };
  writeFileSync(paths.shown, `${JSON.stringify(shown, null, 1)}\n`);
}

const prompt = /[#$] (?:.\[6n)?$/;

show()
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
