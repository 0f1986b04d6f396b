import { describe, expect, test } from 'vitest';
import type { Container, HostFacts } from './facts.ts';
import { idRanges, idsFrom, insideUid } from './ids.ts';
import { sampleHost } from './sample.ts';
import { withUidMap } from './sample-ids.ts';

const plain = sampleHost({ containers: [{ name: 'web' }, { name: 'old', exited: 0 }] });
const remapped = withUidMap(sampleHost({ containers: [{ name: 'web' }] }), 'web', [[0, 100000, 65536]]);
const rootless = withUidMap(sampleHost({ containers: [{ name: 'web' }] }), 'web', [
  [1, 100000, 65536],
  [0, 1000, 1],
]);
const web = ({ containers: [container] }: HostFacts) => container as Container;
const first = (facts: HostFacts) => {
  const process = facts.processes.find(({ pid }) => pid === web(facts).pid);
  if (!process) throw new Error('The sample has no first process.');
  return process;
};

describe('idRanges', () => {
  test('is every id as itself where the user namespace is the host’s', () => {
    expect(idRanges(web(plain), plain)).toEqual([{ inside: 0, outside: 0, length: 4294967295 }]);
  });

  test('is the map as the kernel gives it, by the ids inside', () => {
    expect(idRanges(web(remapped), remapped)).toEqual([{ inside: 0, outside: 100000, length: 65536 }]);
    expect(idRanges(web(rootless), rootless)?.map(({ outside }) => outside)).toEqual([1000, 100000]);
  });

  test('is none for a container that does not run', () => {
    expect(idRanges(plain.containers[1] as Container, plain)).toBeUndefined();
  });
});

describe('insideUid', () => {
  test('is the id on the host, moved as the map says', () => {
    const uid = (facts: HostFacts) => insideUid(first(facts), idRanges(web(facts), facts) ?? []);
    expect([plain, remapped, rootless].map(uid)).toEqual([0, 0, 0]);
  });

  test('is unknown where no range holds the id', () => {
    expect(insideUid({ ...first(remapped), uid: 0 }, idRanges(web(remapped), remapped) ?? [])).toBeUndefined();
  });
});

test('a range is told by its first and its last id, a single id by itself', () => {
  expect(idsFrom(100000, 65536)).toBe('100000–165535');
  expect(idsFrom(0, 4294967295)).toBe('0–4294967294');
  expect(idsFrom(1000, 1)).toBe('1000');
});
