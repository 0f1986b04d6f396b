import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { movedBetween, packagesFrom, pinsOf } from './lock.ts';
import { trees } from './packages.ts';

const shown = `Package: bash
Version: 5.3-1
SHA256: aa

Package: apt
Version: 3.1
SHA256: bb
Description: a
 second line
`;

test('packages come sorted out of what apt-cache shows', () => {
  const packages = packagesFrom(shown);
  expect(Object.entries(packages)).toEqual([
    ['apt', { version: '3.1', sha256: 'bb' }],
    ['bash', { version: '5.3-1', sha256: 'aa' }],
  ]);
  expect(pinsOf({ suite: 'testing', packages })).toContain('Package: bash\nPin: version 5.3-1\nPin-Priority: 1001\n');
});

test('what moved between two locks is named', () => {
  const lock = (version: string, name = 'bash', sha256 = 'aa') => ({
    trees: { host: { suite: 'testing', packages: { [name]: { version, sha256 } } } },
  });
  expect(movedBetween(lock('1'), lock('1'))).toEqual([]);
  expect(movedBetween(lock('1'), lock('2'))).toEqual(['host: bash 1 → 2']);
  expect(movedBetween(lock('1'), lock('1', 'bash', 'bb'))).toEqual(['host: bash 1 has another sha256']);
  expect(movedBetween(lock('1'), lock('3', 'dash'))).toEqual(['host: bash 1 is gone', 'host: dash 3 is new']);
});

test.each(['13', '12'])('Dockerfile.%s installs what the lab’s image holds, and on the same Debian', (version) => {
  const text = readFileSync(new URL(`images/Dockerfile.${version}`, import.meta.url), 'utf8');
  expect(text).toContain(`FROM debian:${version}\n`);
  const installed = /--no-install-recommends \\\n\s+(.*?) \\\n/.exec(text)?.[1]?.split(' ');
  expect(installed?.sort()).toEqual([...(trees[version]?.packages ?? [])].sort());
});
