import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prelude } from './prelude.ts';

test('What collects takes nothing from the line on which the questions come.', () => {
  const script = `echo 'read uts' | {\nreads=' all '\n${prelude}grep -c '' || echo done\n}`;
  const said = execFileSync('sh', ['-c', script]);
  expect(said.toString()).toBe('0\ndone\n');
});

test('Both shells are told their rows, and the next shell finds them.', () => {
  // In a folder that stands for the guest's, and with a stty that says what it is told.
  const script = prelude.replaceAll('/run/rows', './rows').replaceAll('stty', 'echo stty');
  const ask = (rows: number) => `reads=' all uts rows ${rows} '\n${script.replace(/^exec .*/, ':')}cat rows`;
  const said = execFileSync('sh', ['-c', `cd "$(mktemp -d)"\n${ask(9)}\n${ask(9)}\n${ask(12)}`]).toString();
  expect(said.trim().split('\n')).toEqual([
    'stty -F /dev/ttyS0 rows 9',
    'stty -F /dev/ttyS2 rows 9',
    '9',
    '9',
    'stty -F /dev/ttyS0 rows 12',
    'stty -F /dev/ttyS2 rows 12',
    '12',
  ]);
});

test('The guest has one name for the file of the rows.', () => {
  expect(readFileSync('workbench/guest/profile', 'utf8')).toContain('/run/rows');
});
