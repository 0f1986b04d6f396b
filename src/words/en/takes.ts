// The switch between a scene's takes.

export const asBuilt = 'As Docker builds it';
export const walls = {
  cgroup: 'Cgroup wall',
  time: 'Time wall',
  user: 'User wall',
  ipc: 'IPC wall',
  uts: 'UTS wall',
  mnt: 'Mount wall',
  net: 'Network wall',
  pid: 'PID wall',
};
export const without = (wall: string, label: string): string => `${wall}; without it, ${label}`;
