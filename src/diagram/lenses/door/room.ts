import { coursePart, processPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { RoomPlan, WallLook } from '../../building/geometry.ts';
import { courses, heights, type Metrics } from '../../building/metrics.ts';
import { endOf, labelOf, type Room, roomName } from '../../building/moment.ts';
import { resting, wallShapes } from '../../building/room.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { chipColumns, chipsIn, maxChips } from './plan.ts';

/** A room with its processes; on a phone its floor, and the name in it. */
export function roomShapes(
  facts: HostFacts,
  room: Room,
  look: WallLook,
  metrics: Metrics,
  at: RoomPlan,
  words: string,
): Shape[] {
  if (metrics.format === 'landscape') return floorShapes(room, metrics, at, words);
  const walls = wallShapes(room, look, metrics, at).map((shape) =>
    shape.kind === 'box' && shape.id.endsWith('/course') ? { ...shape, strength: resting } : shape,
  );
  return [...walls, ...(room.wall ? chips(facts, room, at) : [])];
}

/** The lowest part of a wall, which goes on above the edge. */
function floorShapes({ container, wall }: Room, metrics: Metrics, at: RoomPlan, words: string): Shape[] {
  const pen = penFor(`container:${container.name}`);
  const text = container.id === '' ? roomName(container) : container.name;
  const name = pen.text('name', {
    x: at.inside.x + at.inside.width - 5,
    y: at.labelBaseline,
    text: words === '' ? shorten(text, 'sans-bold', 13, at.inside.width - 10) : '',
    size: 13,
    font: 'sans-bold',
    anchor: 'end',
  });
  const named = name.text === '' ? [] : [name];
  if (!wall) {
    const space = at.inside.width - 20 - measure(name.text, 'sans-bold', 13);
    const end = {
      x: at.inside.x + 5,
      y: at.labelBaseline,
      text: shorten(endOf(container), 'mono', 13, space),
      size: 13,
    };
    return space > 30 ? [...named, pen.text('end', { ...end, font: 'mono' })] : named;
  }
  return [
    ...named,
    ...courses.map((kind, index) => {
      const inset = 1 + index * metrics.pitch;
      const [left, right, foot] = [at.x + inset, at.x + at.width - inset, at.y + at.height - inset];
      const part = coursePart(kind, container);
      return penFor(part, `${part}/${wall[kind]}`).line('course', {
        points: [
          [left, at.y],
          [left, foot],
          [right, foot],
          [right, at.y],
        ],
        stroke: kind,
        strokeWidth: 1.6,
        strength: 0.6,
        ...(wall[kind] === 'own' ? {} : { dash: 'dots' as const }),
      });
    }),
  ];
}

function chips(facts: HostFacts, room: Room, at: RoomPlan): Shape[] {
  const place = chipsIn(at);
  const columns = chipColumns(at.inside.width);
  const width = (place.width - (columns - 1) * 8) / columns;
  const drawn = room.processes.slice(0, maxChips);
  const shapes = drawn.flatMap((process, index): Shape[] => {
    const chip = penFor(processPart(process, facts));
    const [x, y] = [place.x + (index % columns) * (width + 8), place.y + Math.floor(index / columns) * heights.cell];
    const text = shorten(labelOf(process), 'mono', 13, width - 20);
    return [
      chip.box('chip', { x, y, width, height: heights.chip, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
      chip.text('label', { x: x + 10, y: y + heights.chip / 2 + middle(13), text, size: 13, font: 'mono' }),
    ];
  });
  const rest = room.processes.length - drawn.length;
  const pen = penFor(`container:${room.container.name}`, `rest:${room.container.name}`);
  const where = { x: at.x + at.width - 4, y: at.labelBaseline } as const;
  return rest > 0
    ? [...shapes, pen.text('more', { ...where, text: common.more(rest), size: 13, anchor: 'end', tone: 'soft' })]
    : shapes;
}
