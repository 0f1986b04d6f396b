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
import type { Canvas, Lens, PlacedRoom, SentPacket, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import * as common from '../../building/words.ts';
import type { Shape, Way } from '../../drawing.ts';
import type { Box } from '../../paper/box.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten, wrapped } from '../../paper/text.ts';
import { aboutNetwork, aboutRoom } from './about.ts';
import { passageShapes, passageWay, stopShapes } from './passage.ts';
import { barsAndCables, isWide, maxBars, type NetPlan, type NetRoomPlan, netPlan } from './plan.ts';
import { addressIn, keptPlate, namedIn, plateBox, portPlates, portWidth } from './plates.ts';
import { saysIn, saysShapes } from './says.ts';
import * as wording from './words.ts';

/** Each room's interfaces, the host's, and the cables between them. */
export const netLens: Lens = {
  focus: 'net',
  measures: { tall: { pitch: 3 } },
  untitled: ['landscape'],
  cells: (container, facts) => (linksOf(container, facts).length > 2 && !isHosts(container, facts) ? 2 : 1),
  hostRows: (facts) => barsOf(facts).length,
  bottom(canvas, metrics) {
    const { plates, legend } = netPlan(canvas, metrics);
    if (!legend) return 0;
    return canvas.rooms.length > 0 ? legend.legendTop + 34 : legend.legendTop - (plates ? 17 : 0);
  },
  places: (canvas, metrics, told) => netPlan(canvas, metrics, told).rooms,
  draw(facts, rooms, canvas, metrics, veiled, told) {
    const plan = netPlan(canvas, metrics, told);
    const kept = ({ container }: Room) => veiled.includes(coursePart('net', container));
    const { bridges, bars, drawn } = wiring(facts, rooms, plan);
    const placed = rooms.flatMap((room) => {
      const at = plan.rooms[room.place];
      return at ? [{ room, at }] : [];
    });
    return [
      ...placed.flatMap(({ room, at }) =>
        wallShapes(room, netLens, metrics, at).map((shape) => namedInside(shape, at, room)),
      ),
      ...(plan.passage ? passageShapes(facts, canvas, plan.passage, told, bars[0]) : []),
      ...bridges.flatMap((bridge, index) => barShapes(bridge, bars[index])),
      ...hostPlates(facts, plan, told, rooms.length),
      ...drawn.flatMap(({ cable, room, at, points, second }) => {
        const named = endsShown(canvas, told) && !(at.named && saysIn(room.container.name, told));
        return cableShapes(cable, room, at, points, second ? 'second' : named ? 'named' : 'unnamed');
      }),
      ...placed.flatMap(({ room, at }) => roomShapes(facts, room, at, kept(room), told)),
      ...(plan.passage ? stopShapes(facts, canvas, plan.passage, told) : []),
      ...(plan.legend ? sharedLegend(rooms, netLens, metrics, plan.legend) : []),
    ];
  },
  aboutHost: aboutNetwork,
  about: (facts, room, veiled, _canvas, told) => aboutRoom(facts, room, veiled, told),
  ways: (facts, rooms, canvas, metrics, packet, told) => {
    const way = packetWay(facts, packet, rooms, canvas, metrics, told);
    return way ? [way] : [];
  },
};

/** A room's name, where it stands in the room. */
function namedInside(shape: Shape, at: NetRoomPlan, { wall }: Room): Shape {
  if (!at.named || shape.kind !== 'text' || !shape.id.endsWith('/name')) return shape;
  const text = shorten(shape.text.replace(/^container /, ''), 'sans-bold', 13, at.inside.width - 8);
  return { ...shape, x: at.inside.x + 5, y: wall ? at.inside.y + 17 : at.y + 24, text };
}

/** Whether the host's ends of the cables have their names: where a step lists them, not before. */
function endsShown(canvas: Canvas, { signs = [] }: Told): boolean {
  const told = canvas.signs?.some(({ sign }) => sign === 'ends') ?? false;
  return !told || signs.some(({ sign }) => sign === 'ends');
}

/** The way of a packet along the cables as they are drawn; undefined when it gets nowhere. */
function packetWay(
  facts: HostFacts,
  packet: SentPacket,
  rooms: PlacedRoom[],
  canvas: Canvas,
  metrics: Metrics,
  told: Told,
): Way | undefined {
  const { from, to } = packet;
  const plan = netPlan(canvas, metrics, told);
  const { drawn, bridges, bars } = wiring(facts, rooms, plan);
  // Where they stand one below the other, only the lowest has nothing between it and the plates.
  const barOf = ({ name }: Link) =>
    plan.beside ? bars[bridges.findIndex((bridge) => bridge.name === name)] : bars.at(-1);
  if (plan.passage) {
    const passing = passageWay(facts, canvas, plan.passage, packet, bars[0], drawn[0]?.points);
    if (passing) return passing;
  }
  const route = routeOf(facts, from, to);
  if (!route) return undefined;
  const answer = packet.answered ? ({ answered: true } as const) : {};
  const pointsOf = (cable: Cable | undefined) =>
    cable && drawn.find((each) => each.cable.outside.index === cable.outside.index)?.points;
  const [out, into] = [pointsOf(route.out), pointsOf(route.in)];
  if ((route.out && !out) || (route.in && !into)) return undefined;
  if (route.gate) {
    const plate = platesOf(facts, plan, told).find(({ link }) => link.name === route.gate?.name);
    const bar = plan.beside || bridges.at(-1)?.name === route.bridge.name ? barOf(route.bridge) : undefined;
    if (!plate || !bar || !into || !route.in) return undefined;
    const { inside, outside, container } = route.in;
    return {
      id: `way:${from}/${to}`,
      points: [...aroundBar(plate.at, bar, into.at(-1)), ...[...into].reverse()],
      stops: [route.gate.name, route.bridge.name, outside.name, `${container} ${inside.name}`],
      ...answer,
    };
  }
  // Where one cable ends on the bridge and the other begins, the packet runs along the bridge's edge.
  const points = [...(out ?? []), ...[...(into ?? [])].reverse()];
  const bar = barOf(route.bridge);
  const uplink = platesOf(facts, plan, told).find(({ link }) => link.name === route.uplink?.name);
  if (route.uplink && !uplink) return undefined;
  if (uplink && bar) points.push(...aroundBar(uplink.at, bar, points.at(-1)).reverse());
  const ends = ({ container, inside, outside }: Cable) => [`${container} ${inside.name}`, outside.name];
  const stops = [
    ...(route.out ? ends(route.out) : []),
    route.bridge.name,
    ...(route.in ? ends(route.in).reverse() : []),
    ...(route.uplink ? [route.uplink.name, to] : []),
  ];
  return { id: `way:${from}/${to}`, points, stops, ...answer };
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

/** The bridges that a plan has a place for: side by side also one that no cable leads to yet, the older at the left. */
function barsIn(facts: HostFacts, plan: NetPlan): Link[] {
  if (!plan.beside) return barsOf(facts).slice(0, plan.bars.length);
  return bridgesOf(facts)
    .slice(0, plan.bars.length)
    .sort((a, b) => a.index - b.index);
}

/** The cables that are drawn: each room's first one to a bridge that has a place, and its second where the plan has a way for it. */
function wiring(facts: HostFacts, rooms: PlacedRoom[], plan: NetPlan) {
  const bridges = barsIn(facts, plan);
  const cables = cablesOf(facts);
  const drawable = rooms.flatMap((room) => {
    const at = plan.rooms[room.place];
    if (!at) return [];
    const links = linksOf(room.container, facts);
    const second = secondLink(links, at);
    return [firstLink(links), second].flatMap((link) => {
      const cable = cables.find(({ container, inside }) => container === room.container.name && inside === link);
      const bridge = bridges.findIndex(({ name }) => name === cable?.bridge?.name);
      const isSecond = link !== undefined && link === second;
      return cable && bridge >= 0
        ? [{ room, at, cable, bridge, place: room.place, paired: second !== undefined, second: isSecond }]
        : [];
    });
  });
  const { bars, ways } = barsAndCables(plan, bridges, drawable);
  const drawn = drawable.flatMap((each, index) => {
    const points = ways[index];
    return points ? [{ ...each, points }] : [];
  });
  return { bridges, bars, drawn };
}

/** The one interface besides lo and the first, where a room has a place for its plate. */
function secondLink(links: Link[], { pair }: NetRoomPlan): Link | undefined {
  const cabled = links.filter(({ kind }) => kind !== 'loopback');
  return pair && cabled.length === 2 && cabled.every(({ kind }) => kind === 'veth')
    ? cabled.find((link) => link !== firstLink(links))
    : undefined;
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
  if (at.height > 40) return [box, ...namedIn(pen, bridge, at, 'stack')];
  const names = namedIn(pen, bridge, at, 'ends');
  const after = at.x + 14 + measure(bridge.name, 'mono', 13) + 10;
  const free = at.x + at.width - 14 - measure(addressOf(bridge) ?? '', 'mono', 13) - after - 10;
  if (free < measure(wording.bridge, 'sans', 13)) return [box, ...names];
  const y = at.y + at.height / 2 + middle(13);
  return [box, ...names, pen.text('kind', { x: after, y, text: wording.bridge, size: 13, tone: 'soft' })];
}

/** The host's end of a veth pair as `ip link` prints it, beside the cable that ends in a node on the bridge. */
function cableShapes(
  cable: Cable,
  room: PlacedRoom,
  at: NetRoomPlan,
  points: [number, number][],
  which: 'named' | 'unnamed' | 'second',
): Shape[] {
  const { name: container } = room.container;
  const group = which === 'second' ? `cable:${container}:${cable.inside.name}` : `cable:${container}`;
  const pen = penFor(coursePart('net', room.container), group);
  const [x, y] = points.at(-1) ?? [0, 0];
  const size = at.named ? 13 : 12.5;
  const { name, peerIndex } = cable.outside;
  const label = [`${name}@if${peerIndex}`, name].find((text) => measure(text, 'mono', size) <= at.endWidth) ?? name;
  return [
    pen.line('cable', { points, stroke: 'net', strokeWidth: 3 }),
    pen.box('node', { x: x - 4, y: y - 4, width: 8, height: 8, radius: 4, fill: 'net' }),
    ...(which === 'named'
      ? [
          pen.text('end', {
            x: at.cableX + 9,
            y: at.endBaseline,
            text: shorten(label, 'mono', size, at.endWidth),
            size,
            font: 'mono',
            tone: 'soft',
          }),
        ]
      : []),
  ];
}

/** The host's interfaces that no cable of a container leads to, and its listening sockets. */
function hostPlates(facts: HostFacts, plan: NetPlan, told: Told, rooms: number): Shape[] {
  const plates = platesOf(facts, plan, told);
  const last = plates.at(-1)?.at;
  const shapes = plates.flatMap(({ link, at }): Shape[] => {
    const pen = penFor('host', `link:host/${link.name}`);
    return [plateBox(pen, at), ...namedIn(pen, link, at, 'row')];
  });
  const ports = (told.signs ?? []).filter(({ sign }) => sign === 'port');
  if (!plan.plates) return [...shapes, ...portPlates(ports, plan.ports)];
  const { x, y, width, height } = plan.plates;
  const listed = ports.map(({ says = '' }) => portWidth(says));
  const total = listed.reduce((sum, each) => sum + each + 8, -8);
  let from = x + width - total;
  const places = listed.map((each) => {
    const at = { x: from, y, width: each, height };
    from += each + 8;
    return at;
  });
  const title = wording.hosts;
  const end = last ? last.x + last.width : x;
  const fits = ports.length === 0 && rooms > 0 && x + width - end - 10 >= measure(title, 'sans-bold', 13);
  const ink = { text: title, size: 13, font: 'sans-bold', tone: 'net', anchor: 'end' } as const;
  const own = fits
    ? [penFor('host', 'net:host').text('title', { x: x + width, y: y + height / 2 + middle(13), ...ink })]
    : [];
  return [...shapes, ...own, ...portPlates(ports, places)];
}

/** Which of the host's interfaces have a plate, and where: its own first, then a gate, the bridges without a cable, and lo, as many as fit. */
function platesOf(facts: HostFacts, plan: NetPlan, { signs = [] }: Told): { link: Link; at: Box }[] {
  if (!plan.plates) return [];
  const links = hostLinks(facts);
  const bars = barsIn(facts, plan);
  const kinds = (wanted: (kind: string) => boolean) => links.filter(({ kind }) => wanted(kind));
  const chosen = [
    ...[uplinkOf(facts)].filter((link) => link !== undefined),
    ...gatesOf(facts).slice(0, 1),
    ...kinds((kind) => kind === 'bridge').filter((bridge) => !bars.includes(bridge)),
    ...kinds((kind) => kind === 'loopback').slice(0, 1),
  ];
  const ports = signs.filter(({ sign }) => sign === 'port').map(({ says = '' }) => portWidth(says) + 8);
  const { x: left, y, height } = plan.plates;
  const width = plan.plates.width - ports.reduce((sum, each) => sum + each, 0);
  let x = left;
  return chosen.flatMap((link) => {
    const address = addressOf(link);
    const name = measure(link.name, 'mono', 13) + 17;
    const room = left + width - x;
    const long = address === undefined ? name : name + 8 + measure(address, 'mono', 12.5);
    const own = [long, name].find((wanted) => wanted <= room) ?? (x === left ? room : undefined);
    if (own === undefined) return [];
    const at = { x, y, width: own, height };
    x += own + 8;
    return [{ link, at }];
  });
}

function roomShapes(facts: HostFacts, room: Room, at: NetRoomPlan, kept: boolean, told: Told): Shape[] {
  const { container, wall } = room;
  if (!wall) return [];
  const part = coursePart('net', container);
  const owner = netOwner(container, facts);
  const own = wall.net === 'own' && !owner;
  const pen = penFor(part, `net:${container.name}/${own ? 'own' : 'shared'}`);
  const width = at.eth.width;
  const long = measure(wording.own, 'sans-bold', 13) <= width;
  const title = own ? (long ? wording.own : wording.ownShort) : owner ? wording.of(owner.name) : wording.hostsShort;
  const words = own ? [] : wrapped(wording.standsIn(owner?.name), 'sans', 13, width).slice(0, 5);
  const links = own && !kept ? linksOf(container, facts) : [];
  const lo = links.find(({ kind }) => kind === 'loopback');
  const eth = firstLink(links);
  const second = secondLink(links, at);
  const pair = second && at.pair;
  const rest = links.filter((link) => link !== lo && link !== eth && link !== second).length;
  const soft = { size: 13, tone: 'soft' } as const;
  const { x } = at.eth;
  const tone = own ? 'net' : 'soft';
  const heading = { x, text: shorten(title, 'sans-bold', 13, width), size: 13, font: 'sans-bold', tone } as const;
  const centre = at.eth.y + at.eth.height / 2 + middle(13);
  const bottom = at.inside.y + at.inside.height;
  const plates = [
    at.lo && lo && { link: lo, box: at.lo },
    eth && { link: eth, box: pair?.eth ?? at.eth },
    second && pair && { link: second, box: pair.second },
  ];
  return [
    // Where the room's name stands inside, only what is otherwise is said.
    ...(at.named
      ? own
        ? []
        : [pen.text('title', { ...heading, y: centre })]
      : [pen.text('title', { ...heading, y: at.inside.y + 19 })]),
    ...(at.named
      ? []
      : words.map((text, line) => pen.text(`words-${line}`, { x, y: at.inside.y + 40 + line * 17, text, ...soft }))),
    ...(own && links.length > 0 && !eth ? [pen.text('alone', { x, y: centre, text: wording.noCable, ...soft })] : []),
    ...(rest > 0 && !at.named
      ? [pen.text('more', { x: at.cableX + 9, y: bottom - 6, text: common.more(rest), ...soft })]
      : []),
    ...saysShapes(pen, container.name, { named: at.named, words: pair?.words ?? at.words }, told),
    ...(own && kept ? keptPlate(penFor(part, `link:${container.name}/kept`), at.eth) : []),
    ...plates.flatMap((plate): Shape[] => {
      if (!plate) return [];
      const each = penFor(part, `link:${container.name}/${plate.link.name}`);
      // A low plate's words stand right of where its cable begins.
      const inset = plate.box === pair?.eth ? 12 : 7;
      if (at.named) return [plateBox(each, plate.box), addressIn(each, plate.link, plate.box, inset)];
      const lines = isWide(plate.box.width) || plate.box === at.lo ? 'row' : 'stack';
      return [plateBox(each, plate.box), ...namedIn(each, plate.link, plate.box, lines)];
    }),
  ];
}
