import type { LensName as Lens } from '../../diagram/lenses/index.ts';

/** What a scene looks at, in words, in the order of the chapters. */
export const lensNames: Record<Lens, string> = {
  intro: 'one process',
  wall: 'walls',
  pid: 'PIDs',
  net: 'network',
  mnt: 'mounts',
  uts: 'hostnames',
  ipc: 'IPC',
  user: 'users',
  cgroup: 'cgroup paths',
  meter: 'limits',
  door: 'doors',
  slab: 'the kernel',
  tally: 'both sides',
};
