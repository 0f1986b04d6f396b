import { processPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { insidePid } from '../../../host/views.ts';
import type { PlacedRoom, RoomPlan, Sent, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import { labelOf, type Room, roomsOf } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { type Numbering, type NumberRow, numberRows } from '../numbers.ts';
import { arrowHead, readOn } from '../telling.ts';
import * as wording from './words.ts';

/** What became of a signal, in words beside the room's name; nothing where this room's processes did not get one. */
export function wordsOnSignal(room: Room, { sent, before }: Told, width: number): string | undefined {
  if (!sent || !isFor(sent, room, before)) return undefined;
  const words = [`${sent.signal}: ${sent.fate}`, sent.signal];
  return words.find((each) => measure(each, 'sans-bold', 13) <= width);
}

/** Whether the process that a signal is for was in this room. */
function isFor({ to }: Sent, room: Room, before: HostFacts | undefined): boolean {
  if (!before) return false;
  const was = roomsOf(before).find(({ container }) => container.name === room.container.name);
  return was?.processes.some((process) => processPart(process, before) === to) ?? false;
}

/** A signal from the shell of a room to another of its processes: up to it, or to a bar before it that lets none in. */
export function signalShapes(room: PlacedRoom, rows: NumberRow[], sent: Sent): Shape[] {
  const target = rows.find(({ part }) => part === sent.to);
  const sender = rows.find(({ process }) => process.pid !== room.first?.pid && /sh$/.test(process.comm));
  if (!target || !sender || sent.by !== room.container.name) return [];
  const pen = penFor(`container:${room.container.name}`, `signal:${room.container.name}`);
  const edge = target.chip.x + target.chip.width;
  const lane = edge + 22;
  const dropped = sent.fate === 'dropped';
  const end = dropped ? edge + 10 : edge + 1;
  const level = target.centre - (dropped ? 0 : 4);
  return [
    pen.line('way', {
      points: [
        [edge, sender.centre - 4],
        [lane, sender.centre - 4],
        [lane, level],
        [end, level],
      ],
      stroke: 'ink',
      strokeWidth: 1.6,
    }),
    arrowHead(pen, 'head', [end, level], 'left'),
    ...(dropped
      ? [
          pen.line('bar', {
            points: [
              [edge + 6, level - 10],
              [edge + 6, level + 10],
            ],
            stroke: 'pid',
            strokeWidth: 4,
          }),
        ]
      : []),
  ];
}

/** The processes that a step's signal ended with their room, each crossed out where it stood, and the signal that comes from the host. */
export function ghosts(room: PlacedRoom, how: Numbering, metrics: Metrics, at: RoomPlan, told: Told): Shape[] {
  const { before, sent } = told;
  if (!before || !sent || !isFor(sent, room, before)) return [];
  const was = roomsOf(before).find(({ container }) => container.name === room.container.name);
  if (!was?.first) return [];
  const size = heightsOf[metrics.format].chip < 30 ? 4.5 : 6;
  return numberRows(before, was, how, metrics, at).flatMap(({ process, part, chip, centre, capsule }): Shape[] => {
    const pen = penFor(part, `ended:${part}`);
    const x = chip.x + chip.width - 8 - size;
    const stroke = { stroke: 'ink', strokeWidth: 2 } as const;
    const pad = how.chip < 30 ? 7 : 12;
    const number = String(insidePid(process));
    const labelX = chip.x + pad + Math.max(2, number.length) * how.size * 0.6 + (how.chip < 30 ? 7 : 10);
    const label = shorten(labelOf(process), 'mono', 13, x - size - 8 - labelX);
    const text = { y: centre + middle(13), size: 13, font: 'mono', tone: 'soft' } as const;
    const cross = (name: string, from: number, to: number) =>
      pen.line(name, {
        points: [
          [x - size, centre + from],
          [x + size, centre + to],
        ],
        ...stroke,
      });
    return [
      pen.box('chip', { ...chip, radius: 3, stroke: 'soft', strokeWidth: 1.2, dash: 'dashes' }),
      pen.text('inside', { ...text, x: chip.x + pad, text: number }),
      pen.text('label', { ...text, x: labelX, text: label }),
      cross('cross-1', -size, size),
      cross('cross-2', size, -size),
      ...(part === sent.to && sent.by === 'host'
        ? [
            pen.text('outside', {
              ...text,
              x: capsule.x + capsule.width / 2,
              y: centre - 8,
              text: String(process.pid),
              anchor: 'middle',
            }),
            pen.line('signal', {
              points: [
                [metrics.left + metrics.pad + 6, centre],
                [chip.x - 2, centre],
              ],
              stroke: 'ink',
              strokeWidth: 1.8,
            }),
            arrowHead(pen, 'head', [chip.x - 2, centre], 'right'),
          ]
        : []),
    ];
  });
}

/** What the picture says of this step in a room: what was read there and from the host, and what was sent. */
export function aboutStep(room: Room, told: Told): string {
  const { sent, before } = told;
  const names = new Map(room.processes.map((process) => [process, labelOf(process)]));
  const of = (by: string) => {
    const texts = [...new Set(readOn(by, told).map(({ text }) => text))].filter((text) => /^\d+$/.test(text));
    return texts.join(' and ');
  };
  const [host, inside] = [of('host'), of(room.container.name)];
  const said = wording.justRead(host, inside);
  const signal =
    sent && names.size > 0 && isFor(sent, room, before)
      ? ` ${wording.sent(sent.signal, sent.by, sent.fate === 'dropped')}`
      : '';
  return `${said ? ` ${said}.` : ''}${signal}`;
}

/** What the picture says of a room whose processes a signal has just ended. */
export function aboutEnd(room: Room, { sent, before }: Told): string | undefined {
  if (!sent || !isFor(sent, room, before)) return undefined;
  return wording.endedAll(sent.signal, sent.by);
}

/** Whether a signal of this step ended the room: then what stood in it is drawn once more, crossed out. */
export function isEndedBySignal(room: Room, { sent, before }: Told): boolean {
  return !room.wall && sent !== undefined && isFor(sent, room, before);
}
