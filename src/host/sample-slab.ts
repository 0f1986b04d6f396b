import type { Fence, HostFacts, Slab } from './facts.ts';

const slab: Slab = {
  bootId: '8f1e04c2-1111-4222-8333-444455556666',
  clock: 1795500250,
  memory: 4013728,
  load: ['11.25', '9.05', '5.03'],
  keyUsers: [
    { uid: 0, keys: 55 },
    { uid: 1500, keys: 2 },
  ],
  sysctls: { 'kernel.dmesg_restrict': '1', 'vm.swappiness': '60' },
  disk: { size: 12278920, inodes: 786432 },
};

const docker: Fence = {
  permitted: '00000000a80425fb',
  effective: '00000000a80425fb',
  bounding: '00000000a80425fb',
  noNewPrivs: false,
  seccomp: 2,
  label: 'docker-default (enforce)',
};

/** The same host with what it shares, and with the fence of each container as Docker builds it but for what is given; for tests. */
export function withSlab(facts: HostFacts, fence: Partial<Fence> = {}, shared: Partial<Slab> = {}): HostFacts {
  const inside = new Set(facts.containers.map(({ id }) => id));
  const isInside = (cgroup: string) => [...inside].some((id) => cgroup.includes(id));
  return {
    ...facts,
    slab: { ...slab, ...shared },
    lastCapability: 40,
    processes: facts.processes.map((process) =>
      isInside(process.cgroup) ? { ...process, fence: { ...docker, ...fence } } : process,
    ),
    containers: facts.containers.map((container) => ({
      ...container,
      devices: { all: false, rules: [] },
      ...(container.pid > 0 ? { python: { inode: 131842, size: 6832784 } } : {}),
    })),
  };
}
