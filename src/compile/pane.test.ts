import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compile } from './compile.ts';
import { recordings, script, stepOf, webPrompt } from './fixture.ts';
import { wholeEscapes } from './pane.ts';
import { textOf } from './screen.ts';

const pieces = fc.array(
  fc.constantFrom('a', '\r\n', '\u001b]133;A\u0007', '\u001b[31m', '\u001b[?25l', '\u001b]0;t\u0007'),
);

const sequences = new RegExp(`${'\u001b'}(\\[[0-9;?]*[a-z]|\\][^${'\u0007'}]*${'\u0007'})`, 'g');

/** The text cut anywhere, as a terminal's output is. */
const cutAnywhere = pieces.chain((all) => {
  const text = all.join('');
  return fc.uniqueArray(fc.nat(Math.max(text.length, 1))).map((cuts) => {
    const at = [0, ...cuts.sort((a, b) => a - b), text.length];
    return at.slice(1).map((end, i): [number, string] => [i, text.slice(at[i], end)]);
  });
});

test('no escape sequence is cut in two, and nothing is lost or moved', () => {
  fc.assert(
    fc.property(cutAnywhere, (events) => {
      const whole = wholeEscapes(events);
      expect(whole.map(([, text]) => text).join('')).toBe(events.map(([, text]) => text).join(''));
      for (const [, text] of whole) {
        const rest = text.replaceAll(sequences, '');
        expect(rest).not.toContain('\u001b');
      }
      expect(whole.map(([seconds]) => seconds)).toEqual(whole.map(([seconds]) => seconds).sort((a, b) => a - b));
    }),
  );
});

test('DEL is not shown, not played and not complained of', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const recorded = recordings();
  const steps = recorded.default?.panes.web?.steps;
  if (steps) steps[0] = stepOf('inside', webPrompt, 'ps', 'a\u007fb\u001b[3\u007f1mc\u001b\u007f[0m\n1 sleep 600\n');
  const printed = (await compile(script, recorded)).takes[0]?.steps[1]?.printed.web;
  expect(printed?.rows.slice(1).map(textOf)).toEqual(['abc', '1 sleep 600']);
  expect(printed?.bytes.map(([, text]) => text).join('')).not.toContain('\u007f');
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
