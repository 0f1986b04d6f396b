import type { Door } from '../../host/doors.ts';
import type { Container, HostFacts } from '../../host/facts.ts';
import { firstProcess, tenantsOf } from '../../host/views.ts';
import type { Report, Sign } from '../../recording/script.ts';
import { type Format, formats } from '../drawing.ts';
import type { Canvas, Lens } from './geometry.ts';
import { type Metrics, metricsFor } from './metrics.ts';

/** What a scene's script says of all its steps. */
export interface Expected {
  doors?: Door[] | undefined;
  sampled?: boolean;
  reports?: Report[];
  signs?: Sign[];
}

/** The canvas on which a lens shows every one of these moments. */
export function canvasFor(
  hosts: HostFacts[],
  lens: Lens,
  format: Format,
  { doors = [], sampled = false, signs = [], reports = [] }: Expected = {},
): Canvas {
  const rooms: Canvas['rooms'] = [];
  for (const facts of hosts)
    for (const container of bySeniority(facts)) {
      const room = rooms[placeOf(container.name, rooms, hosts)] ?? { names: [], cells: 1 };
      if (!rooms.includes(room)) rooms.push(room);
      if (!room.names.includes(container.name)) room.names.push(container.name);
      room.cells = Math.max(room.cells, lens.cells(container, facts));
    }
  const counts = {
    rooms,
    hostChips: Math.max(0, ...hosts.map((facts) => lens.hostRows(facts))),
    doors,
    ...(sampled ? { sampled } : {}),
    ...(signs.length > 0 ? { signs } : {}),
    ...(reports.length > 0 ? { reports } : {}),
  };
  return { ...counts, height: heightOf(counts, lens, metricsFor(format, lens.measures)) };
}

/** Docker lists the newest first; rooms stand in the order in which they were started, as their terminals do. */
function bySeniority(facts: HostFacts): Container[] {
  const started = (container: Container) => firstProcess(container, facts)?.started ?? 0;
  return [...tenantsOf(facts)].sort((a, b) => started(a) - started(b) || a.pid - b.pid);
}

/** The first place whose containers never stand beside this one; a place of its own otherwise. */
function placeOf(name: string, rooms: Canvas['rooms'], hosts: HostFacts[]): number {
  const known = rooms.findIndex((room) => room.names.includes(name));
  if (known >= 0) return known;
  const together = (other: string) =>
    hosts.some((facts) => [name, other].every((one) => tenantsOf(facts).some((container) => container.name === one)));
  const free = rooms.findIndex((room) => !room.names.some(together));
  return free >= 0 ? free : rooms.length;
}

function heightOf(counts: Omit<Canvas, 'height'>, lens: Lens, metrics: Metrics): number {
  const slabTop = slabTopOf({ ...counts, height: 0 }, lens, metrics);
  // As high as its box, so that the slab stands at the foot of the stage; higher only where more stands on it than the box holds.
  return Math.max(formats[metrics.format].height, slabTop + metrics.slabHeight + metrics.top);
}

/** Where the slab begins: at the foot of the canvas; with height 0, below all that stands on it. */
export function slabTopOf(canvas: Canvas, lens: Lens, metrics: Metrics): number {
  if (canvas.height > 0) return canvas.height - metrics.top - metrics.slabHeight;
  return Math.round(lens.bottom(canvas, metrics) + 18);
}
