import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forGuest } from './workbench.ts';

const collector = readFileSync('lab/collect.sh', 'utf8');

test('the guest is given what it is asked for, and nothing that only the lab asks for', () => {
  const given = forGuest(collector);
  const headings = (text: string) => [...text.matchAll(/echo ["']== (\w+)/g)].map(([, name]) => name);
  expect(headings(collector)).toEqual(expect.arrayContaining(headings(given)));
  expect(headings(given)).toEqual(
    expect.arrayContaining(['host', 'passwd', 'status', 'args', 'uts', 'net', 'mnt', 'cgroups', 'clock', 'end']),
  );
  expect(given).not.toMatch(/== (?:machines|slab|fence|strangers|supply)|^\s*#/m);
});

test('what is left is a script still', () => {
  execFileSync('sh', ['-n'], { input: forGuest(collector) });
});
