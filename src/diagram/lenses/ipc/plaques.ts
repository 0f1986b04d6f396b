import type { Namespace } from '../../../host/facts.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { maxPlaques, plaque } from './plan.ts';

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

/** Objects as plaques in columns, in the part that they belong to; in words, when there is none. */
export function plaques(
  part: string,
  group: string,
  objects: IpcObject[],
  at: { x: number; y: number; width: number; columns: number },
): Shape[] {
  const pen = penFor(part, group);
  const width = (at.width - (at.columns - 1) * plaque.gap) / at.columns;
  if (objects.length === 0)
    return [
      pen.text('none', {
        x: at.x,
        y: at.y + plaque.height / 2 + 4,
        text: shorten('nothing in it', 'sans', 12.5, at.width),
        size: 12.5,
        tone: 'soft',
      }),
    ];
  const drawn = objects.slice(0, maxPlaques);
  const rest = objects.length - drawn.length;
  const below = at.y + Math.ceil(drawn.length / at.columns) * plaque.pitch + 12;
  return [
    ...drawn.flatMap((object, index) => {
      const x = at.x + (index % at.columns) * (width + plaque.gap);
      const y = at.y + Math.floor(index / at.columns) * plaque.pitch;
      return onePlaque(part, `${group}:${object.id}`, object, { x, y, width });
    }),
    ...(rest > 0 ? [pen.text('more', { x: at.x, y: below, text: `and ${rest} more`, size: 12.5, tone: 'soft' })] : []),
  ];
}

function onePlaque(
  part: string,
  group: string,
  object: IpcObject,
  at: { x: number; y: number; width: number },
): Shape[] {
  const pen = penFor(part, group);
  const tone = object.file ? 'mnt' : 'ipc';
  const room = at.width - 16;
  const name = shorten(object.name, 'mono', 13, room);
  const right = at.x + at.width - 8;
  const fits = (other: string, beside: number) => measure(other, 'mono', 12) + beside + 8 <= room;
  const key = object.key && fits(object.key, measure(name, 'mono', 13)) ? object.key : undefined;
  const amount = shorten(object.amount, 'sans', 12, room);
  // The folder says that this one is a file, and whose wall it stands behind.
  const folder = object.file && fits('/dev/shm', measure(amount, 'sans', 12)) ? '/dev/shm' : undefined;
  const second = object.file && !folder ? '/dev/shm' : amount;
  const mono = { size: 12, font: 'mono', anchor: 'end' } as const;
  return [
    pen.box('plaque', { ...at, height: plaque.height, radius: 3, fill: 'paper', stroke: tone, strokeWidth: 1.6 }),
    pen.text('name', { x: at.x + 8, y: at.y + 18, text: name, size: 13, font: 'mono' }),
    ...(key ? [pen.text('key', { x: right, y: at.y + 18, text: key, tone: 'soft', ...mono })] : []),
    pen.text('amount', {
      x: at.x + 8,
      y: at.y + 35,
      text: second,
      size: 12,
      tone: second === amount ? 'soft' : 'mnt',
      ...(second === amount ? {} : { font: 'mono' }),
    }),
    ...(folder ? [pen.text('folder', { x: right, y: at.y + 35, text: folder, tone: 'mnt', ...mono })] : []),
  ];
}
