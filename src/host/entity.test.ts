import { describe, expect, test } from 'vitest';
import { type EntityRef, partOf, quote } from './entity.ts';
import { sampleHost } from './sample.ts';
import { containerNamed, containerOf, processesOf, wallOf } from './views.ts';

const entities: Record<string, EntityRef> = {
  web: { container: 'web' },
  sleep: { firstProcessOf: 'web' },
  shell: { processOf: 'web', comm: 'bash' },
  wall: { namespaceOf: 'web', kind: 'pid' },
  names: { namespaceOf: 'web', kind: 'uts' },
  daemon: { hostProcess: 'dockerd' },
};
const running = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash --norc -i' }] }] });
const sharing = sampleHost({
  containers: [{ name: 'web', shared: ['pid'], others: [{ comm: 'bash', args: 'bash' }] }],
});
const exited = sampleHost({ containers: [{ name: 'web', exited: 137 }] });
const empty = sampleHost({});

describe('partOf', () => {
  test('names a container and its first process and walls by the container, so that takes agree', () => {
    for (const facts of [running, sharing]) {
      expect(partOf({ container: 'web' }, facts)).toBe('container:web');
      expect(partOf({ firstProcessOf: 'web' }, facts)).toBe('process:web');
      expect(partOf({ namespaceOf: 'web', kind: 'pid' }, facts)).toBe('ns:pid:web');
    }
  });

  test('names any other process by its pid on the host', () => {
    const shell = running.processes.find((process) => process.comm === 'bash');
    expect(partOf({ processOf: 'web', comm: 'bash' }, running)).toBe(`process:${shell?.pid}`);
    expect(partOf({ hostProcess: 'dockerd' }, running)).toBe('process:447');
    expect(partOf({ host: true }, empty)).toBe('host');
  });

  test('gives nothing for what is not there', () => {
    for (const ref of Object.values(entities).slice(0, 5)) expect(partOf(ref, empty)).toBeUndefined();
    expect(partOf({ firstProcessOf: 'web' }, exited)).toBeUndefined();
    expect(partOf({ namespaceOf: 'web', kind: 'pid' }, exited)).toBeUndefined();
    expect(partOf({ container: 'web' }, exited)).toBe('container:web');
  });
});

describe('views', () => {
  test('know a container’s processes by their cgroup even when the PID namespace is the host’s', () => {
    const web = containerNamed('web', sharing);
    expect(web && processesOf(web, sharing).map((process) => process.comm)).toEqual(['sleep', 'bash']);
    expect(sharing.processes.filter((process) => containerOf(process, sharing))).toHaveLength(2);
  });

  test('tell by the inodes which courses of a wall are there', () => {
    const wall = (facts: typeof running) => {
      const web = containerNamed('web', facts);
      return web && wallOf(web, facts);
    };
    expect(wall(running)).toEqual({
      pid: 'own',
      net: 'own',
      mnt: 'own',
      uts: 'own',
      ipc: 'own',
      cgroup: 'own',
      user: 'shared',
      time: 'shared',
    });
    expect(wall(sharing)?.pid).toBe('shared');
    expect(wall(exited)).toBeUndefined();
  });
});

describe('quote', () => {
  const said = (path: string, facts = running) => quote(path, facts, entities);

  test('quotes a process', () => {
    expect(said('sleep.pid')).toBe('908');
    expect(said('sleep.inside')).toBe('1');
    expect(said('sleep.nspid')).toBe('908 1');
    expect(said('sleep.nspid', sharing)).toBe('908');
    expect(said('sleep.inside', sharing)).toBe('908');
    expect(said('sleep.args')).toBe('sleep 1000');
    expect(said('sleep.ppid')).toBe('829');
    expect(said('daemon.pid')).toBe('447');
  });

  test('quotes a container, running or not', () => {
    expect(said('web.id')).toMatch(/^[0-9a-f]{64}$/);
    expect(said('web.id12')).toBe(said('web.id').slice(0, 12));
    expect(said('web.hostname')).toBe(said('web.id12'));
    expect(said('web.pid')).toBe('908');
    expect(said('web.status', exited)).toBe('exited');
    expect(said('web.exit', exited)).toBe('137');
  });

  test('quotes the host, declared or not, and namespaces', () => {
    expect(said('host.processes')).toBe('103');
    expect(said('host.others')).toBe('101');
    expect(said('host.hostname')).toBe('dockerhost');
    expect(said('host.kernel')).toBe(running.kernel);
    expect(said('wall.inode')).toBe(String(running.processes.find((process) => process.pid === 908)?.ns.pid));
    expect(said('names.hostname')).toBe(said('web.id12'));
  });

  test('refuses in one sentence what it cannot quote', () => {
    expect(() => said('nobody.pid')).toThrow(
      '{nobody.pid} quotes "nobody", which is not one of the scene\'s entities.',
    );
    expect(() => said('toString.pid')).toThrow('not one of the scene');
    expect(() => said('sleep.pid', exited)).toThrow('the first process of container web), which does not exist');
    expect(() => said('sleep.age')).toThrow('quotes "age" of "sleep", which has only pid, inside,');
    expect(() => said('sleep')).toThrow('quotes ""');
    expect(() => said('web.hostname', exited)).toThrow('a value that the facts do not hold');
  });
});
