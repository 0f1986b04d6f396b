import { expect, test } from 'vitest';
import { cpio, file, folder, link } from './cpio.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** The names in an archive: 110 bytes of numbers before each, a zero behind. */
const names = (archive: Uint8Array) =>
  [
    ...Buffer.from(archive)
      .toString('latin1')
      .matchAll(/070701[0-9a-f]{104}([^\0]+)\0/g),
  ].map(([, name]) => name);

test('The same entries make the same archive, in whatever order they are given.', () => {
  const entries = [file('bin/ip', bytes('an elf'), true), link('lib/a', 'b'), folder('proc')];
  expect(cpio(entries)).toEqual(cpio([...entries].reverse()));
});

test('The folders that a file stands in come before it.', () => {
  expect(names(cpio([file('usr/bin/unshare', bytes('x'))])).slice(0, 3)).toEqual(['usr', 'usr/bin', 'usr/bin/unshare']);
});

test('Every record begins at a multiple of four, and the archive ends with its trailer.', () => {
  const archive = Buffer.from(cpio([file('a', bytes('12345')), file('bc', bytes('1')), file('def', bytes('123'))]));
  const starts = [...archive.toString('latin1').matchAll(/070701/g)].map(({ index }) => index % 4);
  expect(starts).toEqual([0, 0, 0, 0]);
  expect(archive.includes('TRAILER!!!')).toBe(true);
});

test('A file keeps its mode and its length as hexadecimal digits.', () => {
  const archive = Buffer.from(cpio([file('run', bytes('#!/bin/sh\n'), true)])).toString('latin1');
  expect(archive.slice(14, 22)).toBe('000081ed');
  expect(archive.slice(54, 62)).toBe('0000000a');
});
