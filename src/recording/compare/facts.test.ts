import { describe, expect, test } from 'vitest';
import type { HostFacts, Machine } from '../../host/facts.ts';
import { sampleHost } from '../../host/sample.ts';
import { withShell } from '../../host/sample-strangers.ts';
import { Differences } from './differences.ts';
import { compareMoments } from './facts.ts';

const facts = () => {
  const host = sampleHost({ containers: [{ name: 'web' }] });
  const own = host.processes.find(({ pid }) => pid === 908)?.ns;
  const options = 'rw,lowerdir=/var/lib/docker/overlay2/l/AAAAAAAAAAAAAAAAAAAAAAAAAA,size=100k';
  // The sample has contents of its own for these; here they are told in full.
  host.namespaces = host.namespaces.filter(({ kind }) => kind === 'uts');
  host.namespaces.push(
    {
      kind: 'net',
      inode: own?.net ?? 0,
      links: [
        {
          index: 2,
          name: 'eth0',
          kind: 'veth',
          mac: 'aa:aa:aa:aa:aa:aa',
          up: true,
          addresses: ['172.17.0.2/16'],
          peerIndex: 4,
        },
      ],
    },
    {
      kind: 'mnt',
      inode: own?.mnt ?? 0,
      mounts: [
        { root: '/', target: '/', type: 'overlay', source: 'overlay', options },
        { root: '/', target: '/etc/.ro1764671211', type: 'ext4', source: '/dev/vda', options: 'ro' },
        {
          root: `/lib/docker/volumes/${volume}/_data`,
          target: '/data',
          type: 'ext4',
          source: '/dev/vda',
          options: 'rw',
        },
        {
          root: `/lib/docker/volumes/${volume}/_data`,
          target: '/old',
          type: 'ext4',
          source: '/dev/vda',
          options: 'rw',
        },
        { root: '/etc', target: '/srv/.ro1764671211', type: 'ext4', source: '/dev/vda', options: 'ro' },
        { root: '/', target: '/sys/fs/cgroup', type: 'cgroup2', source: 'cgroup2', options: 'rw,nsdelegate' },
        { root: '/', target: '/tmp', type: 'tmpfs', source: 'tmpfs', options: 'rw,size=2004840k,nr_inodes=1048576' },
        { root: '/', target: '/dev/shm', type: 'tmpfs', source: 'shm', options: 'rw,size=65536k' },
        {
          root: `net:[${own?.net}]`,
          target: '/run/docker/netns/0123456789ab',
          type: 'nsfs',
          source: 'nsfs',
          options: 'rw',
        },
      ],
    },
    {
      kind: 'ipc',
      inode: own?.ipc ?? 0,
      sysvShm: [{ key: 1, id: 2, bytes: 4096, owner: 0, attached: 0 }],
      posixShm: [],
    },
  );
  return host;
};

/** What differs once the text of the second reading has been changed like this. */
const volume = 'a9b4'.repeat(16);

function changed(...changes: [from: string | RegExp, to: string][]): string[] {
  const differences = new Differences();
  differences.at('here');
  let text = JSON.stringify(facts());
  for (const [from, to] of changes) {
    expect(text).toMatch(from);
    text = text.replaceAll(from, to);
  }
  compareMoments(facts(), JSON.parse(text) as HostFacts, differences);
  return differences.found;
}

describe('compareMoments', () => {
  test('lets names that are made up anew differ, alike everywhere', () => {
    expect(changed()).toEqual([]);
    expect(changed([/\b908\b/g, '1208'])).toEqual([]);
    expect(changed([/A{26}/g, 'BBBBBBBBBBBBBBBBBBBBBBBBBB'])).toEqual([]);
    expect(changed([/aa:aa:aa:aa:aa:aa/g, 'aa:aa:aa:aa:aa:ab'])).toEqual([]);
    expect(changed([/0123456789ab/g, 'ba9876543210'], [/size=100k/g, 'size=90k'])).toEqual([]);
    expect(changed([/"key":1,"id":2/g, '"key":7,"id":3'])).toEqual([]);
    expect(changed([/rw,nsdelegate/g, 'rw'])).toEqual([]);
    expect(changed([/rw,nsdelegate/g, 'ro,nsdelegate']).join()).toContain('options of the mount at /sys/fs/cgroup');
    expect(changed([/\.ro1764671211/g, '.ro3152917769'])).toEqual([]);
    expect(changed([volume, 'd'.repeat(64)])).toEqual([]);
  });

  test('lets the mark differ that an earlier container in the host’s network leaves, and no other mount', () => {
    const other = facts();
    const mounts = other.namespaces.find(({ kind }) => kind === 'mnt')?.mounts;
    const left = {
      root: 'net:[4026531833]',
      target: '/run/docker/netns/default',
      type: 'nsfs',
      source: 'nsfs',
      options: 'rw',
    };
    mounts?.push(left, { ...left, target: '/host/run/docker/netns/default' });
    const differences = new Differences();
    differences.at('here');
    compareMoments(facts(), other, differences);
    expect(differences.found).toEqual([]);
    mounts?.push({ ...left, target: '/run/docker/elsewhere' });
    compareMoments(facts(), other, differences);
    expect(differences.found.join()).toContain('mounts of the mnt namespace');
  });

  test('lets a kernel keep a page more for itself, and says when a machine has another memory', () => {
    expect(changed([/rw,size=2004840k,/g, 'rw,'])).toEqual([]);
    expect(changed([/rw,size=65536k/g, 'rw']).join()).toContain('options of the mount at /dev/shm');
    const compared = (memory: number) => {
      const machine = (memory: number): Machine => ({
        kind: 'vm',
        pid: 700,
        name: 'vm',
        hostname: 'vm',
        kernel: 'Linux',
        memory,
        bootId: 'a',
        processes: 1,
      });
      const differences = new Differences();
      differences.at('here');
      const having = (memory: number) => ({ ...facts(), machines: [machine(memory)] });
      compareMoments(having(4_009_684), having(memory), differences);
      return differences.found.join();
    };
    expect(compared(4_009_688)).toBe('');
    expect(compared(2_009_688)).toContain('memory of the machine vm');
  });

  test('lets a login have another number, alike everywhere', () => {
    const shell = withShell(facts(), { own: ['uts'] });
    const compared = (text: string) => {
      const differences = new Differences();
      differences.at('here');
      compareMoments(shell, JSON.parse(text) as HostFacts, differences);
      return differences.found.join();
    };
    const text = JSON.stringify(shell);
    expect(compared(text.replaceAll('session-3.scope', 'session-9.scope'))).toBe('');
    expect(compared(text.replaceAll('user-0.slice/session-3.scope', 'user-7.slice/session-3.scope'))).toContain(
      'the cgroup of process 3001 bash',
    );
  });

  test('lets counts and start times differ', () => {
    expect(changed([/"processCount":103/g, '"processCount":104'], [/"started":5000/g, '"started":5100'])).toEqual([]);
  });

  test('refuses a name that is not the same everywhere', () => {
    expect(changed([/"nspid":\[908,1\]/g, '"nspid":[908,2]'])).toContain(
      'here: the inner pid of process 908 sleep was 1, is 2.',
    );
    expect(changed([/"pid":908,"status"/g, '"pid":909,"status"']).join()).toContain(
      'pid 908 became 909 elsewhere, and 908 here',
    );
    expect(changed([`${volume}/_data","target":"/old`, `${'d'.repeat(64)}/_data","target":"/old`]).join()).toContain(
      `volume ${volume} became`,
    );
    expect(changed([/etc\/\.ro1764671211/g, 'etc/.ro3152917769']).join()).toContain('rootless copy 1764671211 became');
    expect(changed([/net:\[\d+\]/g, 'net:[4026539999]']).join()).toContain('net namespace');
  });

  test('refuses every other change, and names it', () => {
    expect(changed([/172\.17\.0\.2/g, '172.17.0.9']).join()).toContain('addresses of link eth0');
    expect(changed([/"up":true/g, '"up":false']).join()).toContain('state of link eth0');
    expect(changed([/"bytes":4096/g, '"bytes":8192']).join()).toContain('shared memory');
    expect(changed([/"status":"running"/g, '"status":"paused"'])).toContain(
      'here: status of container web was running, is paused.',
    );
    expect(changed([/"args":"sleep 1000"/g, '"args":"sleep 1"'])).toContain(
      'here: args of process 908 sleep was sleep 1000, is sleep 1.',
    );
    expect(changed([/"hostname":"dockerhost"/g, '"hostname":"other"'])).toContain(
      'here: the hostname was dockerhost, is other.',
    );
    expect(changed([/"source":"shm"/g, '"source":"tmpfs"']).join()).toContain(
      'source of the mount at /dev/shm was shm, is tmpfs',
    );
  });
});

test('a sandbox may be started with its flags in another order, and with no others', () => {
  const started = (args: string) => {
    const host = sampleHost({ containers: [{ name: 'gv' }] });
    for (const process of host.processes) if (process.nspid.length > 1) process.args = args;
    return host;
  };
  const compared = (old: string, now: string) => {
    const differences = new Differences();
    compareMoments(started(old), started(now), differences);
    return differences.found;
  };
  expect(compared('runsc-sandbox --a --b=1 boot', 'runsc-sandbox --b=1 --a boot')).toEqual([]);
  expect(compared('runsc-sandbox --a --b=1 boot', 'runsc-sandbox --b=2 --a boot')).not.toEqual([]);
  const told = (memory: number) => `runsc-sandbox --total-memory=${memory} boot`;
  expect(compared(told(4_105_916_416), told(4_105_920_512))).toEqual([]);
  expect(compared(told(4_105_916_416), told(2_105_920_512))).not.toEqual([]);
  expect(compared('server --a --b', 'server --b --a')).not.toEqual([]);
});
