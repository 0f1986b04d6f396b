import { coursePart } from '../../../host/entity.ts';
import type { PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, tailOf } from '../../paper/text.ts';
import { hostRootHeight, layerHeight, layersAt, type MntPlan, type Row, rowCentre, rowsAt } from './plan.ts';

/** Half a duct's width: a directory that the reader asked for is a wide hole, a file of Docker's a small one. */
const half = { bind: 7, injected: 3 } as const;

/** The ducts through a room's wall: from the host's directories beside it, or from a pipe that comes down from the host's root. */
export function ducts(room: PlacedRoom, rows: Row[], plan: MntPlan, at: RoomPlan, overlay: boolean): Shape[] {
  const part = coursePart('mnt', room.container);
  const top = at.inside.y + rowsAt(plan.mode);
  const holes = rows.flatMap((row) => {
    const { kind, from } = row.mount;
    return from !== undefined && (kind === 'bind' || kind === 'injected') ? [{ row, half: half[kind] }] : [];
  });
  const upper = at.inside.y + layersAt + layerHeight / 2;
  const pipe = plan.host.x + 12;
  const start = plan.mode === 'pipe' ? pipe : plan.host.x + plan.host.width;
  const end = at.inside.x + 10;
  const shapes: Shape[] = [];
  const last = holes.at(-1);
  const pen = penFor(part, `pipe:${room.container.name}`);
  if (plan.mode === 'pipe' && (last || overlay)) {
    const foot = last ? rowCentre(last.row, top, plan) + last.half : upper;
    shapes.push(
      pen.line('pipe', {
        points: [
          [pipe, plan.host.y + hostRootHeight],
          [pipe, foot],
        ],
        stroke: 'mnt',
        strokeWidth: 1.6,
      }),
    );
  }
  if (overlay)
    // The layer's directory is no hole: the kernel reads it and shows it as a part of the root.
    shapes.push(
      pen.line('layer', {
        points: [
          [start, upper],
          [at.inside.x + 29, upper],
        ],
        stroke: 'mnt',
        strokeWidth: 1.2,
        dash: 'dashes',
      }),
    );
  for (const { row, half: by } of holes) {
    const y = rowCentre(row, top, plan);
    const duct = penFor(part, `duct:${room.container.name}:${row.mount.target}`);
    const side = (level: number): [number, number][] => [
      [start, level],
      [end, level],
    ];
    const wide = { stroke: 'mnt', strokeWidth: by > 4 ? 2 : 1.2 } as const;
    shapes.push(
      duct.box('hole', { x: at.x - 2, y: y - by, width: end - at.x + 2, height: 2 * by, fill: 'sheet' }),
      duct.line('one', { points: side(y - by), ...wide }),
      duct.line('two', { points: side(y + by), ...wide }),
    );
  }
  return shapes;
}

/** The host's directories that are seen in a room, each beside what it is seen as. */
export function sources(rows: Row[], plan: MntPlan, at: RoomPlan, upper: string | undefined): Shape[] {
  const top = at.inside.y + rowsAt(plan.mode);
  const boxes: { id: string; path: string; y: number; height: number; strong: boolean }[] = [];
  if (upper) boxes.push({ id: 'upper', path: upper, y: at.inside.y + layersAt - 8, height: 44, strong: false });
  const injected = rows.filter(({ mount }) => mount.kind === 'injected');
  const [one, last] = [injected[0], injected.at(-1)];
  const file = one?.mount.from;
  if (one && last && file) {
    const [from, to] = [rowCentre(one, top, plan) - 22, rowCentre(last, top, plan) + 22];
    boxes.push({
      id: 'written',
      path: file.slice(0, file.lastIndexOf('/')),
      y: from,
      height: to - from,
      strong: false,
    });
  }
  for (const { mount, ...row } of rows)
    if (mount.kind === 'bind' && mount.from)
      boxes.push({
        id: mount.target,
        path: mount.from,
        y: rowCentre({ mount, ...row }, top, plan) - 16,
        height: 32,
        strong: true,
      });
  const trunk = plan.host.x + 6;
  const x = plan.host.x + 14;
  const width = plan.host.width - 14;
  const foot = boxes.at(-1);
  const pen = penFor('host', 'files:host');
  if (!foot) return [];
  return [
    pen.line('trunk', {
      points: [
        [trunk, plan.host.y + hostRootHeight],
        [trunk, foot.y + foot.height / 2],
      ],
      stroke: 'soft',
      strokeWidth: 1,
      strength: 0.6,
    }),
    ...boxes.flatMap(({ id, path, y, height, strong }) => {
      const centre = y + height / 2;
      const lines = strong ? [path] : twoLines(path);
      const first = centre - (lines.length - 1) * 8 + middle(12);
      const group = penFor('host', `files:host:${id}`);
      return [
        group.line('twig', {
          points: [
            [trunk, centre],
            [x, centre],
          ],
          stroke: 'soft',
          strokeWidth: 1,
          strength: 0.6,
        }),
        group.box('box', {
          x,
          y,
          width,
          height,
          radius: 3,
          fill: 'paper',
          stroke: strong ? 'mnt' : 'line',
          strokeWidth: strong ? 1.6 : 1,
        }),
        ...lines.map((words, index) =>
          group.text(`path-${index}`, {
            x: x + 8,
            y: first + index * 16,
            text: tailOf(words, 'mono', 12, width - 14),
            size: 12,
            font: 'mono',
            tone: strong ? 'mnt' : 'ink',
          }),
        ),
      ];
    }),
  ];
}

/** A path of Docker's in two lines: where Docker keeps such things, and which one it is. */
function twoLines(path: string): string[] {
  const found = /^(\/var\/lib\/[^/]+\/)(.+)$/.exec(path);
  return found ? [found[1] ?? '', found[2] ?? ''] : [path];
}
