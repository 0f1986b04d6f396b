import { coursePart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { hostRoot, overlayOf } from '../../../host/mounts.ts';
import type { PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten, wrapped } from '../../paper/text.ts';
import { rootPath } from './blocks.ts';
import type { MntPlan } from './plan.ts';
import { contentOf } from './rows.ts';
import { arrow } from './signs.ts';
import * as wording from './words.ts';

/** What all of them have in common in their names, left out in a crop. */
const gnu = /(?<=^Debian )GNU\/Linux /;

/** The host's root: a device, and which system is on it, once a step has read that. */
export function hostRootShapes(facts: HostFacts, { root: box, mode, low }: MntPlan, { signs = [] }: Told): Shape[] {
  const pen = penFor('host', 'root:host');
  const root = hostRoot(facts);
  const size = low ? 13 : 12.5;
  const said = signs.find(({ sign, of }) => sign === 'release' && of === undefined)?.says;
  const release = low ? said?.replace(gnu, '') : said;
  const device = root ? wording.device(root.type, root.source) : '';
  const tall = mode === 'roots' && !low;
  const first = tall ? box.y + 17 : box.y + box.height / 2 + middle(size);
  const words = !tall && release ? release : device;
  return [
    pen.box('node', { ...box, radius: 3, fill: 'paper', stroke: 'ink', strokeWidth: 1.2 }),
    pen.text('path', { x: box.x + 7, y: first, text: '/', size: 13, font: 'mono' }),
    pen.text('device', { x: box.x + 20, y: first, text: shorten(words, 'sans', size, box.width - 24), size }),
    ...(tall && release
      ? [
          pen.text('release', {
            x: box.x + 20,
            y: box.y + 36,
            text: shorten(release, 'sans', 13, box.width - 24),
            size: 13,
          }),
        ]
      : []),
  ];
}

/** Of several rooms, each one's root: its image, which system that is, and whose kernel answers there. */
export function rootShapes(
  facts: HostFacts,
  room: PlacedRoom,
  at: RoomPlan,
  plan: MntPlan,
  { signs = [] }: Told,
): Shape[] {
  const { container, wall } = room;
  if (!wall) return [];
  const own = wall.mnt === 'own';
  const part = coursePart('mnt', container);
  const pen = penFor(part, `root:${container.name}/${wall.mnt}`);
  const [x, width] = contentOf(at);
  const { low } = plan;
  const size = low ? 13 : 12.5;
  const release = signs.find(({ sign, of }) => sign === 'release' && of === container.name)?.says;
  if (low) {
    const y = plan.under[room.place] ?? 0;
    // What all three have in common is left out.
    const text = release?.replace(gnu, '') ?? '';
    const inside = own ? container.image || rootPath(container, facts) : wording.hosts;
    return [
      pen.text('image', {
        x: at.inside.x + 3,
        y: at.inside.y + 33,
        text: shorten(inside, own ? 'mono' : 'sans', 13, at.inside.width - 4),
        size: 13,
        font: own ? 'mono' : 'sans',
      }),
      ...(text
        ? [pen.text('release', { x: at.x + 14, y, text: shorten(text, 'sans', 13, at.width - 16), size: 13 })]
        : []),
    ];
  }
  const title = pen.text('title', {
    x,
    y: at.inside.y + 19,
    text: shorten(own ? wording.root : wording.hosts, 'sans-bold', 13, width),
    size: 13,
    font: 'sans-bold',
    tone: own ? 'mnt' : 'soft',
  });
  if (!own) return [title];
  const upper = overlayOf(container, facts);
  const top = at.inside.y + 30;
  const box = { x, width, height: 24, radius: 2 };
  const image = shorten(container.image || rootPath(container, facts), 'mono', 12, width - 10);
  return [
    title,
    ...(upper
      ? [
          pen.box('upper', { ...box, y: top, fill: 'sheet', stroke: 'mnt', strokeWidth: 1.6 }),
          pen.text('upper-name', {
            x: x + 6,
            y: top + 12 + middle(size),
            text: shorten(wording.forWrites, 'sans', size, width - 10),
            size,
          }),
        ]
      : []),
    pen.box('image', { ...box, y: top + 24, fill: 'paper', stroke: 'line', strokeWidth: 1.2 }),
    pen.text('image-name', { x: x + 6, y: top + 36 + middle(12), text: image, size: 12, font: 'mono' }),
    ...wrapped(release ?? '', 'sans', size, width)
      .slice(0, 3)
      .filter(Boolean)
      .map((text, line) => pen.text(`release-${line}`, { x, y: top + 68 + line * 17, text, size })),
  ];
}

/** Whom the kernel answered: from each, a line down to the one slab. */
export function unameShapes(
  rooms: { room: PlacedRoom; at: RoomPlan }[],
  plan: MntPlan,
  slabTop: number,
  edge: number,
  { signs = [] }: Told,
): Shape[] {
  const told = signs.filter(({ sign }) => sign === 'uname');
  const { low, root } = plan;
  return told.flatMap(({ of, says = '' }): Shape[] => {
    const pen = penFor('slab', `uname:${of ?? 'host'}`);
    if (of === undefined) {
      const x = low ? plan.host.x + plan.host.width + 2 : edge;
      const y = root.y + root.height / 2;
      const beside = low ? root.x + root.width : root.x;
      return arrow(pen, 'asks', [
        [beside, y],
        [x, y],
        [x, slabTop],
      ]);
    }
    const asked = rooms.find(({ room }) => room.container.name === of);
    if (!asked) return [];
    const { at } = asked;
    const x = at.x + 7;
    const y = (plan.under[asked.room.place] ?? 0) + 18;
    return [
      ...arrow(pen, 'asks', [
        [x, at.y + at.height],
        [x, slabTop],
      ]),
      pen.text('says', {
        x: x + 8,
        y,
        text: shorten(says, low ? 'sans' : 'mono', low ? 13 : 12.5, at.width - 8),
        size: low ? 13 : 12.5,
        font: low ? 'sans' : 'mono',
      }),
    ];
  });
}
