import { coursePart } from '../../host/entity.ts';
import type { NsKind } from '../../host/facts.ts';
import type { Shape, TextShape } from '../drawing.ts';
import { penFor } from '../paper/pen.ts';
import { measure, middle, shorten, wrapped } from '../paper/text.ts';
import type { RoomPlan, WallLook } from './geometry.ts';
import { courses, type Metrics } from './metrics.ts';
import { endOf, type Room, roomName } from './moment.ts';
import * as common from './words.ts';

/** How strong a course is that nothing is told of: faint, yet visible on a dark page too. */
export const resting = 0.55;

/** A room's name, and its wall: one course per namespace, dots where the course is the host's. */
export function wallShapes(room: Room, look: WallLook, metrics: Metrics, plan: RoomPlan): Shape[] {
  const { container, wall } = room;
  const pen = penFor(`container:${container.name}`);
  const shapes: Shape[] = [
    pen.text('name', {
      x: plan.x + 4,
      y: plan.labelBaseline,
      text: shorten(roomName(container), 'sans-bold', 13, plan.labelWidth ?? plan.width - 8),
      size: 13,
      font: 'sans-bold',
    }),
  ];
  if (!wall) return [...shapes, ...leftBehind(room, plan, look)];
  const { focus: looksAt, courses: kinds = courses } = look;
  const low = metrics.format === 'landscape';
  kinds.forEach((kind, index) => {
    const inset = 1 + index * metrics.pitch;
    const focus = kind === looksAt;
    const own = wall[kind] === 'own';
    // A course that goes and the dots that come are two groups: the one dissolves while the others appear.
    const course = penFor(coursePart(kind, container), `${coursePart(kind, container)}/${wall[kind]}`);
    shapes.push(
      course.box('course', {
        x: plan.x + inset,
        y: plan.y + inset,
        width: plan.width - 2 * inset,
        height: plan.height - 2 * inset,
        radius: 19 - 2 * (index + 8 - kinds.length),
        stroke: kind,
        strokeWidth: focus && own ? 4 : low ? 1.6 : 2,
        strength: focus ? (own ? 1 : 0.75) : resting,
        ...(own ? {} : { dash: 'dots' as const }),
      }),
    );
  });
  return shapes;
}

/** A room that is not there yet, or no longer: its outline in dots, and words that say so. */
export function absentRoom(at: RoomPlan, place: number, words: string): Shape[] {
  const pen = penFor('host', `place:${place}`);
  const outline = { x: at.x + 1, y: at.y + 1, width: at.width - 2, height: at.height - 2, radius: 17 };
  const lines = wrapped(words, 'sans', 13, at.width - 24);
  const first = at.y + at.height / 2 - ((lines.length - 1) * 17) / 2 + middle(13);
  return [
    pen.box('outline', { ...outline, stroke: 'soft', strokeWidth: 1.3, dash: 'dots', strength: 0.6 }),
    ...lines.map((text, index) =>
      pen.text(`words-${index}`, {
        x: at.x + at.width / 2,
        y: first + index * 17,
        text,
        size: 13,
        anchor: 'middle',
        tone: 'soft',
      }),
    ),
  ];
}

/** What an ended container leaves: its name and its exit code, and no wall. */
function leftBehind(room: Room, plan: RoomPlan, { bare }: WallLook): Shape[] {
  const pen = penFor(`container:${room.container.name}`);
  const [x, y] = [plan.x + plan.width / 2, plan.y + plan.height / 2];
  const outline = { x: plan.x + 1, y: plan.y + 1, width: plan.width - 2, height: plan.height - 2, radius: 17 };
  const left = pen.box('outline', { ...outline, stroke: 'soft', strokeWidth: 1.3, dash: 'dashes', strength: 0.6 });
  if (bare) return [left];
  return [
    left,
    pen.text('end', { x, y: y - 4, text: endOf(room.container), size: 14, font: 'mono', anchor: 'middle' }),
    pen.text('left', {
      x,
      y: y + 18,
      text: shorten(common.nothingLeft, 'sans', 13, plan.width - 16),
      size: 13,
      anchor: 'middle',
      tone: 'soft',
    }),
  ];
}

/** How high a legend is, from the samples to below the names. */
export const legendHeight = 22;

/**
 * The names of a wall's courses, from the outside in, each under a sample of its course, in one row that ends in what dots mean.
 * Only where there is height: what stands in landscape names the course that it is about itself.
 */
export function legend(
  room: Room,
  { focus: looksAt, courses: kinds = courses }: WallLook,
  metrics: Metrics,
  plan: Pick<RoomPlan, 'x' | 'legendTop'>,
): Shape[] {
  const { container, wall } = room;
  if (!wall || metrics.format === 'landscape') return [];
  const font = (kind: NsKind): TextShape['font'] => (kind === looksAt ? 'sans-bold' : 'sans');
  const size = 12;
  const words = common.legend;
  const widths = kinds.map((kind) => measure(kind, font(kind), size));
  const end = metrics.right - metrics.pad;
  // The words keep their place where no course is dots, so that nothing jumps from take to take.
  const [left, right] = [metrics.left + metrics.pad, end - measure(words, 'sans', size) - 14];
  const gap = Math.min(14, (right - left - widths.reduce((sum, width) => sum + width, 0)) / (kinds.length - 1));
  const y = plan.legendTop;
  let x = left;
  const shapes = kinds.flatMap((kind, index): Shape[] => {
    const width = widths[index] ?? 0;
    const focus = kind === looksAt;
    const pen = penFor(coursePart(kind, container), `legend:${kind}:${container.name}`);
    const ends: [number, number][] = [
      [x, y],
      [x + width, y],
    ];
    const dots = wall[kind] === 'shared' ? { dash: 'dots' as const } : {};
    const tone = focus ? kind : 'soft';
    const strength = focus ? 1 : 0.6;
    const item = [
      pen.line('sample', { points: ends, stroke: kind, strokeWidth: focus ? 3 : 2, strength, ...dots }),
      pen.text('name', { x, y: y + 17, text: kind, size, font: font(kind), tone }),
    ];
    x += width + gap;
    return item;
  });
  const shared = kinds.some((kind) => wall[kind] === 'shared');
  const pen = penFor(`container:${container.name}`, `dots:${container.name}`);
  const dots = { x: end, y: y + 17, text: words, size, tone: 'soft', anchor: 'end' } as const;
  return shared ? [...shapes, pen.text('dots', dots)] : shapes;
}

/** One legend for all rooms: a course is dots there when no room has it. */
export function sharedLegend(
  rooms: Room[],
  look: WallLook,
  metrics: Metrics,
  at: Pick<RoomPlan, 'x' | 'legendTop'>,
): Shape[] {
  const walls = rooms.flatMap(({ wall }) => wall ?? []);
  const [first] = rooms.filter((room) => room.wall);
  if (!first?.wall) return [];
  const wall = { ...first.wall };
  for (const kind of look.courses ?? courses) wall[kind] = walls.some((one) => one[kind] === 'own') ? 'own' : 'shared';
  return legend({ ...first, wall }, look, metrics, at);
}

/** A room by its outer left edge, the baseline of its name, its width, how high and how far in its inside is, and how far below its name the wall begins. */
export function roomAt(
  x: number,
  labelBaseline: number,
  width: number,
  insideHeight: number,
  depth: number,
  below = 12,
): RoomPlan {
  const wall = { x, y: labelBaseline + below, width, height: Math.round(insideHeight + 2 * depth) };
  const inside = { x: x + depth, y: wall.y + depth, width: width - 2 * depth, height: wall.height - 2 * depth };
  return { labelBaseline, ...wall, inside, legendTop: wall.y + wall.height + 12 };
}
