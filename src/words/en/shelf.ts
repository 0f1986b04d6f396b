// All scenes at once.

export const about = (scenes: number): string =>
  `${scenes} scenes, each recorded on a real host and stepped through in its chapter. The drawing shows what the host reported after one of its steps.`;
export const chapter = 'Chapter';
export const allChapters = 'all chapters';
export const looksAt = 'It looks at';
export const anything = 'anything';
export const none = 'No scene of that chapter looks at that.';
export const steps = (count: number): string => `${count} steps`;
export const takes = (count: number): string => `${count} takes`;
/** What a scene looks at, by its lens, in the order of the chapters. */
export const lenses = {
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
