import type { HostFacts, Process } from '../../host/facts.ts';
import { hostProcesses, processesOf } from '../../host/views.ts';
import { chipsHeight } from '../building/chips.ts';
import type { Canvas, Lens, RoomPlan, WallLook } from '../building/geometry.ts';
import { hostChips } from '../building/host.ts';
import { heights, type Metrics, wallDepth } from '../building/metrics.ts';
import type { Room } from '../building/moment.ts';
import { legend, roomAt, wallShapes } from '../building/room.ts';
import type { Shape } from '../drawing.ts';

type Point = { x: number; y: number };

/** Where things stand in a section through the building. */
export interface SectionPlan {
  /** The places of the host's chips, and one more for the words that count the rest. */
  chips: Point[];
  rooms: RoomPlan[];
  /** Where the rooms, and what stands above them, end. */
  bottom: number;
}

/** What a section shows: the host's side, and rooms with processes on the right of it or, on a phone, below. */
export interface Section extends WallLook {
  /** How many processes of a room are drawn as chips; the others are counted in words. */
  maxChips: number;
  /** The host's own processes that are drawn as chips; absent: none is, and nothing counts the rest. */
  chips?(facts: HostFacts): Process[];
  /** How high that is which the host's side shows in place of chips, where the rooms stand below it. */
  above?: number;
  /** How high the inside of a room is whose chips are so high. */
  inside(chips: number): number;
  /** Whether no legend names a wall's courses. */
  plain?: true;
  /** What is drawn on the host's side besides its chips. */
  drawHost?(facts: HostFacts, plan: SectionPlan, metrics: Metrics): Shape[];
  /** What is drawn in a room's wall, and on the way there. */
  drawRoom(facts: HostFacts, room: Room, at: RoomPlan, place: number, plan: SectionPlan, metrics: Metrics): Shape[];
}

/** How many of the host's own processes are drawn as chips. */
const maxHostChips = 6;

/** The first of the host's own processes. */
export function firstOfHost(facts: HostFacts): Process[] {
  return hostProcesses(facts).slice(0, maxHostChips);
}

/** Where the host's side begins. */
export function bodyTop(metrics: Metrics): number {
  return metrics.top + 44;
}

/** Places the host's chips and the rooms of a section on a canvas. */
export function sectionPlan(section: Section, canvas: Canvas, metrics: Metrics): SectionPlan {
  const chips = section.chips ? chipPlaces(canvas.hostChips + 1, metrics) : [];
  const last = chips.at(-1);
  const stacked = metrics.columns > 1;
  let bottom = last ? last.y + heights.hostChip : bodyTop(metrics) + (stacked ? (section.above ?? 0) : 0);
  const depth = wallDepth(metrics, section.courses);
  const width = metrics.right - metrics.pad - metrics.roomLeft;
  let y = stacked ? bottom + 30 : bodyTop(metrics) + 12;
  const rooms = canvas.rooms.map(({ cells }) => {
    const inside = section.inside(chipsHeight(cells, section.maxChips));
    const room = roomAt(metrics.roomLeft, y, width, inside, depth);
    const foot = section.plain ? room.y + room.height : room.legendTop + 34;
    bottom = Math.max(bottom, foot);
    y = foot + 36;
    return room;
  });
  return { chips, rooms, bottom };
}

function chipPlaces(count: number, { left, right, pad, columns, chipWidth, chipPitch, ...metrics }: Metrics): Point[] {
  const gap = right - left - 2 * pad - columns * chipWidth;
  const top = metrics.top + 44;
  return Array.from({ length: count }, (_, index) => ({
    x: left + pad + (index % columns) * (chipWidth + gap),
    y: top + Math.floor(index / columns) * chipPitch,
  }));
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
    draw(facts, rooms, canvas, metrics) {
      const plan = sectionPlan(section, canvas, metrics);
      return [
        ...(chips ? hostChips(facts, chips(facts), metrics, plan.chips) : []),
        ...(section.drawHost?.(facts, plan, metrics) ?? []),
        ...rooms.flatMap((room) => {
          const at = plan.rooms[room.place];
          if (!at) return [];
          return [
            ...wallShapes(room, section, metrics, at),
            ...section.drawRoom(facts, room, at, room.place, plan, metrics),
            ...(plain ? [] : legend(room, section, metrics, at)),
          ];
        }),
      ];
    },
  };
}
