import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../../host/sample.ts';
import { layout } from '../../layout.ts';
import { ids, texts } from '../../paper/reading.ts';

const bash = { comm: 'bash', args: 'bash' };
const running = sampleHost({ containers: [{ name: 'web', others: [bash] }] });
const ended = sampleHost({ containers: [{ name: 'web', exited: 137 }] });
const formats = ['tall', 'landscape'] as const;

describe('pid', () => {
  test('stops a signal from inside at a bar before process 1, and says that it was dropped', () => {
    const sent = { signal: 'SIGTERM', by: 'web', to: 'process:web', fate: 'dropped' } as const;
    for (const format of formats) {
      const drawing = layout(running, 'pid', format, { before: running, sent });
      expect(ids(drawing)).toContain('signal:web/bar');
      expect(texts(drawing)).toContain('SIGTERM: dropped');
      expect(drawing.alternative).toContain('SIGTERM, sent from inside, is dropped.');
    }
  });

  test('crosses out every process of a room that a signal from the host ended, and not in a later step', () => {
    const sent = { signal: 'SIGKILL', by: 'host', to: 'process:web', fate: 'ended' } as const;
    for (const format of formats) {
      const drawing = layout(ended, 'pid', format, { before: running, sent });
      expect(ids(drawing).filter((id) => id.endsWith('/cross-1'))).toHaveLength(2);
      expect(ids(drawing)).toContain('ended:process:web/signal');
      expect(drawing.alternative).toContain('has ended every process in it');
      const later = layout(ended, 'pid', format, { before: ended });
      expect(ids(later).join()).not.toContain('cross');
      expect(texts(later)).toContain('exited (137)');
    }
  });

  test('leads a command to the numbers that it read: on the host before the wall, inside behind it', () => {
    const read = { part: 'process:web', text: '908', line: '908 sleep 1000', fresh: true };
    for (const format of formats) {
      const outside = layout(running, 'pid', format, {
        reads: [{ ...read, by: 'host' }],
        asked: [{ by: 'host', command: "ps aux | grep '[s]leep'" }],
      });
      expect(ids(outside)).toContain('asked:host/dot-process:web');
      expect(texts(outside)).toContain('ps aux');
      expect(outside.alternative).toContain('The host has just read 908.');
      const inside = layout(running, 'pid', format, {
        reads: [{ ...read, by: 'web', text: '1' }],
        asked: [{ by: 'web', command: 'ps aux' }],
      });
      expect(ids(inside)).toContain('asked:web/dot-process:web');
      expect(ids(inside)).not.toContain('asked:host/dot-process:web');
    }
  });

  test('ties the two numbers together once NSpid has been read', () => {
    const nspid = { by: 'host', part: 'process:web', text: '908', line: 'NSpid: 908 1', fresh: true };
    for (const format of formats) {
      expect(ids(layout(running, 'pid', format, { reads: [nspid] }))).toContain('bond:web/bond');
      expect(ids(layout(running, 'pid', format, { reads: [] }))).not.toContain('bond:web/bond');
    }
  });

  test('names process 1 as the parent of an orphan that came in this step', () => {
    const orphan = { comm: 'sleep', args: 'sleep 300', pid: 1301 };
    const after = sampleHost({ containers: [{ name: 'web', others: [bash, orphan] }] });
    const processes = after.processes.map((each) => (each.pid === 1301 ? { ...each, ppid: 908 } : each));
    const drawing = layout({ ...after, processes }, 'pid', 'tall', { before: running });
    expect(texts(drawing)).toContain('parent of 13: 1');
    expect(ids(drawing)).toContain('children:web/process:1301');
  });
});
