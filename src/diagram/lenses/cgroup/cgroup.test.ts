import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../../host/sample.ts';
import { layout } from '../../layout.ts';
import { dotted, texts } from '../../paper/reading.ts';
import { hostTree } from './tree.ts';

const one = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });
const bare = sampleHost({ containers: [{ name: 'web', shared: ['pid', 'net', 'uts', 'ipc', 'cgroup'] }] });

describe('cgroup', () => {
  test('hangs the room at its scope and shows the path as either side reads it', () => {
    const drawing = layout(one, 'cgroup', 'tall');
    for (const text of ['/', 'system.slice', 'docker-445cdbbeee14….scope', 'docker-445c….scope'])
      expect(texts(drawing)).toContain(text);
    expect(texts(drawing).filter((text) => text === '/system.slice/')).toHaveLength(1);
    expect(drawing.alternative).toContain('/system.slice/docker-445cdbbeee14….scope on the host and / inside');
  });

  test('shows the same path on both sides where the namespace is the host’s', () => {
    const drawing = layout(bare, 'cgroup', 'tall');
    expect(texts(drawing).filter((text) => text === '/system.slice/')).toHaveLength(2);
    expect(dotted(drawing)).toContain('cgroup');
  });

  test('puts a flag at the node that is the root inside: the container’s own, or the host’s', () => {
    for (const format of ['tall', 'landscape'] as const) {
      const flag = (facts: typeof one) => {
        const { shapes } = layout(facts, 'cgroup', format);
        const level = (id: string) =>
          shapes.flatMap((each) => (each.id === id && each.kind === 'box' ? [each.y] : []))[0] ?? 0;
        return { flag: level('root:web/flag'), root: level('cgroup://node'), leaf: level('scope:web/node') };
      };
      const [own, shared] = [flag(one), flag(bare)];
      expect(Math.abs(own.flag - own.leaf)).toBeLessThan(30);
      expect(own.flag).toBeGreaterThan(own.root + 40);
      expect(Math.abs(shared.flag - shared.root)).toBeLessThan(5);
    }
  });

  test('shows no path as read before someone has read it', () => {
    const before = layout(one, 'cgroup', 'tall', { reads: [] });
    expect(texts(before)).toContain('?');
    expect(texts(before)).not.toContain('read from the host');
    const read = { by: 'web', part: 'ns:cgroup:web', text: '0::/', line: '0::/', fresh: true };
    const after = layout(one, 'cgroup', 'tall', { reads: [read] });
    expect(texts(after)).not.toContain('?');
    expect(texts(after)).toContain('/ inside');
  });

  test('leaves out what a process reads of itself when nobody asked', () => {
    const processes = one.processes.map(({ cgroupSeen: _, ...process }) => process);
    expect(texts(layout({ ...one, processes }, 'cgroup', 'tall'))).not.toContain('read from inside');
  });

  test('neither draws nor tells the path that is read inside while a question asks for it', () => {
    const path = layout(one, 'cgroup', 'tall', { veiled: ['ns:cgroup:web'] });
    expect(texts(path).filter((text) => text === '?')).toHaveLength(1);
    expect(path.alternative).not.toContain('inside');
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
