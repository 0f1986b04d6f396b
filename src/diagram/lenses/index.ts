import type { Lens } from '../building/geometry.ts';
import { cgroupLens } from './cgroup/cgroup.ts';
import { doorLens } from './door/door.ts';
import { introLens } from './intro/intro.ts';
import { ipcLens } from './ipc/ipc.ts';
import { meterLens } from './meter/meter.ts';
import { mntLens } from './mnt/mnt.ts';
import { netLens } from './net/net.ts';
import { pidLens } from './pid/pid.ts';
import { slabLens } from './slab/slab.ts';
import { tallyLens } from './tally/tally.ts';
import { userLens } from './user/user.ts';
import { utsLens } from './uts/uts.ts';
import { wallLens } from './wall/wall.ts';

/** Every lens by the name that a scene gives it: a namespace's looks at its course, `meter` at cgroups and their limits, `door` at what no namespace covers, `slab` at whose kernel answers, `tally` at what was read on each side, and what is one for all. */
export const lenses = {
  intro: introLens,
  wall: wallLens,
  pid: pidLens,
  net: netLens,
  mnt: mntLens,
  uts: utsLens,
  ipc: ipcLens,
  user: userLens,
  cgroup: cgroupLens,
  meter: meterLens,
  door: doorLens,
  slab: slabLens,
  tally: tallyLens,
} satisfies Record<string, Lens>;

export type LensName = keyof typeof lenses;
