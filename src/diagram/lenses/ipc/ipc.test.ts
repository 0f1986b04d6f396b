import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../../host/sample.ts';
import { layout } from '../../layout.ts';
import { dotted, ids, texts } from '../../paper/reading.ts';

const one = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });

describe('ipc', () => {
  const host = { shm: [4096], sem: [2] };

  test('puts each object into the namespace in which it was made', () => {
    const drawing = layout(sampleHost({ ipc: host, containers: [{ name: 'web' }] }), 'ipc', 'tall');
    expect(ids(drawing)).toContain('plaques:host:shm:0/plaque');
    expect(ids(drawing)).toContain('plaques:host:sem:0/plaque');
    expect(texts(drawing)).toContain('2 semaphores');
    expect(drawing.alternative).toContain('has an IPC namespace of its own, which holds nothing');
  });

  test('leads a room without a namespace of its own to the host’s objects', () => {
    const drawing = layout(
      sampleHost({ ipc: host, containers: [{ name: 'web', shared: ['ipc'] }] }),
      'ipc',
      'landscape',
    );
    expect(ids(drawing)).toContain('ipc:web/shared/way');
    expect(dotted(drawing)).toContain('ipc');
  });

  test('joins two rooms that share one namespace by a passage, and draws its objects once', () => {
    const containers = [{ name: 'web', ipc: { shm: [4096], files: { note: 6 } } }, { name: 'db' }];
    const shared = containers.map((one) => (one.name === 'db' ? { ...one, joins: 'web' } : one));
    for (const width of ['tall', 'landscape'] as const) {
      const drawing = layout(sampleHost({ containers: shared }), 'ipc', width);
      expect(ids(drawing)).toContain('passage:db/floor');
      expect(ids(drawing).filter((id) => id.endsWith('shm:0/plaque'))).toHaveLength(1);
      if (width === 'tall') expect(texts(drawing)).toContain('/dev/shm');
      expect(drawing.alternative).toContain('shares the IPC namespace of web');
      expect(ids(layout(sampleHost({ containers }), 'ipc', width)).join()).not.toContain('passage');
    }
  });

  test('neither draws nor tells what is in a namespace while a question asks for it', () => {
    const ipc = layout(one, 'ipc', 'tall', { veiled: ['ns:ipc:web'] });
    expect(texts(ipc)).toContain('?');
    expect(ipc.alternative).not.toContain('web has an IPC');
  });

  test('leads who looks to what the output names, in its own namespace or through the passage', () => {
    const containers = [
      { name: 'web', ipc: { shm: [4096] } },
      { name: 'db', joins: 'web' },
    ];
    const facts = sampleHost({
      containers: containers.map((one) => ({ ...one, others: [{ comm: 'bash', args: 'bash' }] })),
    });
    const key = (facts.namespaces.flatMap(({ sysvShm = [] }) => sysvShm)[0]?.key ?? 0) >>> 0;
    const line = `0x${key.toString(16).padStart(8, '0')} 0 root 644 4096 0`;
    const reads = ['web', 'db'].map((by) => ({ by, part: `ns:ipc:${by}`, text: '4096', line, fresh: true }));
    const asked = ['web', 'db'].map((by) => ({ by, command: 'ipcs -m' }));
    for (const format of ['tall', 'landscape'] as const) {
      const drawing = layout(facts, 'ipc', format, { reads, asked });
      expect(ids(drawing)).toContain('asked:web/dot-0');
      expect(ids(drawing)).toContain('asked:db/way');
      expect(ids(layout(facts, 'ipc', format, { reads: [], asked: [] })).join()).not.toContain('asked:');
    }
  });

  test('crosses out what a step removed', () => {
    const made = sampleHost({ ipc: host });
    const after = sampleHost({ ipc: { sem: [2] } });
    const drawing = layout(after, 'ipc', 'tall', { before: made });
    expect(ids(drawing)).toContain('plaques:host:shm:0/cross1');
    expect(ids(layout(after, 'ipc', 'tall', { before: after })).join()).not.toContain('cross');
  });
});
