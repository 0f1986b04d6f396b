import { coursePart } from '../../../host/entity.ts';
import type { HostFacts, Link } from '../../../host/facts.ts';
import {
  addressOf,
  bridgesOf,
  type Cable,
  cabledBridges,
  cablesOf,
  gatesOf,
  hostLinks,
  linksOf,
  netOwner,
  routeOf,
  uplinkOf,
} from '../../../host/net.ts';
import type { Packet } from '../../../recording/script.ts';
import type { Canvas, Lens, PlacedRoom } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape, Way } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { aboutNetwork, aboutRoom } from './about.ts';
import { barsAndCables, isWide, maxBars, type NetPlan, type NetRoomPlan, netPlan } from './plan.ts';
import { keptPlate, namedIn, plateBox } from './plates.ts';

type Box = NetPlan['plates'];

/** Each room's interfaces, the host's, and the cables between them. */
export const netLens: Lens = {
  focus: 'net',
  cells: (container, facts) => (linksOf(container, facts).length > 2 && !isHosts(container, facts) ? 2 : 1),
  hostRows: (facts) => barsOf(facts).length,
  bottom(canvas, metrics) {
    const { plates, legend } = netPlan(canvas, metrics);
    return canvas.rooms.length > 0 ? legend.legendTop + 34 : plates.y + plates.height;
  },
  draw(facts, rooms, canvas, metrics, veiled) {
    const plan = netPlan(canvas, metrics);
    const kept = ({ container }: Room) => veiled.includes(coursePart('net', container));
    const { bridges, bars, drawn } = wiring(facts, rooms, plan);
    return [
      ...rooms.flatMap((room) => {
        const at = plan.rooms[room.place];
        return at ? wallShapes(room, netLens, metrics, at) : [];
      }),
      ...bridges.flatMap((bridge, index) => barShapes(bridge, bars[index])),
      ...hostPlates(facts, plan),
      ...drawn.flatMap(({ cable, room, at, points }) => cableShapes(cable, room, at, points)),
      ...rooms.flatMap((room) => roomShapes(facts, room, plan.rooms[room.place], kept(room))),
      ...sharedLegend(rooms, netLens, metrics, plan.legend),
    ];
  },
  aboutHost: aboutNetwork,
  about: aboutRoom,
  ways: (facts, rooms, canvas, metrics, packet) => {
    const way = packetWay(facts, packet, rooms, canvas, metrics);
    return way ? [way] : [];
  },
};

/** The way of a packet along the cables as they are drawn; undefined when it gets nowhere. */
function packetWay(
  facts: HostFacts,
  { from, to }: Packet,
  rooms: PlacedRoom[],
  canvas: Canvas,
  metrics: Metrics,
): Way | undefined {
  const route = routeOf(facts, from, to);
  if (!route) return undefined;
  const plan = netPlan(canvas, metrics);
  const { drawn, bridges, bars } = wiring(facts, rooms, plan);
  const pointsOf = (cable: Cable | undefined) =>
    cable && drawn.find((each) => each.cable.outside.index === cable.outside.index)?.points;
  const [out, into] = [pointsOf(route.out), pointsOf(route.in)];
  if ((route.out && !out) || (route.in && !into)) return undefined;
  if (route.gate) {
    const plate = platesOf(facts, plan).find(({ link }) => link.name === route.gate?.name);
    // Only the lowest bridge has nothing between it and the plates.
    const bar = bridges.at(-1)?.name === route.bridge.name ? bars.at(-1) : undefined;
    if (!plate || !bar || !into || !route.in) return undefined;
    const { inside, outside, container } = route.in;
    return {
      id: `way:${from}/${to}`,
      points: [...aroundBar(plate.at, bar, into.at(-1)), ...[...into].reverse()],
      stops: [route.gate.name, route.bridge.name, outside.name, `${container} ${inside.name}`],
    };
  }
  // Where one cable ends on the bridge and the other begins, the packet runs along the bridge's edge.
  const points = [...(out ?? []), ...[...(into ?? [])].reverse()];
  const [bar, uplink] = [bars.at(-1), platesOf(facts, plan).find(({ link }) => link.name === route.uplink?.name)];
  if (uplink && bar) points.push(...aroundBar(uplink.at, bar, points.at(-1)).reverse());
  const ends = ({ container, inside, outside }: Cable) => [`${container} ${inside.name}`, outside.name];
  const stops = [
    ...(route.out ? ends(route.out) : []),
    route.bridge.name,
    ...(route.in ? ends(route.in).reverse() : []),
    ...(route.uplink ? [route.uplink.name, to] : []),
  ];
  return { id: `way:${from}/${to}`, points, stops };
}

/** From a plate below a bridge up to it, and along its edges towards where a cable is plugged in: its words stay free. */
function aroundBar(plate: Box, bar: Box, [end]: [number, number] = [bar.x, bar.y]): [number, number][] {
  const x = plate.x + Math.min(plate.width / 2, 60);
  const [left, right, foot] = [bar.x, bar.x + bar.width, bar.y + bar.height];
  const side = x + end - 2 * left <= 2 * right - x - end ? left : right;
  return [
    [x, plate.y],
    [x, foot],
    [side, foot],
    [side, bar.y],
  ];
}

function isHosts(container: Room['container'], facts: HostFacts): boolean {
  return linksOf(container, facts) === hostLinks(facts);
}

/** The bridges that are drawn as bars: those with cables, and before there are any, the one that will have them. */
function barsOf(facts: HostFacts): Link[] {
  return bridgesOf(facts).slice(0, Math.min(maxBars, Math.max(1, cabledBridges(facts))));
}

/** The cables that are drawn, one for a room: each room's first one to a bridge that has a place. */
function wiring(facts: HostFacts, rooms: PlacedRoom[], plan: NetPlan) {
  const bridges = barsOf(facts).slice(0, plan.bars.length);
  const cables = cablesOf(facts);
  const drawable = rooms.flatMap((room) => {
    const at = plan.rooms[room.place];
    const first = firstLink(linksOf(room.container, facts));
    const cable = cables.find(({ container, inside }) => container === room.container.name && inside === first);
    const bridge = bridges.findIndex(({ name }) => name === cable?.bridge?.name);
    return at && cable && bridge >= 0 ? [{ room, at, cable, bridge, place: room.place }] : [];
  });
  const { bars, ways } = barsAndCables(plan, bridges, drawable);
  const drawn = drawable.flatMap((each, index) => {
    const points = ways[index];
    return points ? [{ ...each, points }] : [];
  });
  return { bridges, bars, drawn };
}

/** The interface that a room's plate shows besides lo. */
function firstLink(links: Link[]): Link | undefined {
  const others = links.filter(({ kind }) => kind !== 'loopback');
  return others.find(({ kind }) => kind === 'veth') ?? others[0];
}

function barShapes(bridge: Link, at: Box | undefined): Shape[] {
  if (!at) return [];
  const pen = penFor('host', `bridge:${bridge.name}`);
  const box = pen.box('bar', { ...at, radius: 3, fill: 'sheet', stroke: 'net', strokeWidth: 2 });
  const names = namedIn(pen, bridge, at, 'ends');
  const after = at.x + 14 + measure(bridge.name, 'mono', 13) + 10;
  const free = at.x + at.width - 14 - measure(addressOf(bridge) ?? '', 'mono', 12.5) - after - 10;
  if (free < measure('bridge', 'sans', 13)) return [box, ...names];
  const y = at.y + at.height / 2 + middle(13);
  return [box, ...names, pen.text('kind', { x: after, y, text: 'bridge', size: 13, tone: 'soft' })];
}

/** The host's end of a veth pair as `ip link` prints it, beside the cable that ends in a node on the bridge. */
function cableShapes(cable: Cable, room: PlacedRoom, at: NetRoomPlan, points: [number, number][]): Shape[] {
  const pen = penFor(coursePart('net', room.container), `cable:${room.container.name}`);
  const [x, y] = points.at(-1) ?? [0, 0];
  const label = `${cable.outside.name}@if${cable.outside.peerIndex}`;
  return [
    pen.line('cable', { points, stroke: 'net', strokeWidth: 3 }),
    pen.box('node', { x: x - 4, y: y - 4, width: 8, height: 8, radius: 4, fill: 'net' }),
    pen.text('end', {
      x: at.cableX + 9,
      y: at.endBaseline,
      text: shorten(label, 'mono', 12.5, at.endWidth),
      size: 12.5,
      font: 'mono',
      tone: 'soft',
    }),
  ];
}

/** The host's interfaces that no cable of a container leads to. */
function hostPlates(facts: HostFacts, plan: NetPlan): Shape[] {
  const links = hostLinks(facts);
  if (links.length === 0) return [];
  const ink = { text: 'the host’s network', size: 13, font: 'sans-bold', tone: 'net', anchor: 'end' } as const;
  const title = penFor('host', 'net:host').text('title', { ...plan.title, ...ink });
  const plates = platesOf(facts, plan).flatMap(({ link, at }): Shape[] => {
    const pen = penFor('host', `link:host/${link.name}`);
    return [plateBox(pen, at), ...namedIn(pen, link, at, 'row')];
  });
  return [title, ...plates];
}

/** Which of the host's interfaces have a plate, and where: its own first, then a gate, the bridges without a cable, and lo, as many as fit. */
function platesOf(facts: HostFacts, plan: NetPlan): { link: Link; at: Box }[] {
  const links = hostLinks(facts);
  const bars = barsOf(facts);
  const kinds = (wanted: (kind: string) => boolean) => links.filter(({ kind }) => wanted(kind));
  const chosen = [
    ...[uplinkOf(facts)].filter((link) => link !== undefined),
    ...gatesOf(facts).slice(0, 1),
    ...kinds((kind) => kind === 'bridge').filter((bridge) => !bars.includes(bridge)),
    ...kinds((kind) => kind === 'loopback').slice(0, 1),
  ];
  const { x: left, y, width, height } = plan.plates;
  let x = left;
  return chosen.flatMap((link) => {
    const address = addressOf(link);
    const name = measure(link.name, 'mono', 13) + 17;
    const room = left + width - x;
    const long = address === undefined ? name : name + 8 + measure(address, 'mono', 12.5);
    const own = x === left ? Math.min(long, room) : [long, name].find((wanted) => wanted <= room);
    if (own === undefined) return [];
    const at = { x, y, width: own, height };
    x += own + 8;
    return [{ link, at }];
  });
}

function roomShapes(facts: HostFacts, room: Room, at: NetRoomPlan | undefined, kept: boolean): Shape[] {
  const { container, wall } = room;
  if (!wall || !at) return [];
  const part = coursePart('net', container);
  const owner = netOwner(container, facts);
  const own = wall.net === 'own' && !owner;
  const pen = penFor(part, `net:${container.name}/${own ? 'own' : 'shared'}`);
  const long = measure('network namespace', 'sans-bold', 13) <= at.lo.width;
  const title = own
    ? long
      ? 'network namespace'
      : 'its network'
    : owner
      ? `network of ${owner.name}`
      : 'host’s network';
  const words = own
    ? []
    : wrapped(
        `No interface of its own: it stands in ${owner ? `that of ${owner.name}` : 'the host’s network'}, with all of its interfaces.`,
        at.lo.width,
      );
  const links = own && !kept ? linksOf(container, facts) : [];
  const lo = links.find(({ kind }) => kind === 'loopback');
  const eth = firstLink(links);
  const rest = links.filter((link) => link !== lo && link !== eth).length;
  const soft = { size: 13, tone: 'soft' } as const;
  return [
    pen.text('title', {
      x: at.lo.x,
      y: at.inside.y + 23,
      text: shorten(title, 'sans-bold', 13, at.lo.width),
      size: 13,
      font: 'sans-bold',
      tone: own ? 'net' : 'soft',
    }),
    ...words.map((text, line) => pen.text(`words-${line}`, { x: at.lo.x, y: at.lo.y + 14 + line * 18, text, ...soft })),
    ...(own && links.length > 0 && !eth
      ? [pen.text('alone', { x: at.lo.x, y: at.eth.y + 18, text: 'no cable', ...soft })]
      : []),
    ...(rest > 0
      ? [pen.text('more', { x: at.cableX + 9, y: at.eth.y + at.eth.height + 20, text: `and ${rest} more`, ...soft })]
      : []),
    ...(own && kept ? keptPlate(penFor(part, `link:${container.name}/kept`), at.eth) : []),
    ...[lo && { link: lo, box: at.lo }, eth && { link: eth, box: at.eth }].flatMap((plate): Shape[] => {
      if (!plate) return [];
      const each = penFor(part, `link:${container.name}/${plate.link.name}`);
      const lines = isWide(plate.box.width) || plate.box === at.lo ? 'row' : 'stack';
      return [plateBox(each, plate.box), ...namedIn(each, plate.link, plate.box, lines)];
    }),
  ];
}

/** A sentence in lines that fit. */
function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(longer, 'sans', 13) <= width) lines[lines.length - 1] = longer;
    else lines.push(shorten(word, 'sans', 13, width));
  }
  return lines;
}
