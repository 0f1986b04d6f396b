import type { Namespace } from '../../../host/facts.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { maxPlaques, type PlaquePlan, plaqueAt } from './plan.ts';
import * as wording from './words.ts';

/** Something that processes share memory or wait by. */
export interface IpcObject {
  id: string;
  name: string;
  /** How much it is: bytes, or semaphores. */
  amount: string;
  /** System V: the key by which others find it. */
  key?: string;
  /** POSIX shared memory is a file: its walls are those of the mount namespace. */
  file?: true;
}

/** The objects of an IPC namespace, and the files of /dev/shm that its processes see. */
export function objectsOf(namespace: Namespace | undefined): IpcObject[] {
  const hex = (key: number) => `0x${(key >>> 0).toString(16).padStart(8, '0')}`;
  return [
    ...(namespace?.sysvShm ?? []).map(({ id, key, bytes }) => ({
      id: `shm:${id}`,
      name: `shm ${id}`,
      amount: counted(bytes, 'byte'),
      key: hex(key),
    })),
    ...(namespace?.sysvSem ?? []).map(({ id, key, count }) => ({
      id: `sem:${id}`,
      name: `sem ${id}`,
      amount: counted(count, 'semaphore'),
      key: hex(key),
    })),
    ...(namespace?.posixShm ?? []).map(({ name, bytes }) => ({
      id: `file:${name}`,
      name,
      amount: counted(bytes, 'byte'),
      file: true as const,
    })),
  ];
}

/** How many rows these objects need: one for each that is drawn, and one for the words that count the others. */
export function rowsFor(objects: IpcObject[]): number {
  return Math.min(objects.length, maxPlaques + 1);
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Objects as plaques in columns, in the part that they belong to; in words, when there is none. One that is gone is crossed out. */
export function plaques(
  part: string,
  group: string,
  { objects, gone }: { objects: IpcObject[]; gone: IpcObject[] },
  at: PlaquePlan,
  size: number,
): Shape[] {
  const pen = penFor(part, group);
  const all = [...gone, ...objects];
  if (all.length === 0) {
    const box = plaqueAt(0, at);
    return [
      pen.box('empty', { ...box, radius: 3, stroke: 'soft', strokeWidth: 1.2, dash: 'dashes' }),
      pen.text('none', {
        x: box.x + 8,
        y: box.y + box.height / 2 + middle(size),
        text: shorten(wording.nothing, 'sans', size, box.width - 12),
        size,
        tone: 'soft',
      }),
    ];
  }
  const drawn = all.slice(0, maxPlaques);
  const rest = all.length - drawn.length;
  const below = at.y + Math.ceil(drawn.length / at.columns) * at.pitch + 10;
  return [
    ...drawn.flatMap((object, index) =>
      onePlaque(part, `${group}:${object.id}`, object, plaqueAt(index, at), size, index < gone.length),
    ),
    ...(rest > 0 ? [pen.text('more', { x: at.x, y: below, text: common.more(rest), size, tone: 'soft' })] : []),
  ];
}

function onePlaque(
  part: string,
  group: string,
  object: IpcObject,
  at: { x: number; y: number; width: number; height: number },
  size: number,
  gone: boolean,
): Shape[] {
  const pen = penFor(part, group);
  const tone = object.file ? 'mnt' : 'ipc';
  const one = at.height < 36;
  const cross = gone ? 22 : 0;
  const room = at.width - 16 - cross;
  const name = shorten(object.name, 'mono', 13, room);
  const right = at.x + at.width - 8 - cross;
  const fits = (other: string, font: 'mono' | 'sans', beside: number) =>
    measure(other, font, size) + beside + 8 <= room;
  const named = measure(name, 'mono', 13);
  const baseline = one ? at.y + at.height / 2 + middle(13) : at.y + 17;
  const second = at.y + 33;
  const amount = shorten(object.amount, 'sans', size, room);
  const end = { x: right, size, anchor: 'end' } as const;
  // The folder says that this one is a file, and whose wall it stands behind.
  const folder = { text: '/dev/shm', font: 'mono', tone: 'mnt' } as const;
  const extras: Shape[] = one
    ? object.file
      ? fits(folder.text, 'mono', named)
        ? [pen.text('folder', { ...end, ...folder, y: baseline })]
        : []
      : fits(amount, 'sans', named)
        ? [pen.text('amount', { ...end, y: baseline, text: amount, tone: 'soft' })]
        : []
    : object.file
      ? [
          pen.text('folder', {
            x: at.x + 8,
            y: second,
            size,
            ...folder,
            text: shorten(folder.text, 'mono', size, room),
          }),
          ...(fits(amount, 'sans', named)
            ? [pen.text('amount', { ...end, y: baseline, text: amount, tone: 'soft' })]
            : []),
        ]
      : [
          pen.text('amount', { x: at.x + 8, y: second, text: amount, size, tone: 'soft' }),
          ...(object.key && fits(object.key, 'mono', named)
            ? [pen.text('key', { ...end, y: baseline, text: object.key, font: 'mono', tone: 'soft' })]
            : []),
        ];
  const [x, y, half] = [at.x + at.width - 16, at.y + at.height / 2, 7];
  const stroke = { stroke: 'ink', strokeWidth: 2.4 } as const;
  return [
    pen.box('plaque', {
      ...at,
      radius: 3,
      fill: gone ? 'sheet' : 'paper',
      stroke: gone ? 'soft' : tone,
      strokeWidth: 1.6,
      ...(gone ? { dash: 'dashes' as const } : {}),
    }),
    pen.text('name', {
      x: at.x + 8,
      y: baseline,
      text: name,
      size: 13,
      font: 'mono',
      ...(gone ? { tone: 'soft' as const } : {}),
    }),
    ...extras,
    ...(gone
      ? ([-1, 1] as const).map((side) =>
          pen.line(`cross${side}`, {
            points: [
              [x - half, y - side * half],
              [x + half, y + side * half],
            ],
            ...stroke,
          }),
        )
      : []),
  ];
}
