import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { silence } from './silence.ts';

const { Terminal }: typeof import('@xterm/headless') = createRequire(import.meta.url)('@xterm/headless');

async function shown(text: string) {
  const terminal = new Terminal({ cols: 40, rows: 3, allowProposedApi: true });
  silence(terminal.parser);
  const did: string[] = [];
  terminal.onTitleChange((title) => did.push(`title ${title}`));
  terminal.onData((data) => did.push(`answered ${JSON.stringify(data)}`));
  terminal.onBell(() => did.push('bell'));
  await new Promise<void>((done) => terminal.write(text, done));
  const line = terminal.buffer.active.getLine(0);
  return { did, text: line?.translateToString(true), red: line?.getCell(0)?.getFgColor() === 1 };
}

test('a recording may colour and move', async () => {
  expect(await shown('\u001b[31mred\u001b[0m\u001b[1;10Hthere')).toEqual({
    did: [],
    text: 'red      there',
    red: true,
  });
});

test('a recording may not title the page, link, ask the terminal or draw pictures', async () => {
  const escapes = [
    '\u001b]0;title\u0007',
    '\u001b]2;title\u001b\\',
    '\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007',
    '\u001b]52;c;aGVsbG8=\u0007',
    '\u001b]11;?\u0007',
    '\u001b[c',
    '\u001b[>c',
    '\u001b[6n',
    '\u001b[?6n',
    '\u001b[18t',
    '\u001bP$qm\u001b\\',
    '\u001bPq#0;2;0;0;0~-\u001b\\',
  ];
  expect(await shown(escapes.join(''))).toEqual({ did: [], text: 'link', red: false });
});
