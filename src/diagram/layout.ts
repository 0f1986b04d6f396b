import { processPart } from '../host/entity.ts';
import type { HostFacts, Process } from '../host/facts.ts';
import { alternativeFor } from './alternative.ts';
import { canvasFor, type Expected, slabTopOf } from './building/canvas.ts';
import type { Canvas, PlacedRoom, SentPacket, Told } from './building/geometry.ts';
import { frame } from './building/host.ts';
import { courses, metricsFor } from './building/metrics.ts';
import { lightsOf, roomsOf } from './building/moment.ts';
import { absentRoom } from './building/room.ts';
import { veil } from './building/veil.ts';
import * as common from './building/words.ts';
import type { Drawing, Format } from './drawing.ts';
import { type LensName, lenses } from './lenses/index.ts';

interface Options extends Told {
  /** The scene's: with it, all its moments agree in size and place. */
  canvas?: Canvas;
  /** Parts whose number or name is kept back, because a question asks for it. */
  veiled?: string[];
  /** What travels, where the lens draws ways. */
  packet?: SentPacket;
}

/** The canvas that holds every one of these moments: pass it to `layout` for each of them. */
export function canvasOf(hosts: HostFacts[], lens: LensName, format: Format, told?: Expected): Canvas {
  return canvasFor(hosts, lenses[lens], format, told);
}

/** Draws one moment of a host as a section through a building. */
export function layout(facts: HostFacts, name: LensName, format: Format, options: Options = {}): Drawing {
  const lens = lenses[name];
  const { veiled = [], packet, ...told } = options;
  const metrics = metricsFor(format, lens.measures);
  const canvas = options.canvas ?? canvasFor([facts], lens, format);
  const slabTop = slabTopOf(canvas, lens, metrics);
  const rooms = roomsOf(facts)
    .map((room) => ({ ...room, place: placeOn(canvas, room.container.name) }))
    .sort((a, b) => a.place - b.place);
  const [coming, gone] = absent(canvas, rooms, told);
  const outlines = lens.places(canvas, metrics, told).flatMap((at, place) => {
    if (!at) return [];
    if (coming.includes(place)) return absentRoom(at, place, common.willStand);
    return gone.includes(place) ? absentRoom(at, place, common.stood) : [];
  });
  const body = lens.draw(facts, rooms, canvas, metrics, veiled, told);
  const shapes = veil([...frame(facts, lens, metrics, slabTop), ...outlines, ...body], veiled);
  const origins = originsIn(facts, new Set(shapes.map(({ part }) => part)));
  const ways = (packet && lens.ways?.(facts, rooms, canvas, metrics, packet, told)) ?? [];
  return {
    width: metrics.width,
    height: slabTop + metrics.slabHeight + metrics.top,
    shapes,
    alternative: alternativeFor({ facts, lens, canvas, veiled, told }, rooms, [coming.length, gone.length]),
    lights: lightsOf(facts, rooms, lens.focus, [...(lens.courses ?? courses)]),
    ...(Object.keys(origins).length > 0 ? { origins } : {}),
    ...(ways.length > 0 ? { ways } : {}),
  };
}

function parentOf({ pid, ppid }: Process, { processes }: HostFacts): Process | undefined {
  return pid === ppid ? undefined : processes.find((one) => one.pid === ppid);
}

/** Of each drawn process the part of the nearest drawn process above it. */
function originsIn(facts: HostFacts, drawn: Set<string>): Record<string, string> {
  const origins: Record<string, string> = {};
  for (const process of facts.processes) {
    const part = processPart(process, facts);
    if (!drawn.has(part)) continue;
    let above = parentOf(process, facts);
    while (above && !drawn.has(processPart(above, facts))) above = parentOf(above, facts);
    if (above) origins[part] = processPart(above, facts);
  }
  return origins;
}

/** The places in which nothing stands before a later step, and those in which nothing stands any more. */
function absent(canvas: Canvas, rooms: PlacedRoom[], { comes = [], went = [] }: Told): [number[], number[]] {
  const free = canvas.rooms.flatMap(({ names }, place) =>
    rooms.some((room) => room.place === place) ? [] : [{ names, place }],
  );
  const of = (wanted: string[]) => free.filter(({ names }) => names.some((name) => wanted.includes(name)));
  const coming = of(comes).map(({ place }) => place);
  return [coming, of(went).flatMap(({ place }) => (coming.includes(place) ? [] : [place]))];
}

function placeOn(canvas: Canvas, name: string): number {
  const place = canvas.rooms.findIndex(({ names }) => names.includes(name));
  if (place < 0) throw new Error(`The canvas has no place for container ${name}: it was made from other facts.`);
  return place;
}
