import type { HostFacts, Link } from '../../../host/facts.ts';
import { gatesOf, inSubnet, routeOf, uplinkOf } from '../../../host/net.ts';
import type { Canvas, SentPacket, Told, ToldSign } from '../../building/geometry.ts';
import type { Shape, Way } from '../../drawing.ts';
import type { Box, Point } from '../../paper/box.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import type { Passage } from './passage-plan.ts';
import { namedIn, plateBox } from './plates.ts';
import { cross } from './says.ts';
import * as wording from './words.ts';

/** How wide the interface's plate is where something stands beside it. */
const gateWidth = 56;

/** Who is outside, by which of the host's interfaces, and whether that leads to a namespace of this host. */
function outsideOf(facts: HostFacts, { signs = [] }: Canvas) {
  const sign = signs.find(({ sign }) => sign === 'outside');
  const address = sign?.at ?? '';
  const gate = gatesOf(facts).find(({ addresses }) => addresses.some((network) => inSubnet(address, network)));
  return { name: sign?.of, address, link: gate ?? uplinkOf(facts), isNamespace: gate !== undefined };
}

/** The column with the outside and the rules on the way in or out. */
export function passageShapes(
  facts: HostFacts,
  canvas: Canvas,
  at: Passage,
  told: Told,
  bar: Box | undefined,
): Shape[] {
  const { name, address, link, isNamespace } = outsideOf(facts, canvas);
  const { signs = [] } = told;
  const low = at.lines === 1;
  const pen = penFor('outside');
  const x = at.outside.x + at.inset;
  const width = at.outside.width - at.inset - 8;
  const baseline = low ? at.outside.y + at.outside.height / 2 + middle(13) : at.outside.y + 37;
  const title = isNamespace ? wording.another : wording.outside;
  const last = (kind: ToldSign['sign']) => signs.findLast(({ sign }) => sign === kind);
  const call = signs.find(({ sign, fresh, of }) => fresh && sign === 'call' && of === name);
  const filtered = canvas.signs?.some(({ sign }) => sign === 'filter') ?? false;
  const lanes: [string, Point[]][] = [
    [
      'lane',
      [
        [at.laneX, at.outside.y + at.outside.height],
        [at.laneX, filtered ? at.filter.y : at.branchY],
      ],
    ],
    ...(bar
      ? [
          [
            'branch',
            [
              [at.laneX, at.branchY],
              [at.gapX, at.branchY],
              [at.gapX, bar.y + 6],
              [bar.x + bar.width, bar.y + 6],
            ],
          ] as [string, Point[]],
        ]
      : []),
  ];
  return [
    ...lanes.map(([id, points]) =>
      penFor('host', 'passage').line(id, { points, stroke: 'net', strokeWidth: 3, strength: 0.5 }),
    ),
    pen.box('box', {
      ...at.outside,
      radius: 8,
      fill: 'paper',
      stroke: isNamespace ? 'net' : 'ink',
      strokeWidth: 1.6,
      dash: 'dashes',
    }),
    ...(at.labelBaseline === undefined
      ? []
      : [
          pen.text('name', {
            x: at.outside.x + 4,
            y: at.labelBaseline,
            text: shorten(name ?? 'neighbour', 'sans-bold', 13, width),
            size: 13,
            font: 'sans-bold',
          }),
        ]),
    ...(low ? [] : [pen.text('kind', { x, y: at.outside.y + 18, text: title, size: 12.5, tone: 'soft' })]),
    pen.text('address', { x, y: baseline, text: shorten(address, 'mono', 13, width), size: 13, font: 'mono' }),
    ...(call ? callShapes(pen, call, at, x, width) : []),
    ...(link ? gateShapes(link, at) : []),
    ...ruleShapes('nat', last('nat'), at.nat, at),
    ...ruleShapes('filter', last('filter'), at.filter, at),
  ];
}

/** What came of the call from outside: below the address, or beside the interface. */
function callShapes(pen: Pen, call: ToldSign, at: Passage, x: number, width: number): Shape[] {
  const low = at.lines === 1;
  const size = low ? 13 : 12.5;
  const room = low ? at.gate.width - gateWidth - 6 : width - 18;
  // The port, where there is room for it: both calls go to one address.
  const port = /\d+$/.exec(call.at ?? '')?.[0];
  const says = call.says ?? '';
  const fitting = [`${port} ${says}`, says].find((each) => port && measure(each, 'sans', size) <= room);
  const text = shorten(fitting ?? says, 'sans', size, room);
  const place = low
    ? { x: at.gate.x + at.gate.width - measure(text, 'sans', size) - 4, y: at.gate.y + at.gate.height / 2 + middle(13) }
    : { x: x + 16, y: at.outside.y + 57 };
  return [
    ...(low ? [] : [cross(pen, x + 4, place.y - 4, !call.fails)]),
    pen.text('call', { ...place, text, size, font: 'sans' }),
  ];
}

function gateShapes(link: Link, at: Passage): Shape[] {
  const pen = penFor('host', `link:host/${link.name}`);
  const words = { ...at.gate, x: at.gate.x + at.inset - 8, width: at.gate.width - at.inset + 8 };
  if (at.lines === 2) return [plateBox(pen, at.gate), ...namedIn(pen, link, words, 'stack')];
  // What came of a call stands beside it.
  const box = { ...at.gate, width: gateWidth };
  return [
    plateBox(pen, box),
    ...namedIn(pen, { ...link, addresses: [] }, { ...words, width: gateWidth - at.inset + 8 }, 'row'),
  ];
}

/** A rule as a bar across the lane: what stops is strong, what rewrites is thin. */
function ruleShapes(kind: 'nat' | 'filter', sign: ToldSign | undefined, box: Box, at: Passage): Shape[] {
  if (!sign) return [];
  const pen = penFor('host', `rule:${kind}`);
  const stops = kind === 'filter';
  const x = box.x + at.inset;
  const width = box.width - at.inset - 6;
  const font = stops ? 'sans' : 'mono';
  const text = shorten(sign.says ?? '', font, 13, width);
  const below = stops ? wording.exceptAt(sign.at) : (sign.at ?? '');
  return [
    pen.box('bar', {
      ...box,
      radius: 2,
      fill: 'sheet',
      stroke: stops ? 'ink' : 'net',
      strokeWidth: stops ? 3 : 1.6,
    }),
    pen.text('says', { x, y: at.lines === 1 ? box.y + box.height / 2 + middle(13) : box.y + 18, text, size: 13, font }),
    ...(at.lines === 2 && sign.at
      ? [
          pen.text('at', {
            x,
            y: box.y + 35,
            text: shorten(below, 'mono', 12, width),
            size: 12,
            font: 'mono',
            tone: 'soft',
          }),
        ]
      : []),
  ];
}

/** Where a packet was stopped: at the filter's edge. */
export function stopShapes(facts: HostFacts, canvas: Canvas, at: Passage, { signs = [] }: Told): Shape[] {
  const { name } = outsideOf(facts, canvas);
  const stopped = signs.some(({ sign, fresh, fails, of }) => fresh && fails && sign === 'call' && of === name);
  return stopped ? [cross(penFor('host', 'stopped'), at.laneX, at.filter.y - 1, false)] : [];
}

/** The way of a packet between a room and the outside, or from the outside to the filter; undefined when it gets nowhere. */
export function passageWay(
  facts: HostFacts,
  canvas: Canvas,
  at: Passage,
  packet: SentPacket,
  bar: Box | undefined,
  cable: Point[] | undefined,
): Way | undefined {
  const { link, address } = outsideOf(facts, canvas);
  if (!link) return undefined;
  const { from, to, answered } = packet;
  const answer = answered ? ({ answered: true } as const) : {};
  const foot = at.outside.y + at.outside.height;
  const route = routeOf(facts, from, to);
  const end = cable?.at(-1);
  if (route && bar && cable && end && (route.gate || route.uplink)) {
    const between: Point[] = [
      [at.laneX, foot],
      [at.laneX, at.branchY],
      [at.gapX, at.branchY],
      [at.gapX, bar.y],
      [end[0], bar.y],
    ];
    const inwards = [...between, ...cable.toReversed().slice(1)];
    const points = route.gate ? inwards : inwards.toReversed();
    const into = [
      link.name,
      route.bridge.name,
      ...[route.in ?? route.out].flatMap((one) =>
        one ? [one.outside.name, `${one.container} ${one.inside.name}`] : [],
      ),
    ];
    return { id: `way:${from}/${to}`, points, stops: route.gate ? into : [...into.toReversed(), address], ...answer };
  }
  const has = link.addresses.some((own) => own.split('/')[0] === to);
  const stops = canvas.signs?.some(({ sign }) => sign === 'filter') && !answered;
  if (from !== address || !has || !stops) return undefined;
  return {
    id: `way:${from}/${to}`,
    points: [
      [at.laneX, foot],
      [at.laneX, at.filter.y - 2],
    ],
    stops: [link.name],
  };
}
