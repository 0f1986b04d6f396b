import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../../host/sample.ts';
import { layout } from '../../layout.ts';
import { ids, texts } from '../../paper/reading.ts';

describe('mnt', () => {
  const hole = sampleHost({ containers: [{ name: 'web', binds: { '/data': '/srv/site' } }] });

  test('draws a bind mount as a duct from the host’s directory, and Docker’s files as small ones', () => {
    for (const width of ['tall', 'landscape'] as const) {
      const drawing = layout(hole, 'mnt', width);
      for (const text of ['/data', '/srv/site', '/etc/hosts', 'isolate-lab:13']) expect(texts(drawing)).toContain(text);
      expect(ids(drawing).filter((id) => id.endsWith('/hole'))).toHaveLength(4);
    }
  });

  test('shows of several rooms whose image each root is', () => {
    const two = sampleHost({ containers: [{ name: 'web' }, { name: 'old', image: 'isolate-lab:12' }] });
    const drawing = layout(two, 'mnt', 'tall');
    for (const text of ['isolate-lab:12', 'isolate-lab:13', 'ext4 on /dev/vda']) expect(texts(drawing)).toContain(text);
    expect(drawing.alternative).toContain('over the image isolate-lab:12');
  });
});
