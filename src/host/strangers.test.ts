import { describe, expect, test } from 'vitest';
import { partOf, processPart, quote } from './entity.ts';
import { nsKinds } from './facts.ts';
import { sampleHost } from './sample.ts';
import { withShell } from './sample-strangers.ts';
import { processesOf, strangerIn, tenantsOf, wallOf } from './views.ts';

const web = sampleHost({ containers: [{ name: 'web' }] });
const shellOf = (facts: typeof web) => tenantsOf(facts).find(({ name }) => name === 'shell');

describe('a shell that made namespaces by hand', () => {
  const facts = withShell(withShell(web, { own: ['uts'] }), { own: ['uts', 'net'] }, 3005);

  test('has a room of its own, whose wall has the courses that it made', () => {
    const shell = shellOf(facts);
    expect(shell?.pid).toBe(3005);
    const wall = shell && wallOf(shell, facts);
    expect(nsKinds.filter((kind) => wall?.[kind] === 'own')).toEqual(['net', 'uts']);
  });

  test('keeps one name when another process goes on in its place', () => {
    const shell = strangerIn(facts);
    expect(shell && processPart(shell, facts)).toBe('process:shell');
    expect(partOf({ namespaceOf: 'shell', kind: 'uts' }, facts)).toBe('ns:uts:shell');
    expect(quote('shell.pid', facts, { shell: { firstProcessOf: 'shell' } })).toBe('3005');
  });

  test('shares its room with no process that has fewer courses', () => {
    const shell = shellOf(facts);
    expect(shell && processesOf(shell, facts).map(({ pid }) => pid)).toEqual([3005]);
  });
});

describe('a shell that entered a container', () => {
  const facts = withShell(web, { entered: 'web' });

  test('has no room of its own and stands in the container’s', () => {
    expect(shellOf(facts)).toBeUndefined();
    const container = facts.containers[0];
    expect(container && processesOf(container, facts).map(({ comm }) => comm)).toEqual(['sleep', 'bash']);
    expect(partOf({ processOf: 'web', comm: 'bash' }, facts)).toBe('process:3001');
  });

  test('stands nowhere when nobody asked for strangers', () => {
    const { strangers, ...unasked } = facts;
    expect(strangers).toEqual([3001]);
    const container = unasked.containers[0];
    expect(container && processesOf(container, unasked).map(({ comm }) => comm)).toEqual(['sleep']);
  });
});
