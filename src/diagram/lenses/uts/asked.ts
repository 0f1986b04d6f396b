import { coursePart } from '../../../host/entity.ts';
import type { PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure } from '../../paper/text.ts';
import type { SectionPlan } from '../section.ts';
import { arrowHead, askedOn, askingPen, commandTag, readingLane, readOn } from '../telling.ts';
import { maxChips, type Plate, utsRoom } from './plan.ts';
import * as wording from './words.ts';

/** What was run on the host: a lane from it to the plate that it read, or to the process whose namespace it entered. */
export function hostAsked(rooms: PlacedRoom[], host: Plate, plan: SectionPlan, metrics: Metrics, told: Told): Shape[] {
  const low = metrics.format === 'landscape';
  const right = host.x + host.width;
  const tag = low
    ? ({ x: host.x, y: plan.slabTop - 12, width: host.width, anchor: 'start', size: 13 } as const)
    : ({ x: right, y: host.y - 9, width: host.width - 150, anchor: 'end', size: 13 } as const);
  const shown = commandTag('host', told, tag);
  if (shown.length === 0) return [];
  const reads = readOn('host', told);
  const pen = askingPen('host');
  const from = low ? tag.y - 14 : tag.y - 5;
  const lane = low ? host.x + 8 : right + 6;
  const ends: { key: string; to: [number, number] }[] = [];
  // Through the wall; in landscape between the host's plate and the wall.
  const through: { key: string; to: [number, number] }[] = [];
  if (reads.some(({ part }) => part === 'host'))
    ends.push({ key: 'host', to: low ? [lane, host.y + host.height] : [right, host.y + host.height / 2] });
  const enters = askedOn('host', told).some(({ command }) => /^nsenter .*-u/.test(command));
  for (const room of rooms) {
    const at = plan.rooms[room.place];
    if (!at || !room.first) continue;
    const { plate, chips } = utsRoom(at, metrics);
    const level = plate.y + plate.height / 2;
    if (room.wall?.uts === 'own' && reads.some(({ part }) => part === coursePart('uts', room.container)))
      through.push({ key: room.container.name, to: [low ? plate.x : plate.x + plate.width, level] });
    const centre = chips.y + heightsOf[metrics.format].chip / 2;
    if (enters) through.push({ key: `in-${room.container.name}`, to: [low ? chips.x : chips.x + chips.width, centre] });
  }
  const tagEnd = tag.x + (shown[0]?.kind === 'text' ? measure(shown[0].text, 'mono', 13) : 0) + 5;
  const between = right + 6;
  const stub = (name: string, x: number, y: number) =>
    pen.line(name, {
      points: [
        [low ? tagEnd : right + 2, y],
        [x, y],
      ],
      stroke: 'ink',
      strokeWidth: 1.3,
    });
  const inner = penFor('host', 'asked-in:host');
  return [
    ...shown,
    ...(low
      ? [
          ...readingLane(pen, lane, from, ends),
          ...(through.length > 0 ? [stub('tag', between, tag.y - 4)] : []),
          ...readingLane(inner, between, tag.y - 4, through),
        ]
      : [
          ...readingLane(pen, lane, from, [...ends, ...through]),
          ...(ends.length + through.length > 0 ? [stub('tag', lane, from)] : []),
        ]),
  ];
}

/** What was run in a room: from its shell to the plate that it read, or to the bar at the plate that it may not change. */
export function insideAsked(room: PlacedRoom, at: RoomPlan, host: Plate, metrics: Metrics, told: Told): Shape[] {
  const low = metrics.format === 'landscape';
  const { plate, chips, reader, lane } = utsRoom(at, metrics);
  const name = room.container.name;
  const pen = askingPen(name);
  const [own, first] = [room.wall?.uts === 'own', askedOn(name, told)[0]];
  const shell = room.processes.findIndex(({ pid, comm }) => pid !== room.first?.pid && /sh$/.test(comm));
  const refused = told.refused?.by === name;
  if (!first) return [];
  const nameEnd = at.x + 4 + measure(common.container(name), 'sans-bold', 13) + 8;
  const titleEnd = plate.x + measure(own ? wording.own : wording.none, own ? 'sans-bold' : 'sans', 13) + 12;
  const end = low ? at.x + at.width - 4 : reader - 8;
  const tag = {
    x: end,
    y: low ? at.labelBaseline : plate.y - 9,
    width: end - (low ? nameEnd : titleEnd),
    anchor: 'end',
    size: low ? 13 : 12,
  } as const;
  const words: Shape[] =
    refused && measure(common.refused, 'sans-bold', 13) <= tag.width
      ? [pen.text('refused', { x: tag.x, y: tag.y, text: common.refused, size: 13, font: 'sans-bold', anchor: 'end' })]
      : commandTag(name, told, tag);
  if (shell < 0 || shell >= maxChips) return words;
  const edge = chips.x + chips.width;
  const { chip, cell } = heightsOf[metrics.format];
  const centre = chips.y + shell * cell + chip / 2;
  const plateEnd = plate.x + plate.width;
  // A name that is not the room's own is read, and would be set, on the host's plate.
  const beyond: [number, number][] = low
    ? [
        [lane, plate.y + plate.height - 4],
        [host.x + host.width, plate.y + plate.height - 4],
      ]
    : [[lane, host.y + host.height]];
  const to: [number, number][] = own
    ? [
        [lane, plate.y + plate.height / 2],
        [plateEnd, plate.y + plate.height / 2],
      ]
    : beyond;
  const tip = to.at(-1) ?? [lane, centre];
  const up = !own && !low;
  const stop: [number, number] = up ? [tip[0], tip[1] + 7] : [tip[0] + 7, tip[1]];
  const way = pen.line('way', {
    points: [[edge, centre], [lane, centre], ...to.slice(0, -1), refused ? stop : tip],
    stroke: 'ink',
    strokeWidth: refused ? 1.6 : 1.3,
  });
  if (!refused)
    return [
      ...words,
      way,
      pen.box('dot-from', { x: edge - 3, y: centre - 3, width: 6, height: 6, radius: 3, fill: 'ink' }),
      pen.box('dot-to', { x: tip[0] - 3, y: tip[1] - 3, width: 6, height: 6, radius: 3, fill: 'ink' }),
    ];
  const bar: [number, number][] = up
    ? [
        [tip[0] - 9, tip[1] + 4],
        [tip[0] + 9, tip[1] + 4],
      ]
    : [
        [tip[0] + 4, tip[1] - 8],
        [tip[0] + 4, tip[1] + 8],
      ];
  return [
    ...words,
    way,
    arrowHead(pen, 'head', stop, up ? 'up' : 'left'),
    pen.line('bar', { points: bar, stroke: 'uts', strokeWidth: 4 }),
  ];
}
