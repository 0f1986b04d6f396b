import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../../host/sample.ts';
import { withShell } from '../../../host/sample-strangers.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { dotted, ids, texts } from '../../paper/reading.ts';

const one = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });
const bare = sampleHost({ containers: [{ name: 'web', shared: ['pid', 'net', 'uts', 'ipc', 'cgroup'] }] });

describe('wall', () => {
  test('names the number of each course that is the container’s own, and whose the others are', () => {
    const drawing = layout(one, 'wall', 'tall');
    const first = one.processes.find(({ comm }) => comm === 'sleep');
    expect(texts(drawing)).toContain(String(first?.ns.mnt));
    expect(texts(drawing).filter((text) => text === 'the host’s')).toHaveLength(2);
    expect(dotted(drawing)).toEqual(['time', 'user']);
  });

  test('lets only mnt stand where Docker was asked to leave out five namespaces', () => {
    for (const width of ['tall', 'landscape'] as const)
      expect(dotted(layout(bare, 'wall', width))).toEqual(['cgroup', 'time', 'user', 'ipc', 'uts', 'net', 'pid']);
  });

  test('draws a shell that left the host by hand as a room, and says that it is no container', () => {
    const made = withShell(sampleHost({}), { own: ['uts', 'net'] });
    for (const width of ['tall', 'landscape'] as const) {
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
    expect(texts(layout(made, 'wall', 'landscape'))).toContain('PID 12345');
    const numbered = withShell(sampleHost({}), { own: ['uts', 'pid'] }, 12345);
    for (const width of ['tall', 'landscape'] as const) {
      expect(texts(layout(numbered, 'wall', width))).toContain('PID 12345, 1 inside');
      expect(collisions(layout(numbered, 'wall', width))).toEqual([]);
    }
    expect(texts(layout(one, 'wall', 'tall')).filter((text) => text.startsWith('PID'))).toEqual([]);
  });

  test('lets a shell that entered a container stand in its room', () => {
    const entered = layout(withShell(one, { entered: 'web' }), 'wall', 'tall');
    expect(ids(entered)).toContain('process:web/chip');
    expect(texts(entered)).toContain('and 1 more');
    expect(texts(entered)).not.toContain('your shell');
  });

  test('says of a host alone what each of its namespaces sets apart', () => {
    const drawing = layout(sampleHost({}), 'wall', 'tall');
    expect(texts(drawing)).toContain('boot and monotonic clocks');
    expect(drawing.alternative).toContain('time 4026531837');
  });

  test('leads what a step reports to each course that it passes, and to none where it is refused', () => {
    const enters = { of: 'setns', value: '= 0', through: ['uts', 'net'] as ('uts' | 'net')[], fresh: true };
    for (const width of ['tall', 'landscape'] as const) {
      const drawing = layout(one, 'wall', width, { reports: [enters] });
      const arrows = ids(drawing).filter((id) => id.startsWith('report:0/into-'));
      expect(arrows).toEqual(['report:0/into-uts', 'report:0/into-net']);
      expect(collisions(drawing)).toEqual([]);
      expect(drawing.alternative).toContain('setns: = 0.');
    }
    const refused = { of: 'nsenter -m', says: 'Operation not permitted', refused: true as const, fresh: true };
    const drawing = layout(one, 'wall', 'tall', { reports: [refused] });
    expect(texts(drawing)).toContain('nsenter -m');
    expect(ids(drawing).some((id) => id.includes('into-'))).toBe(false);
  });

  test('shows the clocks of the host beside those of a namespace that a command made', () => {
    const reports = [
      { of: 'uptime', value: '641.16', fresh: false },
      { of: 'uptime', by: 'unshare -T', value: '100000648.23', fresh: true },
    ];
    for (const width of ['tall', 'landscape'] as const) {
      const canvas = canvasOf([sampleHost({})], 'wall', width, { reports });
      const drawing = layout(sampleHost({}), 'wall', width, { canvas, reports });
      expect(texts(drawing)).toEqual(expect.arrayContaining(['641.16', 'unshare -T', '100000648.23']));
      expect(collisions(drawing)).toEqual([]);
    }
  });

  test('neither draws nor tells which courses stand while a question asks for it', () => {
    const veiled = ['pid', 'net', 'mnt', 'uts', 'ipc', 'user', 'cgroup', 'time'].map((kind) => `ns:${kind}:web`);
    const drawing = layout(one, 'wall', 'tall', { veiled });
    expect(dotted(drawing)).toEqual([]);
    expect(texts(drawing).filter((text) => text === '?')).toHaveLength(8);
    expect(ids(drawing).join()).not.toContain('link:');
    expect(drawing.alternative).not.toMatch(/Its own namespaces|the host’s/);
  });
});
