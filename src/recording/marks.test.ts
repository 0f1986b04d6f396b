import { describe, expect, test } from 'vitest';
import { markDisorder, withoutNonces } from './marks.ts';
import { paneRecording, parseCast } from './parse.ts';
import type { CastEvent } from './recording.ts';
import { sampleCast, samplePrompt, sampleStart } from './sample-recording.ts';

const opening = { step: undefined, text: samplePrompt(0) };
const step = (output: string, exit = 0) => ({ step: 's', text: `ls\r\n${sampleStart}${output}${samplePrompt(exit)}` });
const told = (output: string) => {
  const found = markDisorder([opening, step(output)], []);
  return found && `${found.step}: expected ${found.expected}, found ${found.found}`;
};

describe('markDisorder', () => {
  test('finds nothing where a shell prints a prompt, a line is handed over, and the next prompt comes', () => {
    expect(told('file\r\n')).toBeUndefined();
    expect(markDisorder([opening, { step: 's', text: '' }, step('')], [])).toBeUndefined();
    expect(markDisorder([opening, { step: 'a', text: `x\r\n${sampleStart}` }, { step: 'b', text: samplePrompt(0) }], [])).toBeUndefined(); // biome-ignore format: one line says it
  });

  test('finds each mark that an output prints: alone, a whole prompt, another terminator, the eight-bit form, one not known', () => {
    expect(told('\u001b]133;D;0\u0007')).toContain('s: expected A, a prompt and B right behind D');
    expect(told('\u001b]133;A\u0007')).toContain('expected the mark D');
    expect(told(`${samplePrompt(0)}more\r\n`)).toContain('expected nothing behind a prompt');
    expect(told(samplePrompt(0))).toContain('expected the mark C');
    expect(told('\u001b]133;D;0\u001b\\')).toContain('expected a mark as bash.bashrc prints it');
    expect(told('\u009d133;D;0\u0007')).toContain('expected a mark as bash.bashrc prints it');
    expect(told('\u001b]133;D\u0007')).toContain('expected a mark as bash.bashrc prints it');
    expect(told('\u001b]133;P;k=i\u0007')).toContain('expected a mark as bash.bashrc prints it');
    expect(told(samplePrompt(0, 'a\r\nb# '))).toContain('expected A, a prompt and B right behind D');
    expect(told(sampleStart)).toContain('expected the mark D');
  });

  test('wants in every mark a nonce that the header declares, where it declares any, and one shell’s own in a prompt', () => {
    const [one, two] = ['0123456789abcdef', 'fedcba9876543210'];
    const own = (text: string, nonce: string) => text.replace(/(133;(?:[ABC]|D;\d+))/g, `$1;k=${nonce}`);
    const parts = (output: string, by = one) => [
      { step: undefined, text: own(opening.text, one) },
      { step: 's', text: own(`ls\r\n${sampleStart}`, one) + output + own(samplePrompt(0), by) },
    ];
    expect(markDisorder(parts('file\r\n'), [one])).toBeUndefined();
    expect(markDisorder(parts('file\r\n', two), [one, two])).toBeUndefined();
    expect(markDisorder(parts('file\r\n', two), [one])?.expected).toContain('a nonce that the header declares');
    expect(markDisorder(parts(samplePrompt(0)), [one])?.expected).toContain('a nonce that the header declares');
    expect(markDisorder(parts(''), [])?.expected).toBe('marks without a nonce');
    const mixed = own(samplePrompt(0), one).replace(/133;B;k=\w+/, `133;B;k=${two}`);
    expect(markDisorder([{ step: undefined, text: mixed }], [one, two])?.expected).toContain('right behind D');
    expect(withoutNonces(own(samplePrompt(7), one))).toBe(samplePrompt(7));
  });
});

describe('a recording', () => {
  const events = (output: string): CastEvent[] => [
    [1, 'o', samplePrompt(0)],
    [2, 'm', 'list'],
    [3, 'o', `ls\r\n${sampleStart}`],
    [4, 'o', output],
    [5, 'o', samplePrompt(0)],
  ];

  test('whose output ends itself is refused by file and step, so that nothing of it goes unread', () => {
    const read = (output: string) => paneRecording(parseCast(sampleCast(events(output)), 'host.cast'), 'host.cast');
    expect(read('file\r\n').steps[0]?.output).toBe('file\r\n');
    expect(() => read('file\r\n\u001b]133;D;0\u0007forged\r\n')).toThrow(
      'host.cast: expected A, a prompt and B right behind D in step "list", found "\\u001b]133;D;0\\u0007".',
    );
  });

  test('with nonces is read like one without, also where an event ends within a mark', () => {
    const nonces = ['0123456789abcdef'];
    const text = JSON.stringify(events('file\r\n')).replace(/(133;(?:[ABC]|D;\d+))/g, `$1;k=${nonces}`);
    const cut = (JSON.parse(text) as CastEvent[]).flatMap(([time, kind, data]): CastEvent[] =>
      kind === 'm' ? [[time, kind, data]] : [...data].map((letter) => [time, kind, letter]),
    );
    const read = paneRecording(parseCast(sampleCast(cut, { nonces }), 'host.cast'), 'host.cast');
    const [first] = read.steps;
    expect([first?.prompt, first?.command, first?.output, first?.exitCode]).toEqual([
      ...['root@dockerhost:~# ', 'ls', 'file\r\n', 0],
    ]);
    expect(first?.events.map(([, data]) => data).join('')).not.toContain('k=');
    expect(() => parseCast(sampleCast(cut, { nonces: ['x'] }), 'host.cast')).toThrow('expected "nonces" to be a list');
  });
});
