import { expect, test } from 'vitest';
import { hostPathOf, overlayOf, seenMounts } from './mounts.ts';
import { sampleHost } from './sample.ts';
import { companionsIn, containerNamed } from './views.ts';

const facts = sampleHost({ containers: [{ name: 'web', binds: { '/data': '/srv/site' } }] });
const web = containerNamed('web', facts);
const mount = { target: '/data', type: 'ext4', source: '/dev/vdb', options: '' };

test('tells what the kernel makes up from what Docker wrote and from what is the host’s', () => {
  const kinds = Object.fromEntries((web ? seenMounts(web, facts) : []).map(({ target, kind }) => [target, kind]));
  expect(kinds).toEqual({
    '/proc': 'kernel',
    '/sys': 'kernel',
    '/dev': 'fresh',
    '/data': 'bind',
    '/etc/resolv.conf': 'injected',
    '/etc/hostname': 'injected',
    '/etc/hosts': 'injected',
  });
});

test('reads the layers of a root from the options of its overlay', () => {
  expect(web && overlayOf(web, facts)).toEqual({ lower: 2, upper: '/var/lib/docker/overlay2/b753a36fe353/diff' });
});

test('finds a mount’s path on the host where the host has mounted its device', () => {
  const host = [
    { ...mount, root: '/', target: '/', source: '/dev/vda' },
    { ...mount, root: '/', target: '/srv' },
    { ...mount, root: '/', target: '/tmp', type: 'tmpfs', source: 'tmpfs' },
  ];
  expect(hostPathOf({ ...mount, root: '/site' }, host)).toBe('/srv/site');
  expect(hostPathOf({ ...mount, root: '/' }, host)).toBe('/srv');
  expect(hostPathOf({ ...mount, root: '/site', source: '/dev/vda' }, host)).toBe('/site');
  expect(hostPathOf({ ...mount, root: '/x', type: 'tmpfs', source: 'tmpfs' }, host)).toBe('/x');
});

test('knows who shares a namespace that is not the host’s', () => {
  const shared = sampleHost({ containers: [{ name: 'web' }, { name: 'db', joins: 'web' }] });
  const names = (name: string, kind: 'ipc' | 'user') => {
    const container = containerNamed(name, shared);
    return container && companionsIn(container, kind, shared).map((other) => other.name);
  };
  expect(names('web', 'ipc')).toEqual(['db']);
  expect(names('db', 'ipc')).toEqual(['web']);
  expect(names('db', 'user')).toEqual([]);
});
