import type { Rail } from '../../../host/fence.ts';
import { rails } from '../../../host/fence.ts';
import type { Try } from '../../../recording/script.ts';
import type { Shape } from '../../drawing.ts';
import type { Pen } from '../../paper/pen.ts';

/** What becomes of a call at a rail: it may also be one behind the rail that stops it, which would stop it, too. */
export type Fate = 'passed' | 'stopped' | 'behind' | 'unreached';

/** What becomes of a call at a rail. */
export function fateAt(rail: Rail, { stoppedBy, behind = [] }: Try): Fate {
  if (rail === stoppedBy) return 'stopped';
  if (behind.includes(rail)) return 'behind';
  return !stoppedBy || rails.indexOf(rail) < rails.indexOf(stoppedBy) ? 'passed' : 'unreached';
}

/** errno(3), for the messages that the C library has for them. */
const numbers: Record<string, string> = {
  'Operation not permitted': 'EPERM',
  'Permission denied': 'EACCES',
  'Read-only file system': 'EROFS',
};

/** A message with the name of its error, where its words are the C library's own. */
export function errorIn(says: string): string {
  const name = numbers[says];
  return name ? `${name}: ${says}` : says;
}

/** A line down with an arrowhead at its end. */
export function arrowDown(pen: Pen, name: string, points: [number, number][]): Shape[] {
  const [x, y] = points.at(-1) ?? [0, 0];
  const ink = { stroke: 'ink', strokeWidth: 1.8 } as const;
  return [
    pen.line(name, { points, ...ink }),
    pen.line(`${name}-head`, {
      points: [
        [x - 4.5, y - 6],
        [x, y],
        [x + 4.5, y - 6],
      ],
      ...ink,
    }),
  ];
}

/** What a call meets at a rail: a tick where it passes, a cross where it is stopped, a ring where it would be. */
export function sign(pen: Pen, fate: Fate, x: number, y: number): Shape[] {
  const ink = { stroke: 'ink', strokeWidth: 2 } as const;
  if (fate === 'unreached') return [];
  if (fate === 'behind')
    return [pen.box('sign', { x: x - 4, y: y - 4, width: 8, height: 8, radius: 4, stroke: 'ink', strokeWidth: 1.4 })];
  if (fate === 'passed')
    return [
      pen.line('sign', {
        points: [
          [x + 5, y],
          [x + 9, y + 4],
          [x + 16, y - 5],
        ],
        ...ink,
      }),
    ];
  return [
    pen.line('sign', {
      points: [
        [x - 5, y - 5],
        [x + 5, y + 5],
        [x, y],
        [x + 5, y - 5],
        [x - 5, y + 5],
      ],
      ...ink,
      strokeWidth: 2.4,
    }),
  ];
}
