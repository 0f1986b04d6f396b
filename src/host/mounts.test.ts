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
});

test('knows a file system in memory by its own settings, and by nothing when two have the same', () => {
  const memory = { ...mount, type: 'tmpfs', source: 'tmpfs', root: '/' };
  const run = { ...memory, target: '/run', options: 'rw,nosuid,rw,size=801944k,mode=755' };
  const host = [run, { ...memory, target: '/tmp', options: 'rw,nosuid,rw,inode64' }];
  const socket = { ...memory, root: '/docker.sock', options: 'ro,nosuid,rw,size=801944k,mode=755' };
  expect(hostPathOf(socket, host)).toBe('/run/docker.sock');
  expect(hostPathOf(socket, [...host, { ...run, target: '/run/user/0' }])).toBe('/docker.sock');
});

test('takes what the host has mounted below a directory for a part of the same hole', () => {
  const whole = sampleHost({ containers: [{ name: 'tool', binds: { '/host': '/' } }] });
  const tool = containerNamed('tool', whole);
  const mounts = whole.namespaces.filter(({ kind }) => kind === 'mnt').at(-1)?.mounts;
  mounts?.push({ ...mount, root: '/', target: '/host/run', type: 'tmpfs', source: 'tmpfs' });
  mounts?.push({ ...mount, root: '/', target: '/hostile', type: 'tmpfs', source: 'tmpfs' });
  const targets = (tool ? seenMounts(tool, whole) : []).map(({ target }) => target);
  expect(targets).toContain('/host');
  expect(targets).toContain('/hostile');
  expect(targets).not.toContain('/host/run');
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
