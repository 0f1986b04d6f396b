import type { HostFacts, Process } from '../../host/facts.ts';
import { hostProcesses, processesOf } from '../../host/views.ts';
import { chipsHeight } from '../building/chips.ts';
import type { Canvas, Lens, PlacedRoom, RoomPlan, Told, WallLook } from '../building/geometry.ts';
import { chipPlaces, chipRows, hostChips } from '../building/host.ts';
import { heightsOf, type Metrics, wallDepth } from '../building/metrics.ts';
import { legend, legendHeight, roomAt, wallShapes } from '../building/room.ts';
import type { Shape } from '../drawing.ts';

/** Where things stand in a section through the building. */
export interface SectionPlan {
  rooms: RoomPlan[];
  /** For how many processes there is room in each of them. */
  cells: number[];
  /** Where the host's own things begin, below its name. */
  top: number;
  /** Where the rooms, and what stands above them, end. */
  bottom: number;
  slabTop: number;
}

/** What a section is drawn from. */
export interface Drawn {
  facts: HostFacts;
  plan: SectionPlan;
  metrics: Metrics;
  told: Told;
  veiled: string[];
}

/** What a section shows: rooms with processes below the host's side, or in landscape on the right of it. */
export interface Section extends WallLook {
  /** How many processes of a room are drawn as chips; the others are counted in words. */
  maxChips: number;
  /** The host's own processes that are drawn as chips; absent: none is, and nothing counts the rest. */
  chips?(facts: HostFacts): Process[];
  /** Whether the host's chips stand beside the rooms in landscape too. */
  lowChips?: true;
  /** How high that is which the host's side shows in place of chips, where the rooms stand below it. */
  above?(metrics: Metrics): number;
  /** How high the inside of a room is whose chips are so high. */
  inside(chips: number, metrics: Metrics): number;
  /** Whether no legend names a wall's courses. */
  plain?: true;
  /** What is drawn on the host's side besides its chips. */
  drawHost?(rooms: PlacedRoom[], drawn: Drawn): Shape[];
  /** What is drawn in a room's wall, and on the way there. */
  drawRoom(room: PlacedRoom, at: RoomPlan, drawn: Drawn): Shape[];
  /** How this room's wall is looked at, where that depends on what was told. */
  look?(room: PlacedRoom, told: Told): WallLook;
}

/** How many of the host's own processes are drawn as chips: with the words that count the others they fill two rows. */
const maxHostChips = 5;

/** The first of the host's own processes. */
export function firstOfHost(facts: HostFacts): Process[] {
  return hostProcesses(facts).slice(0, maxHostChips);
}

/** Where the host's side begins. */
export function bodyTop(metrics: Metrics): number {
  return metrics.top + (metrics.format === 'landscape' ? 44 : 36);
}

/** Places the rooms of a section on a canvas; one that stands alone is as high as the canvas lets it be. */
export function sectionPlan(section: Section, canvas: Canvas, metrics: Metrics): SectionPlan {
  const low = metrics.format === 'landscape';
  const high = heightsOf[metrics.format];
  const top = bodyTop(metrics);
  const chips = section.chips && (!low || section.lowChips) ? chipRows(canvas.hostChips, metrics) : 0;
  let bottom = top + Math.max(0, chips * metrics.chipPitch - (metrics.chipPitch - high.hostChip));
  if (!low) bottom += section.above?.(metrics) ?? 0;
  const depth = wallDepth(metrics, section.courses);
  const width = metrics.right - metrics.pad - metrics.roomLeft;
  const [legendRoom, gap] = section.plain || low ? [0, low ? 7 : 16] : [12 + legendHeight, 12];
  const slabTop = canvas.height > 0 ? canvas.height - metrics.top - metrics.slabHeight : 0;
  let y = low ? metrics.top + 14 : bottom + 24;
  const rooms = canvas.rooms.map(({ cells }) => {
    const inside = section.inside(chipsHeight(cells, section.maxChips, high), metrics);
    const below = low ? 7 : 9;
    const natural = inside + 2 * depth;
    const alone = canvas.rooms.length === 1 && slabTop > 0;
    const height = alone ? Math.max(natural, slabTop - gap - legendRoom - y - below) : natural;
    const room = roomAt(metrics.roomLeft, y, width, height - 2 * depth, depth, below);
    const foot = room.y + room.height + legendRoom;
    // The slab stands 18 px below what stands on it, and only as far below a room as its gap.
    bottom = Math.max(bottom, foot + gap - 18);
    y = foot + (low ? 22 : 32);
    return room;
  });
  return { rooms, cells: canvas.rooms.map(({ cells }) => cells), top, bottom, slabTop };
}

/** What a lens does that shows a section: all but what the picture says. */
export function sectionLens(section: Section): Omit<Lens, 'about'> {
  const { focus, courses, maxChips, chips, plain } = section;
  return {
    ...(focus ? { focus } : {}),
    ...(courses ? { courses } : {}),
    // One cell for each process that is drawn, and one for the words that count the others.
    cells: (container, facts) => Math.min(processesOf(container, facts).length, maxChips + 1),
    hostRows: (facts) => chips?.(facts).length ?? 0,
    bottom: (canvas, metrics) => sectionPlan(section, canvas, metrics).bottom,
    places: (canvas, metrics) => sectionPlan(section, canvas, metrics).rooms,
    draw(facts, rooms, canvas, metrics, veiled, told) {
      const plan = sectionPlan(section, canvas, metrics);
      const drawn = { facts, plan, metrics, told, veiled };
      const chosen = metrics.format === 'tall' || section.lowChips ? chips?.(facts) : undefined;
      return [
        ...(chosen ? hostChips(facts, chosen, metrics, chipPlaces(facts, chosen, metrics, plan.top)) : []),
        ...(section.drawHost?.(rooms, drawn) ?? []),
        ...rooms.flatMap((room) => {
          const at = plan.rooms[room.place];
          if (!at) return [];
          return [
            ...wallShapes(room, section.look?.(room, told) ?? section, metrics, at),
            ...section.drawRoom(room, at, drawn),
            ...(plain ? [] : legend(room, section, metrics, at)),
          ];
        }),
      ];
    },
  };
}
