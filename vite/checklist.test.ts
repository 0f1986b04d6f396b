import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const rows = readFileSync('e2e/WCAG.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, criterion = '', here = '', named = '']) => ({ criterion, here, named }));

describe('the checklist of WCAG 2.2', () => {
  test('has each of the 55 criteria of levels A and AA once', () => {
    expect(new Set(rows.map(({ criterion }) => criterion.split(' ')[0])).size).toBe(55);
    expect(rows).toHaveLength(55);
  });

  test('names a test that is there, or says why there is none', () => {
    for (const { criterion, here, named } of rows) {
      const [file = '', words = ''] = named.split(' › ');
      if (!named) expect(here, criterion).toMatch(/^Not here|person|^Nothing runs out/);
      else {
        expect(existsSync(`e2e/${file}`), `${criterion}: ${file}`).toBe(true);
        expect(readFileSync(`e2e/${file}`, 'utf8'), `${criterion}: ${words}`).toContain(words);
      }
    }
  });
});
