import { expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout/layout.ts';
import { sampleHost } from '../../src/host/sample.ts';
import type { Lens } from '../../src/recording/script.ts';
import { trim } from './trim.ts';

const facts = sampleHost({
  ipc: { shm: [4096], sem: [2] },
  containers: [
    { name: 'web', ipc: { files: { note: 6 } }, binds: { '/data': '/srv/site' } },
    { name: 'db', joins: 'web', exited: 137 },
  ],
});

test.each(['intro', 'pid', 'uts', 'cgroup', 'wall', 'ipc', 'mnt'] satisfies Lens[])(
  'the lens %s draws the trimmed facts as it draws all of them',
  (lens) => {
    for (const width of ['full', 'narrow'] as const)
      expect(layout(trim(facts, lens), lens, width)).toEqual(layout(facts, lens, width));
  },
);

test('no mount and no shared memory reaches a page whose diagrams do not show it', () => {
  for (const lens of ['pid', 'wall', 'cgroup'] as const)
    expect(JSON.stringify(trim(facts, lens))).not.toMatch(/mounts|sysvShm|posixShm/);
});
