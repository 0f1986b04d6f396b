import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { glossary } from '../content/glossary.ts';
import { ledger } from '../content/ledger.ts';
import { vouched } from '../content/numbers.ts';
import { fail } from '../src/compile/author-error.ts';

/** A number that a reader meets in a sentence, and the words around it. */
interface Found {
  number: string;
  near: string;
}

/** Sentences that a reader meets, by the file in which they are written. */
export interface Told {
  file: string;
  numbers: Found[];
}

/** A chapter's paragraphs, items and rows as they are read, those with a source left out. */
function unsourced(text: string): string[] {
  return text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n\n+|\n(?=[-|] ?)/)
    .filter((block) => !block.includes('<Source'));
}

/** The numbers in a text that are neither code nor a reference, and have no source in the same paragraph or row. */
export function numbersOf(text: string): Found[] {
  return unsourced(text)
    .map((block) => block.replace(/`[^`]*`|<[^>]*>|\]\([^)]*\)/g, ']').replace(/CVE-\d{4}-\d+|\[-\d+\]/g, ''))
    .flatMap((block) =>
      [...block.matchAll(/(?<![\w.])\d[\d,. ]*(?<=\d)(?!\w)/g)].map((found) => ({
        number: found[0],
        near: block.slice(Math.max(0, found.index - 30), found.index + found[0].length + 20).replaceAll('\n', ' '),
      })),
    );
}

/** Every number without a source in the chapters below the root, the ledger and the glossary. */
export function numbersTold(root: string): Told[] {
  const folder = 'content/chapters';
  const chapters = readdirSync(path.join(root, folder)).map((name) => ({
    file: `${folder}/${name}`,
    numbers: numbersOf(readFileSync(path.join(root, folder, name), 'utf8')),
  }));
  const rows = [
    ...ledger.map(({ name, by, default: usual, changes, source }) => ({
      file: 'content/ledger.ts',
      text: [name, typeof by === 'string' ? by : '', usual, changes].join('\n\n'),
      source,
    })),
    ...glossary.map(({ short, source }) => ({ file: 'content/glossary.ts', text: short, source })),
  ];
  return [
    ...chapters,
    ...rows.filter(({ source }) => !source).map(({ file, text }) => ({ file, numbers: numbersOf(text) })),
  ];
}

/** Ends the build in one sentence at the first number for which nothing vouches, or at whatever vouches for none. */
export function checkNumbers(told: Told[]): void {
  for (const { file, numbers } of told)
    for (const { number, near } of numbers)
      if (!vouched.some((row) => row.in.test(file) && row.number.test(number)))
        fail(
          { file },
          `${number} to be a reference, to have a source beside it, or to be vouched for in content/numbers.ts`,
          `"${near.trim()}"`,
        );
  const idle = vouched.find(
    (row) =>
      !told.some(({ file, numbers }) => row.in.test(file) && numbers.some(({ number }) => row.number.test(number))),
  );
  if (idle)
    fail({ file: 'content/numbers.ts' }, `a number in a sentence for "${idle.why}"`, `none that ${idle.number} fits`);
}

/** Refuses a number in prose that nothing holds; what scenes say is held against their recordings where they are compiled. */
export function numbers(): Plugin {
  let root = process.cwd();
  return {
    name: 'numbers',
    sharedDuringBuild: true,
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      if (this.environment.name === 'client') checkNumbers(numbersTold(root));
    },
  };
}
