import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFacts } from './parse.ts';
import { parseLinks, parseMounts, parseUidMap } from './parse-namespaces.ts';

// What lab/collect.sh printed on the lab's host: one container with limits, a zombie in it, and one that has exited.
const collected = readFileSync(new URL('fixtures/collected.txt', import.meta.url), 'utf8');
// The same host a moment later, asked with busybox's tools and no docker: what a guest in a browser has.
const plain = readFileSync(new URL('fixtures/collected-busybox.txt', import.meta.url), 'utf8');
const facts = parseFacts(collected);
const of = (comm: string) => facts.processes.filter((process) => process.comm === comm);

describe('parseFacts', () => {
  test('lists systemd, the daemons, the shim and everything in a container, by pid', () => {
    expect(facts.processes.map(({ comm }) => comm)).toEqual([
      'systemd',
      'containerd',
      'dockerd',
      'containerd-shim',
      'sleep',
      'sh',
      'sleep',
      'sleep',
    ]);
    expect(facts.processCount).toBeGreaterThan(facts.processes.length);
    expect(facts.hostname).toBe('dockerhost');
  });

  test('reads what a process is and where it stands', () => {
    const [sleep] = of('sleep');
    const web = facts.containers.find(({ name }) => name === 'web');
    expect(sleep).toMatchObject({ pid: web?.pid, nspid: [web?.pid, 1], uid: 0, user: 'root', args: 'sleep 600' });
    expect(sleep?.ppid).toBe(of('containerd-shim')[0]?.pid);
    expect(sleep?.cgroup).toBe(`/system.slice/docker-${web?.id}.scope`);
    expect(sleep?.started).toBeGreaterThan(of('dockerd')[0]?.started ?? Number.POSITIVE_INFINITY);
    expect(of('containerd-shim')[0]?.args).toMatch(
      /^\/usr\/bin\/containerd-shim-runc-v2 -namespace moby -id [0-9a-f]{64} /,
    );
    expect(sleep?.ns.pid).not.toBe(of('systemd')[0]?.ns.pid);
    expect(sleep?.ns.user).toBe(of('systemd')[0]?.ns.user);
  });

  test('knows a zombie, which has left all namespaces but pid and user', () => {
    const zombie = of('sleep').find((process) => process.zombie);
    expect(zombie).toMatchObject({ args: '', ns: { net: 0, mnt: 0, uts: 0, ipc: 0, cgroup: 0, time: 0 } });
    expect(zombie?.ns.pid).toBe(of('sleep')[0]?.ns.pid);
    expect(facts.namespaces.every(({ inode }) => inode > 0)).toBe(true);
  });

  test('reads containers that run and that do not', () => {
    expect(facts.containers).toMatchObject([
      { name: 'gone', image: 'isolate-lab:12', pid: 0, status: 'exited', exitCode: 1 },
      { name: 'web', image: 'isolate-lab:13', status: 'running', exitCode: 0 },
    ]);
  });

  test('reads who left the host without Docker only where it was asked, and nobody who ended meanwhile', () => {
    expect(facts).not.toHaveProperty('strangers');
    const [sleep] = of('sleep');
    const asked = collected.replace('== status', `== strangers\n${sleep?.pid}\n99999\n== status`);
    expect(parseFacts(asked).strangers).toEqual([sleep?.pid]);
  });

  test('joins the two ends of a veth pair across the wall', () => {
    const nets = facts.namespaces.filter(({ kind }) => kind === 'net').map(({ links }) => links ?? []);
    const [outer, inner] = [nets[0]?.find(({ kind }) => kind === 'veth'), nets[1]?.find(({ kind }) => kind === 'veth')];
    expect(outer).toMatchObject({ master: 'docker0', peerIndex: inner?.index, up: true });
    expect(inner).toMatchObject({ name: 'eth0', peerIndex: outer?.index, addresses: ['172.17.0.2/16'] });
    expect(nets[0]?.find(({ name }) => name === 'docker0')).toMatchObject({ kind: 'bridge' });
  });

  test('reads hostnames, id maps, shared memory and mounts of their namespaces', () => {
    const kinds = (kind: string) => facts.namespaces.filter((namespace) => namespace.kind === kind);
    expect(kinds('uts').map(({ hostname }) => hostname)).toEqual(['dockerhost', facts.containers[1]?.id.slice(0, 12)]);
    expect(kinds('user')).toMatchObject([{ uidMap: [[0, 0, 4294967295]] }]);
    expect(kinds('ipc')).toMatchObject([
      { sysvShm: [{ bytes: 4096, owner: 0, attached: 0 }], posixShm: [{ name: 'greeting', bytes: 6 }] },
      { sysvShm: [], posixShm: [] },
    ]);
    expect(kinds('mnt')[1]?.mounts?.[0]).toMatchObject({ target: '/', type: 'overlay', root: '/' });
  });

  test('reads the limits and counters of a container’s cgroup', () => {
    const [web] = facts.cgroups;
    expect(web).toMatchObject({ cpuMax: [25000, 100000], memoryMax: 64 * 2 ** 20, memoryEvents: { oom_kill: 0 } });
    expect(web?.pidsMax).toBeGreaterThan(1000);
    expect(web?.cpuStat.nr_throttled).toBeGreaterThan(0);
  });

  test('needs neither docker nor GNU tools for processes and namespaces', () => {
    const guest = parseFacts(plain);
    const still = ({ comm }: { comm: string }) => comm !== 'dockerd';
    expect(guest.containers).toEqual([]);
    expect(guest.processes.filter(still)).toEqual(facts.processes.filter(still));
    const links = (each: typeof facts) => each.namespaces.flatMap((namespace) => namespace.links ?? []);
    expect(links(guest).map(({ name, kind, mac }) => [name, kind, mac])).toEqual(
      links(facts).map(({ name, kind, mac }) => [name, kind, mac]),
    );
  });

  test('refuses a text that was cut short, in one sentence', () => {
    expect(() => parseFacts(collected.replace('== end', ''))).toThrow('no "== end": the collector was cut short.');
    expect(() => parseFacts(collected.replace('== stat\n', '== other\n'))).toThrow('no section "== stat".');
  });
});

test('a link may be down, have no peer and more than one address', () => {
  const text = `1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN \\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
7: br-0a1b2c@NONE: <BROADCAST,UP> mtu 1500 \\    link/ether 02:42:ac:11:00:02 brd ff:ff:ff:ff:ff:ff \\    bridge forward_delay 1500
7: br-0a1b2c    inet 172.18.0.1/16 brd 172.18.255.255 scope global br-0a1b2c
7: br-0a1b2c    inet6 fe80::1/64 scope link`;
  expect(parseLinks(text)).toMatchObject([
    { name: 'lo', kind: 'loopback', up: false, addresses: [] },
    { name: 'br-0a1b2c', kind: 'bridge', up: true, addresses: ['172.18.0.1/16', 'fe80::1/64'] },
  ]);
});

test('mountinfo’s optional fields and octal numbers are understood', () => {
  const line = '36 35 98:0 /a\\040b /mnt\\040one rw,noatime shared:1 master:2 - ext4 /dev/root rw,errors=continue';
  expect(parseMounts(line)).toEqual([
    { root: '/a b', target: '/mnt one', type: 'ext4', source: '/dev/root', options: 'rw,noatime,rw,errors=continue' },
  ]);
});

test('a uid map has a row per range', () => {
  expect(parseUidMap('         0     100000      65536\n     65536          0          1\n')).toEqual([
    [0, 100000, 65536],
    [65536, 0, 1],
  ]);
});
