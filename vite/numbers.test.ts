import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A number typed into prose, in a paragraph or a row without a source, and what vouches for it. */
const vouched: { in: RegExp; number: RegExp; why: string }[] = [
  { in: /./, number: /^(28\.5(\.2)?|29(\.\d+)*|12)$/, why: 'a release of Docker, or of Debian' },
  {
    in: /escapes/,
    number: /^\d+\.\d[\d., ]*$/,
    why: 'a fixed version or a score of the CVE record that its row links',
  },
  { in: /escapes|fence|not-isolated/, number: /^0$/, why: 'root is user 0' },
  { in: /pid/, number: /^1$/, why: 'the init of a namespace is its process 1' },
  { in: /namespaces/, number: /^5\.6$/, why: 'time_namespaces(7), named in the paragraph before' },
  { in: /network/, number: /^8080$/, why: 'a port of an example' },
  { in: /ipc/, number: /^64$/, why: 'the size of /dev/shm, which a scene of the page prints' },
  { in: /limits/, number: /^4$/, why: 'a host of an example' },
  {
    in: /fence|not-isolated|vms/,
    number: /^(76|385|64|27|309)$/,
    why: 'counted from the profile and the table that the next paragraph names',
  },
];

/** A chapter's paragraphs, items and rows as they are read, those with a source left out. */
function unsourced(text: string): string[] {
  return text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n\n+|\n(?=[-|] ?)/)
    .filter((block) => !block.includes('<Source'))
    .map((block) => block.replace(/`[^`]*`|<[^>]*>|\]\([^)]*\)/g, ']').replace(/CVE-\d{4}-\d+|\[-\d+\]/g, ''));
}

function numbersOf(text: string): { number: string; near: string }[] {
  return unsourced(text).flatMap((block) =>
    [...block.matchAll(/(?<![\w.])\d[\d,. ]*(?<=\d)(?!\w)/g)].map((found) => ({
      number: found[0],
      near: block.slice(Math.max(0, found.index - 30), found.index + found[0].length + 20).replaceAll('\n', ' '),
    })),
  );
}

const chapters = readdirSync('content/chapters').map((file) => ({
  file,
  numbers: numbersOf(readFileSync(`content/chapters/${file}`, 'utf8')),
}));

test('a number in prose is a reference, has a source beside it, or is vouched for', () => {
  const loose = chapters.flatMap(({ file, numbers }) =>
    numbers
      .filter(({ number }) => !vouched.some((row) => row.in.test(file) && row.number.test(number)))
      .map(({ number, near }) => `${file}: ${number} in "${near}"`),
  );
  expect(loose).toEqual([]);
});

test('what is vouched for is still there', () => {
  const idle = vouched.filter(
    (row) =>
      !chapters.some(({ file, numbers }) => row.in.test(file) && numbers.some(({ number }) => row.number.test(number))),
  );
  expect(idle.map(({ why }) => why)).toEqual([]);
});

test('a number without either is found, and one in code or beside a source is not', () => {
  expect(numbersOf('It was 4242 then.\n\nSo `137`, <Recorded is="3736" />.\n\nAnd 5<Source>x</Source>.')).toEqual([
    { number: '4242', near: 'It was 4242 then.' },
  ]);
});
