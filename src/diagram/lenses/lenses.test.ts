import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../host/sample.ts';
import { withShell } from '../../host/sample-strangers.ts';
import type { Drawing, TextShape } from '../drawing.ts';
import { layout } from '../layout.ts';
import { collisions } from '../paper/collisions.ts';
import { hostTree } from './cgroup/tree.ts';

const one = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });
const bare = sampleHost({ containers: [{ name: 'web', shared: ['pid', 'net', 'uts', 'ipc', 'cgroup'] }] });

function texts(drawing: Drawing): string[] {
  return drawing.shapes.filter((shape): shape is TextShape => shape.kind === 'text').map(({ text }) => text);
}

function ids(drawing: Drawing): string[] {
  return drawing.shapes.map(({ id }) => id);
}

function dotted(drawing: Drawing): string[] {
  return drawing.shapes.flatMap(({ id, ...shape }) =>
    id.endsWith('/course') && 'dash' in shape && shape.dash === 'dots' ? [id.split(':')[1] ?? ''] : [],
  );
}

describe('cgroup', () => {
  test('hangs the room at its scope and shows the path as either side reads it', () => {
    const drawing = layout(one, 'cgroup', 'full');
    for (const text of ['/', 'system.slice', 'docker-445cdbbeee14…', 'docker-445c….scope'])
      expect(texts(drawing)).toContain(text);
    expect(texts(drawing).filter((text) => text === '/system.slice/')).toHaveLength(1);
    expect(drawing.alternative).toContain('/system.slice/docker-445cdbbeee14….scope on the host and / inside');
  });

  test('shows the same path on both sides where the namespace is the host’s', () => {
    const drawing = layout(bare, 'cgroup', 'narrow');
    expect(texts(drawing).filter((text) => text === '/system.slice/')).toHaveLength(2);
    expect(dotted(drawing)).toContain('cgroup');
  });

  test('leaves out what a process reads of itself when nobody asked', () => {
    const processes = one.processes.map(({ cgroupSeen: _, ...process }) => process);
    expect(texts(layout({ ...one, processes }, 'cgroup', 'full'))).not.toContain('read from inside');
  });
});

describe('wall', () => {
  test('names the number of each course that is the container’s own, and whose the others are', () => {
    const drawing = layout(one, 'wall', 'full');
    const first = one.processes.find(({ comm }) => comm === 'sleep');
    expect(texts(drawing)).toContain(String(first?.ns.mnt));
    expect(texts(drawing).filter((text) => text === 'the host’s')).toHaveLength(2);
    expect(dotted(drawing)).toEqual(['time', 'user']);
  });

  test('lets only mnt stand where Docker was asked to leave out five namespaces', () => {
    for (const width of ['full', 'narrow'] as const)
      expect(dotted(layout(bare, 'wall', width))).toEqual(['cgroup', 'time', 'user', 'ipc', 'uts', 'net', 'pid']);
  });

  test('draws a shell that left the host by hand as a room, and says that it is no container', () => {
    const made = withShell(sampleHost({}), { own: ['uts', 'net'] });
    for (const width of ['full', 'narrow'] as const) {
      const drawing = layout(made, 'wall', width);
      expect(texts(drawing)).toContain('your shell');
      expect(collisions(drawing)).toEqual([]);
      expect(new Set(dotted(drawing))).toEqual(new Set(['cgroup', 'time', 'user', 'ipc', 'mnt', 'pid']));
      expect(drawing.alternative).toContain('Your shell is PID 3001, and is walled by');
      expect(drawing.alternative).toContain('Its own namespaces: net and uts.');
    }
  });

  test('tells such a shell by its number, and by both where it is in a PID namespace of its own', () => {
    const made = withShell(sampleHost({}), { own: ['uts'] }, 12345);
    expect(texts(layout(made, 'wall', 'narrow'))).toContain('PID 12345');
    const numbered = withShell(sampleHost({}), { own: ['uts', 'pid'] }, 12345);
    for (const width of ['full', 'narrow'] as const) {
      expect(texts(layout(numbered, 'wall', width))).toContain('PID 12345, 1 inside');
      expect(collisions(layout(numbered, 'wall', width))).toEqual([]);
    }
    expect(texts(layout(one, 'wall', 'full')).filter((text) => text.startsWith('PID'))).toEqual([]);
  });

  test('lets a shell that entered a container stand in its room', () => {
    const entered = layout(withShell(one, { entered: 'web' }), 'wall', 'full');
    expect(ids(entered)).toContain('process:web/chip');
    expect(texts(entered)).toContain('and 1 more');
    expect(texts(entered)).not.toContain('your shell');
  });

  test('says of a host alone what each of its namespaces sets apart', () => {
    const drawing = layout(sampleHost({}), 'wall', 'full');
    expect(texts(drawing)).toContain('boot and monotonic clocks');
    expect(drawing.alternative).toContain('time 4026531837');
  });
});

describe('ipc', () => {
  const host = { shm: [4096], sem: [2] };

  test('puts each object into the namespace in which it was made', () => {
    const drawing = layout(sampleHost({ ipc: host, containers: [{ name: 'web' }] }), 'ipc', 'full');
    expect(ids(drawing)).toContain('plaques:host:shm:0/plaque');
    expect(ids(drawing)).toContain('plaques:host:sem:0/plaque');
    expect(texts(drawing)).toContain('2 semaphores');
    expect(drawing.alternative).toContain('has an IPC namespace of its own, which holds nothing');
  });

  test('leads a room without a namespace of its own to the host’s objects', () => {
    const drawing = layout(sampleHost({ ipc: host, containers: [{ name: 'web', shared: ['ipc'] }] }), 'ipc', 'narrow');
    expect(ids(drawing)).toContain('ipc:web/shared/way');
    expect(dotted(drawing)).toContain('ipc');
  });

  test('joins two rooms that share one namespace by a passage, and draws its objects once', () => {
    const containers = [{ name: 'web', ipc: { shm: [4096], files: { note: 6 } } }, { name: 'db' }];
    const shared = containers.map((one) => (one.name === 'db' ? { ...one, joins: 'web' } : one));
    for (const width of ['full', 'narrow'] as const) {
      const drawing = layout(sampleHost({ containers: shared }), 'ipc', width);
      expect(ids(drawing)).toContain('passage:db/floor');
      expect(ids(drawing).filter((id) => id.endsWith('shm:0/plaque'))).toHaveLength(1);
      expect(texts(drawing)).toContain('/dev/shm');
      expect(drawing.alternative).toContain('shares the IPC namespace of web');
      expect(ids(layout(sampleHost({ containers }), 'ipc', width)).join()).not.toContain('passage');
    }
  });
});

describe('mnt', () => {
  const hole = sampleHost({ containers: [{ name: 'web', binds: { '/data': '/srv/site' } }] });

  test('draws a bind mount as a duct from the host’s directory, and Docker’s files as small ones', () => {
    for (const width of ['full', 'narrow'] as const) {
      const drawing = layout(hole, 'mnt', width);
      for (const text of ['/data', '/srv/site', '/etc/hosts', 'isolate-lab:13']) expect(texts(drawing)).toContain(text);
      expect(ids(drawing).filter((id) => id.endsWith('/hole'))).toHaveLength(4);
    }
  });

  test('shows of several rooms whose image each root is', () => {
    const two = sampleHost({ containers: [{ name: 'web' }, { name: 'old', image: 'isolate-lab:12' }] });
    const drawing = layout(two, 'mnt', 'full');
    for (const text of ['isolate-lab:12', 'isolate-lab:13', 'ext4 on /dev/vda']) expect(texts(drawing)).toContain(text);
    expect(drawing.alternative).toContain('over the image isolate-lab:12');
  });
});

test('the tree of cgroups lists parents before their children, and those above a container first of all', () => {
  expect(hostTree(one).map(({ path }) => path)).toEqual([
    '/',
    '/system.slice',
    '/system.slice/containerd-shim.service',
    '/system.slice/containerd.service',
    '/system.slice/dockerd.service',
    '/system.slice/systemd.service',
  ]);
});

describe('what a question asks for', () => {
  test('is neither drawn nor told: which courses stand', () => {
    const veiled = ['pid', 'net', 'mnt', 'uts', 'ipc', 'user', 'cgroup', 'time'].map((kind) => `ns:${kind}:web`);
    const drawing = layout(one, 'wall', 'full', { veiled });
    expect(dotted(drawing)).toEqual([]);
    expect(texts(drawing).filter((text) => text === '?')).toHaveLength(8);
    expect(ids(drawing).join()).not.toContain('link:');
    expect(drawing.alternative).not.toMatch(/Its own namespaces|the host’s/);
  });

  test('is neither drawn nor told: the path that is read inside, and what is in an IPC namespace', () => {
    const path = layout(one, 'cgroup', 'full', { veiled: ['ns:cgroup:web'] });
    expect(texts(path).filter((text) => text === '?')).toHaveLength(1);
    expect(path.alternative).not.toContain('inside');
    const ipc = layout(one, 'ipc', 'full', { veiled: ['ns:ipc:web'] });
    expect(texts(ipc)).toContain('?');
    expect(ipc.alternative).not.toContain('web has an IPC');
  });
});
