import { describe, expect, test } from 'vitest';
import { completionOf, stepTyped } from './typed.ts';

const steps = [['docker run web'], ['ps aux', 'ps aux'], ['hostname'], ['ps aux']];

describe('a typed line', () => {
  test('runs the step that types it, however it is spaced', () => {
    expect(stepTyped('  docker   run web ', steps, 0)).toBe(0);
    expect(stepTyped('hostname', steps, 0)).toBe(2);
  });

  test('runs the nearest step from here on when several type it', () => {
    expect(stepTyped('ps aux', steps, 0)).toBe(1);
    expect(stepTyped('ps aux', steps, 2)).toBe(3);
    expect(stepTyped('docker run web', steps, 2)).toBe(0);
  });

  test('runs nothing when it was not recorded', () => {
    for (const line of ['', '  ', 'ps', 'ps aux | grep', 'rm -rf /', 'hostname\u0000'])
      expect(stepTyped(line, steps, 0)).toBeUndefined();
  });

  test('runs what a paste meant: without prompt, sudo, last semicolon and marks of no width, with plain quotes and dashes', () => {
    const pasted = [['ps -C sleep -o pid'], ["echo 'a b' | wc -l"], ['docker run --rm web']];
    for (const line of [
      '$ ps -C sleep -o pid',
      '# sudo ps -C sleep -o pid ;',
      'ps\u00a0\u2013C sleep \u2212o pid\u200b',
    ])
      expect(stepTyped(line, pasted, 0), line).toBe(0);
    expect(stepTyped('echo \u2018a b\u2019|wc -l', pasted, 0)).toBe(1);
    expect(stepTyped('docker run \u2014rm web', pasted, 0)).toBe(2);
    expect(stepTyped('docker run rm web', pasted, 0)).toBeUndefined();
  });

  test('after the last step still finds every command', () => {
    expect(stepTyped('hostname', steps, 4)).toBe(2);
  });
});

describe('a suggestion', () => {
  test('is the next step’s command while nothing is typed', () => {
    expect(completionOf('', steps, 2)).toBe('hostname');
  });

  test('goes on from what is typed, the next step’s command first', () => {
    expect(completionOf('p', steps, 0)).toBe('ps aux');
    expect(completionOf('docker', steps, 3)).toBe('docker run web');
  });

  test('is absent for what nothing goes on from, and for a whole command', () => {
    expect(completionOf('ls', steps, 0)).toBeUndefined();
    expect(completionOf('hostname', steps, 0)).toBeUndefined();
  });
});
