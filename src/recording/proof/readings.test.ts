import { describe, expect, test } from 'vitest';
import type { Cgroup, HostFacts } from '../../host/facts.ts';
import { sampleHost } from '../../host/sample.ts';
import { withNetwork } from '../../host/sample-net.ts';
import { sampleProvenance } from '../sample-recording.ts';
import type { Verdict } from './claim.ts';
import { proveReadings } from './readings.ts';

const pages = (count: number) => count * 4096;
const group: Partial<Cgroup> = {
  ...{ cpuMax: [50_000, 100_000], memoryMax: 64 * 2 ** 20, memorySwapMax: 64 * 2 ** 20, pidsMax: 20, pidsCurrent: 1 },
  ...{
    memoryCurrent: pages(900),
    memoryPeak: pages(1000),
    memoryStat: { anon: pages(300), file: pages(200), shmem: pages(100) },
  },
  cpuStat: { usage_usec: 300, user_usec: 200, system_usec: 100, nr_periods: 9, nr_throttled: 4, throttled_usec: 70 },
};
const host = (meter: Partial<Cgroup> = {}, change: Partial<HostFacts> = {}): HostFacts => ({
  ...sampleHost({ containers: [{ name: 'web', args: 'sleep 600', meter: { ...group, ...meter } }] }),
  ...change,
});
const run = 'docker run -d --name web --cpus 0.5 --memory 64m --pids-limit 20 isolate-lab:13 sleep 600';
const kernel = host().kernel;

function told(moments: HostFacts[], lines = [run]): string {
  const verdict: Verdict = { compared: 0, failures: [] };
  const facts = { provenance: { ...sampleProvenance, kernel }, start: host(), steps: [] };
  proveReadings(facts, moments, lines, verdict);
  expect(verdict.compared).toBeGreaterThan(15);
  return verdict.failures.map(({ what, expected, found }) => `${what}: ${expected}, ${found}`).join('\n');
}

describe('a reading of the host', () => {
  test('agrees with its own sums and limits, and with what was typed', () => {
    expect(told([host()])).toBe('');
  });

  test.each<[string, Partial<Cgroup>, string]>([
    ['a peak above the limit', { memoryPeak: 80 * 2 ** 20 }, 'memory.peak of'],
    ['a peak below what is held', { memoryPeak: pages(800) }, 'memory.current of'],
    ['half a page', { memoryCurrent: pages(900) + 1 }, 'memory.current of'],
    [
      'more in the cache than is held',
      { memoryStat: { anon: pages(800), file: pages(200), shmem: 0 } },
      'anon and file of',
    ],
    ['more shared than cached', { memoryStat: { anon: 0, file: pages(1), shmem: pages(2) } }, 'shmem of'],
    ['a sum that is not one', { cpuStat: { usage_usec: 900, user_usec: 200, system_usec: 100 } }, 'usage_usec of'],
    ['more stops than periods', { cpuStat: { nr_periods: 1, nr_throttled: 2, throttled_usec: 1 } }, 'nr_throttled of'],
    ['a process too many', { pidsCurrent: 2 }, 'pids.current of'],
    ['another limit than was typed', { memoryMax: 32 * 2 ** 20 }, 'memory.max of container web'],
    ['another quota than was typed', { cpuMax: [25_000, 100_000] }, 'cpu.max of container web'],
    ['another limit of processes', { pidsMax: 50 }, 'pids.max of container web'],
    ['another limit of swap', { memorySwapMax: 0 }, 'memory.swap.max of container web'],
  ])('is refused with %s', (_, meter, sentence) => {
    expect(told([host(meter)])).toContain(sentence);
  });

  test('is refused with another image, state, exit code or name than was typed', () => {
    const changed = (change: object) =>
      host({}, { containers: host().containers.map((each) => ({ ...each, ...change })) });
    expect(told([changed({ image: 'isolate-lab:12' })])).toContain('the image of container web');
    expect(told([changed({ status: 'runningx' })])).toContain('the state of container web');
    expect(told([changed({ exitCode: 1 })])).toContain('the exit code of container web');
    expect(told([changed({ name: 'db' })])).toContain('a container’s name');
  });

  test('is refused with a fence that the options of its container do not give', () => {
    const mask = '00000000a80425fb';
    const fence = {
      permitted: mask,
      effective: mask,
      bounding: mask,
      noNewPrivs: false,
      seccomp: 2,
      label: 'docker-default (enforce)',
    };
    const fenced = (change: object) =>
      host({}, { processes: host().processes.map((each) => ({ ...each, fence: { ...fence, ...change } })) });
    expect(told([fenced({})])).toBe('');
    expect(told([fenced({ seccomp: 0 })])).toContain('the fence of container web');
    expect(told([fenced({ label: 'unconfined' })])).toContain('the fence of container web');
    expect(told([fenced({ effective: '00000000a82425fb' })])).toContain('the fence of container web');
    expect(
      told([fenced({ label: 'unconfined' })], [run.replace('run', 'run --security-opt apparmor=unconfined')]),
    ).toBe('');
  });
});

describe('two readings, one after the other', () => {
  test('have counters that grow, and limits that stay', () => {
    expect(told([host(), host({ memoryPeak: pages(1100) })])).toBe('');
    expect(told([host({ memoryPeak: pages(1100) }), host()])).toContain('memoryPeak of');
    const oom = { memoryEvents: { oom: 1, oom_kill: 1 } };
    expect(told([host(oom), host({ memoryEvents: { oom: 1, oom_kill: 0 } })])).toContain('oom_kill of');
    expect(told([host(), host({ cpuWeight: 100 })])).toContain('the limits of');
  });

  test('have processes that stay who they are, and a host that stays what it is', () => {
    const renamed = host({}, { processes: host().processes.map((each) => ({ ...each, comm: `${each.comm}x` })) });
    expect(told([host(), renamed])).toContain('who process');
    const supply = { cpus: 2, memory: pages(1000), swap: 0 };
    expect(told([host({}, { supply }), host({}, { supply: { ...supply, cpus: 4 } })])).toContain('what the host has');
    expect(told([host(), host({}, { processCount: host().processCount + 40 })])).toContain('came or went');
    expect(told([host({}, { kernel: '9.9.9' })])).toContain('the host’s kernel');
  });

  test('have the same interfaces in a container, and one more only where a line plugs a second network into it', () => {
    const bridges = ['docker0', 'br-4be8cc6c9f1a'];
    const [one, two, three] = [1, 2, 3].map((cables) =>
      withNetwork(host(), { web: [...bridges, 'docker0'].slice(0, cables) }, bridges),
    );
    if (!one || !two || !three) throw new Error('Three hosts were made.');
    const connect = 'docker network connect apart web';
    expect(told([one, two])).toContain('the links of net namespace');
    expect(told([one, two], [run, connect])).not.toContain('the links of');
    expect(told([one, two], [run, 'docker network connect apart db'])).toContain('the links of net namespace');
    expect(told([one, three], [run, connect])).toContain('the links of net namespace');
    expect(told([two, one], [run, connect])).toContain('the links of net namespace');
  });
});
