import { coursePart, meterPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { cgroupSeen } from '../../../host/views.ts';
import { processChips } from '../../building/chips.ts';
import type { PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { arrowHead, askingPen, commandTag, readOn } from '../telling.ts';
import { pathPlate } from './path-plate.ts';
import { insideOf, leafDepth, maxChips, type NodePlace, node, plateHeightIn } from './plan.ts';
import { limitsRead, toldInside } from './read.ts';
import * as wording from './words.ts';

/** How wide the plate of a path is in a room, where what is read of its limits stands beside it. */
const plateWidth = 154;

/** A room in which someone runs something, and the limits that this step read there. */
interface Inside {
  facts: HostFacts;
  room: PlacedRoom;
  at: RoomPlan;
  metrics: Metrics;
  told: Told;
  limits: string[] | undefined;
}

/** What a running room shows: the path that its own processes read, and these. */
export function insideShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan, told: Told): Shape[] {
  const { wall, first } = room;
  if (!wall || !first) return [];
  const low = metrics.format === 'landscape';
  const own = wall.cgroup === 'own';
  const { name } = room.container;
  const part = coursePart('cgroup', room.container);
  const group = `${name}/${wall.cgroup}`;
  const inside: Inside = { facts, room, at, metrics, told, limits: limitsRead(facts, room, told) };
  const column = columnOf(inside);
  const plate = plateOf(inside);
  const seen = cgroupSeen(first, facts);
  const reads = seen !== undefined && readOn(name, told).length > 0 && !inside.limits && !low;
  return [
    penFor(part, `view:${group}`).text('title', {
      x: column.x,
      y: at.inside.y + (low ? 12 : 18),
      text: shorten(own ? wording.own : wording.none, 'sans-bold', 13, column.width),
      size: 13,
      font: 'sans-bold',
      tone: own ? 'cgroup' : 'soft',
    }),
    ...(seen === undefined
      ? []
      : pathPlate(
          {
            part,
            group: `path:inside:${group}`,
            title: wording.fromInside,
            path: toldInside(room, told) ? seen : '?',
          },
          plate,
          metrics,
        )),
    ...tagShapes(inside),
    ...(reads ? readLine(name, plate, chipsTop(inside), metrics) : []),
    ...chipShapes(inside),
  ];
}

/** The column in a room in which everything stands. */
function columnOf({ at, metrics }: Pick<Inside, 'at' | 'metrics'>): { x: number; width: number } {
  return { x: at.inside.x + metrics.inset, width: at.inside.width - 2 * metrics.inset };
}

/** Where the path stands that is read from inside. */
function plateOf({ at, metrics }: Inside): NodePlace {
  const column = columnOf({ at, metrics });
  const width = metrics.format === 'landscape' ? column.width : Math.min(column.width, plateWidth);
  return { ...column, y: at.inside.y + insideOf(metrics).plate, width };
}

/** Where the processes stand: half way down what is free below the plate. */
function chipsTop({ at, metrics }: Inside): number {
  const { chips } = insideOf(metrics);
  const low = metrics.format === 'landscape';
  const free = low ? 0 : Math.max(0, Math.floor((at.inside.height - chips - heightsOf.tall.chip - 10) / 2));
  return at.inside.y + chips + free;
}

/** What was run in the room, above its wall after its name; or that what it looked for is not there. */
function tagShapes({ room, at, metrics, told }: Inside): Shape[] {
  const { name } = room.container;
  const low = metrics.format === 'landscape';
  const nameEnd = low
    ? at.x + 4 + measure(common.container(name), 'sans-bold', 13) + 8
    : at.x + leafDepth * node.indent + 84 + 8;
  const x = at.x + at.width - 4;
  const tag = { x, y: at.labelBaseline, width: x - nameEnd, anchor: 'end', size: low ? 13 : 12 } as const;
  const text = wording.missing;
  if (told.refused?.by !== name || measure(text, 'sans-bold', 13) > tag.width) return commandTag(name, told, tag);
  return [askingPen(name).text('refused', { x, y: tag.y, text, size: 13, font: 'sans-bold', anchor: 'end' })];
}

/** From the processes up to the path that this step reads. */
function readLine(name: string, plate: NodePlace, chips: number, metrics: Metrics): Shape[] {
  const pen = askingPen(name);
  const [x, foot] = [plate.x + plate.width - 5, plate.y + plateHeightIn(metrics)];
  return [
    pen.line('reads', {
      points: [
        [x, foot],
        [x, chips],
      ],
      stroke: 'ink',
      strokeWidth: 1.6,
    }),
    arrowHead(pen, 'head', [x, foot], 'up'),
  ];
}

/** The first processes side by side, as far as they have width, and how many more there are. */
function chipShapes(inside: Inside): Shape[] {
  const { facts, room, at, metrics, limits } = inside;
  const low = metrics.format === 'landscape';
  const column = columnOf(inside);
  const drawn = low && limits ? [] : room.processes.slice(0, low ? 1 : maxChips);
  const gap = 10;
  const width = low ? column.width : (column.width - gap * (maxChips - 1)) / maxChips;
  const y = chipsTop(inside);
  const rest = room.processes.length - maxChips;
  const { name } = room.container;
  return [
    ...drawn.flatMap((process, index) =>
      processChips(
        facts,
        { ...room, processes: [process] },
        { x: column.x + index * (width + gap), y, width },
        1,
        heightsOf[metrics.format],
      ),
    ),
    ...(rest > 0 && !low
      ? [
          penFor(`container:${name}`, `rest:${name}`).text('more', {
            x: column.x + column.width,
            y: at.inside.y + 18,
            text: common.more(rest),
            size: 13,
            anchor: 'end',
            tone: 'soft',
          }),
        ]
      : []),
  ];
}

/** The limits that were read of the room's cgroup: beside its node; in landscape in its room, in place of processes. */
export function limitShapes(
  facts: HostFacts,
  room: PlacedRoom,
  { inside }: RoomPlan,
  metrics: Metrics,
  told: Told,
): Shape[] {
  const lines = limitsRead(facts, room, told);
  if (!lines || room.place > 0) return [];
  const low = metrics.format === 'landscape';
  const pen = penFor(meterPart(room.container.name), `limits:${room.container.name}`);
  const column = inside.width - 2 * metrics.inset;
  const plate = { x: inside.x + metrics.inset, y: inside.y + insideOf(metrics).plate, width: plateWidth };
  const size = low ? 13 : 12;
  const box = low
    ? {
        x: inside.x + metrics.inset,
        y: inside.y + insideOf(metrics).chips - 4,
        width: inside.width - 2 * metrics.inset,
        height: 34,
      }
    : { x: plate.x + plate.width + 8, y: plate.y, width: column - plate.width - 8, height: plateHeightIn(metrics) };
  return [
    ...(low ? [] : [pen.box('box', { ...box, radius: 3, stroke: 'cgroup', strokeWidth: 1.6, fill: 'sheet' })]),
    ...lines.map((line, index) =>
      pen.text(`limit-${index}`, {
        x: box.x + (low ? 0 : 4),
        y: box.y + (low ? 13 : 17) + index * (low ? 16 : 17),
        text: shorten(line, 'mono', size, box.width - (low ? 0 : 8)),
        size,
        font: 'mono',
      }),
    ),
  ];
}
