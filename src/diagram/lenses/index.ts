import type { Container, HostFacts } from '../../host/facts.ts';
import type { Lens, Packet } from '../../recording/script.ts';
import type { Canvas } from '../building/canvas.ts';
import type { Metrics } from '../building/metrics.ts';
import type { Room } from '../building/moment.ts';
import type { Shape, Way } from '../drawing.ts';
import { cgroupView } from './cgroup/cgroup.ts';
import { doorView } from './door/door.ts';
import { ipcView } from './ipc/ipc.ts';
import { meterView } from './meter/meter.ts';
import type { Sampled } from './meter/strip.ts';
import { mntView } from './mnt/mnt.ts';
import { netView } from './net/net.ts';
import { slabView } from './slab/slab.ts';
import { userView } from './user/user.ts';
import { wallView } from './wall/wall.ts';

/** A room and the place that the canvas keeps for it. */
export interface PlacedRoom extends Room {
  place: number;
}

/** How one chapter looks at the building: what it needs room for, and what it draws between the host's frame and the slab. */
export interface LensView {
  /** How many rows a container's room needs at this moment. */
  cells(container: Container, facts: HostFacts): number;
  /** How many rows the host's side needs at this moment. */
  hostRows(facts: HostFacts): number;
  /** Where that ends which stands above the slab. */
  bottom(canvas: Canvas, metrics: Metrics): number;
  draw(
    facts: HostFacts,
    rooms: PlacedRoom[],
    canvas: Canvas,
    metrics: Metrics,
    veiled: string[],
    sampled?: Sampled,
  ): Shape[];
  /** What the picture says of the host, after its processes and its kernel. */
  aboutHost?(facts: HostFacts): string;
  /** What the picture says of a running room, from "has" on; nothing of what is kept back. */
  about(facts: HostFacts, room: Room, veiled: string[], canvas: Canvas, sampled?: Sampled): string;
  /** The ways of a packet along what is drawn; none where nothing leads there. */
  ways?(facts: HostFacts, rooms: PlacedRoom[], canvas: Canvas, metrics: Metrics, packet: Packet): Way[];
}

/** The lenses that draw by themselves; pid, uts and intro share a plan. */
export const viewOf: Partial<Record<Lens, LensView>> = {
  cgroup: cgroupView,
  door: doorView,
  wall: wallView,
  ipc: ipcView,
  meter: meterView,
  mnt: mntView,
  net: netView,
  slab: slabView,
  user: userView,
};
