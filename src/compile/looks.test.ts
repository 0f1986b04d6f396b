import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { theme } from '../terminal/theme.ts';
import { compile } from './compile.ts';
import { recordings, script, stepOf, webPrompt } from './fixture.ts';
import { textOf } from './screen.ts';

const answer = '1 sleep 600\n';
const where = 'content/scenes/sample/default/web.cast, step inside, take default: expected ';

/** The rows of the step whose output this is. */
async function played(output: string): Promise<string[]> {
  const recorded = recordings();
  const steps = recorded.default?.panes.web?.steps;
  if (steps) steps[0] = stepOf('inside', webPrompt, 'ps', output);
  const rows = (await compile(script, recorded)).takes[0]?.steps[1]?.printed.web?.rows;
  return (rows ?? []).map(textOf);
}

describe('output that takes away what was shown is refused by scene, take, pane and step', () => {
  test.each([
    ['clears the screen', `\x1b[H\x1b[2J${answer}`, 'a screen that was cleared or written over (as by ESC[H ESC[2J)'],
    ['clears it and goes nowhere', `x\n\x1b[2J${answer}`, 'a screen that was cleared or written over'],
    ['goes home and erases what is below', `\x1b[H\x1b[J${answer}`, 'a screen that was cleared or written over'],
    ['erases what is above', `x\n\x1b[1J${answer}`, 'a screen that was cleared or written over'],
    ['writes over the command', `\x1b[A\rzzzz\n${answer}`, 'a screen that was cleared or written over'],
    ['scrolls', `\x1b[S${answer}`, 'a screen that was cleared or written over'],
    ['inserts a line above', `\x1b[H\x1b[L${answer}`, 'a screen that was cleared or written over'],
    ['resets the terminal', `\x1bc${answer}`, 'a terminal that was reset (ESC c)'],
    ['opens the other screen', `\x1b[?1049h${answer}`, 'the other screen (ESC[?1049h)'],
    ['opens and leaves it', `\x1b[?1049hx\x1b[?1049l${answer}`, 'the other screen (ESC[?1049h)'],
    ['opens it as xterm did first', `\x1b[?47hx\x1b[?47l${answer}`, 'the other screen (ESC[?47h)'],
  ])('%s', async (_, output, found) => {
    await expect(played(output)).rejects.toThrow(`${where}output that leaves what stands above it, found ${found}`);
  });

  test('what writes over its own lines, as a progress bar does, is shown as it ends', async () => {
    const rows = await played(`1 %\n\x1b[A\x1b[2K99 %\n${answer}`);
    expect(rows.slice(1)).toEqual(['99 %', '1 sleep 600']);
  });
});

describe('a look that the static rows do not have is refused by scene, take, pane and step', () => {
  test.each([
    ['4', 'underlined text'],
    ['7', 'inverse text'],
    ['3', 'italic text'],
    ['9', 'text that is struck through'],
    ['8', 'concealed text'],
    ['5', 'blinking text'],
    ['53', 'text with a line over it'],
    ['2', 'faint text'],
    ['44', 'a background colour'],
    ['48;5;17', 'a background colour'],
    ['48;2;1;2;3', 'a background colour'],
    ['30', 'the colour 0 of 256'],
    ['37', 'the colour 7 of 256'],
    ['97', 'the colour 15 of 256'],
    ['38;5;208', 'the colour 208 of 256'],
    ['38;2;255;128;0', 'the colour #ff8000'],
    ['1;90', 'bold grey text'],
  ])('%s', async (code, found) => {
    await expect(played(`\x1b[${code}mx\x1b[0m\n${answer}`)).rejects.toThrow(
      `${where}looks that the static rows have too (six colours, grey and bold), found ${found}.`,
    );
  });

  test('on a blank too, where there is one to see', async () => {
    await expect(played(`\x1b[4m \x1b[0m\n${answer}`)).rejects.toThrow('found underlined text');
  });
});

test('each colour is the same in static rows, bold or not, bright or not, as in the living terminal', () => {
  const css = ['src/scene/window.css', 'src/terminal/looks.css'].map((file) => readFileSync(file, 'utf8')).join('');
  const rule = (look: string) => new RegExp(`\\.l-${look} \\{\\s*color: ([^;]+);`).exec(css)?.[1];
  for (const colour of ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan'] as const) {
    const bright = `bright${colour.charAt(0).toUpperCase()}${colour.slice(1)}` as 'brightRed';
    expect([rule(colour), rule(`bold-${colour}`), theme[bright]]).toEqual(Array(3).fill(theme[colour]));
  }
  const tokens = readFileSync('src/site/styles/tokens.css', 'utf8');
  const token = (name: string) => new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1];
  expect([theme.brightBlack, theme.extendedAnsi[245 - 16]]).toEqual([token('term-dim'), token('term-dim')]);
  expect(theme.foreground).toBe(token('term-ink'));
});
