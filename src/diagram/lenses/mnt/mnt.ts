import { coursePart } from '../../../host/entity.ts';
import type { Container, HostFacts } from '../../../host/facts.ts';
import { hostRoot, overlayOf, type SeenMount, seenMounts } from '../../../host/mounts.ts';
import { namespaceOf } from '../../../host/views.ts';
import { withDigits } from '../../building/cgroup-paths.ts';
import type { Lens, PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten, tailOf } from '../../paper/text.ts';
import { ducts, sources } from './ducts.ts';
import {
  hostRootHeight,
  layerHeight,
  layersFrom,
  line,
  type MntPlan,
  mntPlan,
  type Row,
  rowCentre,
  rowsAt,
  rowsOf,
} from './plan.ts';

/** The files that a room sees: its root in layers, the mounts below it, and the holes through which the host's files are seen. */
export const mntLens: Lens = {
  focus: 'mnt',
  cells: (container, facts) => rowsOf(seenMounts(container, facts)).lines,
  hostRows: () => 1,
  bottom(canvas, metrics) {
    const { legendTop, host } = mntPlan(canvas, metrics);
    return canvas.rooms.length > 0 ? legendTop + 34 : host.y + hostRootHeight;
  },
  draw(facts, rooms, canvas, metrics) {
    const plan = mntPlan(canvas, metrics);
    const placed = rooms.flatMap((room) => {
      const at = plan.rooms[room.place];
      return at ? [{ room, at, rows: rowsOf(seenMounts(room.container, facts)) }] : [];
    });
    return [
      ...hostRootShapes(facts, plan),
      ...placed.flatMap(({ room, at }) => wallShapes(room, mntLens, metrics, at)),
      // Ducts open the walls, and so are drawn over them and below all words.
      ...placed.flatMap(({ room, at, rows }) => {
        if (plan.mode === 'roots' || room.wall?.mnt !== 'own') return [];
        const upper = overlayOf(room.container, facts)?.upper;
        return [
          ...ducts(room, rows.rows, plan, at, upper !== undefined),
          ...(plan.mode === 'beside' ? sources(rows.rows, plan, at, upper) : []),
        ];
      }),
      ...placed.flatMap(({ room, at, rows }) => roomShapes(facts, room, rows, plan, at, metrics)),
      ...sharedLegend(rooms, mntLens, metrics, {
        x: plan.mode === 'beside' ? metrics.roomLeft : metrics.left + metrics.pad,
        legendTop: plan.legendTop,
      }),
    ];
  },
  aboutHost(facts) {
    const root = hostRoot(facts);
    return root ? `Its root is ${root.type} on ${root.source}.` : '';
  },
  about(facts, { container, wall }, _veiled, canvas) {
    if (wall?.mnt !== 'own') return 'sees the host’s files.';
    const mounts = seenMounts(container, facts);
    const named = (kind: SeenMount['kind']) => mounts.filter((mount) => mount.kind === kind);
    const written = named('injected').map(({ target }) => target);
    const holes = named('bind').map(({ target, from }) => `${target} is ${withDigits(from ?? '', 12)} of the host`);
    const root = container.image
      ? `has a root of its own: a layer for writes over the image ${container.image}.`
      : `has mounts of its own; its root is ${rootPath(container, facts)} of the host’s file system.`;
    // Of several rooms, only the roots are drawn.
    if (canvas.rooms.length > 1) return root;
    const docker = written.length > 0 ? ` Docker wrote on the host and shows here: ${written.join(', ')}.` : '';
    return `${root}${docker}${holes.length > 0 ? ` A hole in its wall: ${holes.join(', ')}.` : ''}`;
  },
};

/** The root of the host's own files: a device. */
function hostRootShapes(facts: HostFacts, { host, mode }: MntPlan): Shape[] {
  const pen = penFor('host', 'root:host');
  const root = hostRoot(facts);
  const baseline = host.y + hostRootHeight / 2;
  const words = root ? `${root.type} on ${root.source}` : '';
  const room = host.width - 20 - 18;
  const own = mode === 'beside' ? '' : 'the host’s own root';
  const text = shorten(words, 'sans', 12.5, room);
  const fits = measure(text, 'sans', 12.5) + measure(own, 'sans', 12.5) + 16 <= room;
  return [
    pen.box('node', { ...host, height: hostRootHeight, radius: 3, fill: 'paper', stroke: 'ink', strokeWidth: 1.2 }),
    pen.text('path', { x: host.x + 10, y: baseline + middle(13), text: '/', size: 13, font: 'mono' }),
    pen.text('device', { x: host.x + 28, y: baseline + middle(12.5), text, size: 12.5 }),
    ...(own && fits
      ? [
          pen.text('own', {
            x: host.x + host.width - 10,
            y: baseline + middle(12.5),
            text: own,
            size: 12.5,
            anchor: 'end',
            tone: 'soft',
          }),
        ]
      : []),
  ];
}

/** Where in its file system a root is that came from no image. proc_pid_mountinfo(5) */
function rootPath(container: Container, facts: HostFacts): string {
  const mounts = namespaceOf(container, 'mnt', facts)?.mounts;
  return mounts?.findLast(({ target }) => target === '/')?.root ?? '/';
}

/** A running room: its root in layers, and a row for each mount below it. */
function roomShapes(
  facts: HostFacts,
  room: PlacedRoom,
  { rows, rest, lines }: ReturnType<typeof rowsOf>,
  plan: MntPlan,
  at: RoomPlan,
  metrics: Metrics,
): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
  const own = wall.mnt === 'own';
  const x = at.inside.x + metrics.inset;
  const width = at.inside.width - 2 * metrics.inset;
  const part = coursePart('mnt', container);
  const pen = penFor(part, `root:${container.name}/${wall.mnt}`);
  const title = pen.text('title', {
    x,
    y: at.inside.y + 24,
    text: shorten(own ? 'mount namespace' : 'the host’s files', 'sans-bold', 13, width),
    size: 13,
    font: 'sans-bold',
    tone: own ? 'mnt' : 'soft',
  });
  if (!own) return [title];

  const overlay = overlayOf(container, facts);
  const small = plan.mode === 'roots';
  const top = at.inside.y + layersFrom(plan.mode);
  const indent = small ? 0 : 18;
  const layer = { x: x + indent, width: width - indent, height: layerHeight, radius: 2 };
  const size = small ? 12 : 12.5;
  const text = (words: string, font: 'sans' | 'mono') => shorten(words, font, size, layer.width - 16);
  const image = top + layerHeight;
  const rowTop = at.inside.y + rowsAt(plan.mode);
  const last = rows.at(-1);
  const trunk = x + 5;
  const shapes: Shape[] = [
    title,
    pen.text('path', { x, y: small ? top - 10 : image + middle(13), text: '/', size: 13, font: 'mono' }),
    ...(small && overlay
      ? [pen.text('type', { x: x + 18, y: top - 10, text: 'overlay', size: 12.5, tone: 'soft' })]
      : []),
    pen.box('image', { ...layer, y: image, fill: 'paper', stroke: 'line', strokeWidth: 1.2 }),
    pen.text('image-name', {
      x: layer.x + 8,
      y: image + layerHeight / 2 + middle(size),
      text: text(container.image || rootPath(container, facts), 'mono'),
      size,
      font: 'mono',
    }),
    ...(overlay
      ? [
          pen.box('upper', { ...layer, y: top, fill: 'sheet', stroke: 'mnt', strokeWidth: 1.6 }),
          pen.text('upper-name', {
            x: layer.x + 8,
            y: top + layerHeight / 2 + middle(size),
            text: text('layer for writes', 'sans'),
            size,
          }),
        ]
      : []),
    ...(overlay && plan.mode === 'pipe'
      ? [
          pen.text('upper-path', {
            x: layer.x,
            y: image + layerHeight + 16,
            text: tailOf(overlay.upper, 'mono', 12, layer.width),
            size: 12,
            font: 'mono',
            tone: 'soft',
          }),
        ]
      : []),
  ];
  if (plan.mode === 'roots' || !last) return shapes;
  shapes.push(
    pen.line('trunk', {
      points: [
        [trunk, image + 14],
        [trunk, rowCentre(last, rowTop, plan)],
      ],
      stroke: 'soft',
      strokeWidth: 1,
      strength: 0.6,
    }),
    ...rows.flatMap((row) => rowShapes(part, container.name, row, { x, width, y: rowCentre(row, rowTop, plan) }, plan)),
  );
  if (rest > 0) {
    const y = rowTop + lines * line - 6;
    shapes.push(pen.text('more', { x: x + 20, y, text: `and ${rest} more`, size: 12.5, tone: 'soft' }));
  }
  return shapes;
}

/** One mount: where it is seen, and what it is, or where on the host it comes from. */
function rowShapes(
  part: string,
  container: string,
  { mount, lines }: Row,
  at: { x: number; y: number; width: number },
  { mode }: MntPlan,
): Shape[] {
  const pen = penFor(part, `mount:${container}:${mount.target}`);
  const x = at.x + 20;
  const target = shorten(mount.target, 'mono', 12.5, at.width - 20);
  const free = at.width - 20 - measure(target, 'mono', 12.5) - 10;
  const made = mount.kind === 'kernel' || mount.kind === 'fresh';
  const hole = mount.kind === 'bind';
  const folder = mount.kind === 'injected' ? mount.from?.slice(0, mount.from.lastIndexOf('/')) : mount.from;
  return [
    pen.line('twig', {
      points: [
        [at.x + 5, at.y],
        [at.x + 15, at.y],
      ],
      stroke: made ? 'soft' : 'mnt',
      strokeWidth: made ? 1 : 1.6,
      strength: made ? 0.6 : 1,
    }),
    pen.text('target', {
      x,
      y: at.y + middle(12.5),
      text: target,
      size: 12.5,
      font: 'mono',
      tone: hole ? 'mnt' : 'ink',
    }),
    ...(made && measure(mount.type, 'sans', 12.5) <= free
      ? [
          pen.text('type', {
            x: at.x + at.width,
            y: at.y + middle(12.5),
            text: mount.type,
            size: 12.5,
            anchor: 'end',
            tone: 'soft',
          }),
        ]
      : []),
    ...(mode === 'pipe' && lines === 2 && folder
      ? [
          pen.text('from', {
            x,
            y: at.y + line + middle(12) - 2,
            text: tailOf(folder, 'mono', 12, at.width - 20),
            size: 12,
            font: 'mono',
            tone: 'soft',
          }),
        ]
      : []),
  ];
}
