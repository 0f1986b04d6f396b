import { describe, expect, test } from 'vitest';
import type { HostFacts, Machine } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { ids, texts } from '../../paper/reading.ts';

const boot = (digit: string) => `${digit.repeat(8)}-1111-4222-8333-944455556666`;
const host: Machine = {
  kind: 'host',
  name: 'host',
  pid: 1,
  hostname: 'dockerhost',
  kernel: '7.2.4+deb14-amd64',
  bootId: boot('a'),
  memory: 4014804,
  processes: 103,
};
const vm: Machine = {
  ...host,
  kind: 'vm',
  name: 'vm',
  pid: 912,
  hostname: 'vm',
  kernel: '6.1.0-44-cloud-amd64',
  bootId: boot('b'),
  memory: 223456,
  processes: 51,
};
const { bootId: _, ...noBoot } = host;
const sentry: Machine = { ...noBoot, kind: 'sandbox', name: 'caged', pid: 1108, hostname: '445c', kernel: '4.4.0' };

const beside: HostFacts = { ...sampleHost({ containers: [{ name: 'box' }] }), machines: [host, vm] };
const caged: HostFacts = {
  ...sampleHost({ containers: [{ name: 'box' }, { name: 'caged' }] }),
  machines: [host, sentry],
};
const before: HostFacts = { ...sampleHost({}), machines: [host, vm] };
const ended: HostFacts = { ...sampleHost({ containers: [{ name: 'box', exited: 0 }] }), machines: [host, vm] };

describe('slab', () => {
  test('stands a machine on a kernel of its own, and a container on the host’s', () => {
    const drawing = layout(beside, 'slab', 'tall');
    for (const text of ['6.1.0-44-cloud-amd64', 'boot id bbbbbbbb…', 'boot id aaaaaaaa…', '51 processes', '912 qemu'])
      expect(texts(drawing)).toContain(text);
    expect(ids(drawing).filter((id) => id.endsWith('/slab'))).toEqual(['slab/slab', 'kernel:vm/slab']);
    expect(drawing.alternative).toContain('a virtual machine, which is process 912 of the host');
    expect(drawing.alternative).toContain('Container box stands on the host’s kernel');
  });

  test('puts a sandbox’s kernel inside the room, and says which process of the host it is', () => {
    const drawing = layout(caged, 'slab', 'tall');
    for (const text of ['Linux 4.4.0', 'the Sentry', 'filtered calls', '1108 runsc'])
      expect(texts(drawing)).toContain(text);
    for (const text of ['Linux 4.4.0', 'the Sentry', '1108 runsc'])
      expect(texts(layout(caged, 'slab', 'landscape'))).toContain(text);
    expect(drawing.alternative).toContain(
      'Container caged stands on a kernel of its own, gVisor’s Sentry, Linux 4.4.0',
    );
  });

  test('writes each answer whole on the slab that gave it, and tells it', () => {
    const command = 'cat /proc/sys/kernel/random/boot_id';
    const answers = [
      { by: 'host', command, lines: [boot('a')] },
      { by: 'box', command, lines: [boot('a')] },
      { by: 'vm', command, lines: [boot('b')] },
    ];
    for (const format of ['tall', 'landscape'] as const) {
      const drawing = layout(beside, 'slab', format, { answers });
      const on = (group: string) =>
        drawing.shapes.flatMap((shape) => (shape.kind === 'text' && shape.id.startsWith(group) ? [shape.text] : []));
      expect(on('slab-answers/').filter((text) => text === boot('a'))).toHaveLength(format === 'tall' ? 2 : 1);
      expect(on('kernel:vm/answer').join('')).toBe(boot('b'));
      expect(collisions(drawing)).toEqual([]);
      expect(drawing.alternative).toContain(`In this step vm was answered: ${boot('b')}.`);
      expect(drawing.alternative).toContain(`In this step it was answered: ${boot('a')}.`);
    }
  });

  test('says a refusal, a total and a count in few words, and no id of a new container', () => {
    const said = (command: string, ...lines: string[]) =>
      texts(layout(beside, 'slab', 'tall', { answers: [{ by: 'box', command, lines }] }));
    expect(said('dmesg', 'dmesg: read kernel buffer failed: Operation not permitted')).toContain(
      'Operation not permitted',
    );
    expect(said('free -m', 'total used', 'Mem:   3915   721')).toContain('3915 MiB');
    expect(said('ps -e | wc -l', '4')).toContain('4 processes');
    expect(said('docker run', 'f'.repeat(64)).join()).not.toContain('ffff');
  });

  test('ends a system call’s way at the kernel that answers it', () => {
    const stops = (facts: HostFacts, from = 'all') =>
      layout(facts, 'slab', 'tall', { packet: { from, to: 'kernel' } }).ways?.map((way) => way.stops.join(' → '));
    expect(stops(beside)).toEqual(['box → host', 'vm → vm']);
    expect(stops(caged)).toEqual(['box → host', 'caged → Sentry']);
    expect(stops(beside, 'box')).toEqual(['box → host']);
    expect(stops(before, 'box')).toBeUndefined();
  });

  test('keeps the name and the kernel of a machine back until they are asked for', () => {
    const drawing = layout(beside, 'slab', 'tall', { veiled: ['machine:vm'] });
    expect(texts(drawing).join()).not.toMatch(/6\.1\.0|bbbbbbbb/);
    expect(texts(drawing)).toContain('Linux ?');
    expect(layout(caged, 'slab', 'tall', { veiled: ['machine:caged'] }).alternative).not.toContain('4.4.0');
  });

  test.each(['tall', 'landscape'] as const)('no label meets another or a stroke: %s', (width) => {
    for (const moments of [[before, beside, ended], [caged]]) {
      const canvas = canvasOf(moments, 'slab', width);
      for (const facts of moments) {
        expect(collisions(layout(facts, 'slab', width, { canvas, packet: { from: 'all', to: 'kernel' } }))).toEqual([]);
        expect(layout(facts, 'slab', width, { canvas, veiled: ['machine:vm', 'machine:caged'] }).height).toBe(
          canvas.height,
        );
      }
    }
  });
});
