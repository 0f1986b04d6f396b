import type { HostFacts } from '../host/facts.ts';
import type { Lens, Packet } from '../recording/script.ts';
import { alternativeFor } from './alternative.ts';
import { type Canvas, canvasOf, planFor, slabTopOf } from './building/canvas.ts';
import { frame, hostChips } from './building/host.ts';
import { coursesOf, focusOf, type Metrics, metricsFor } from './building/metrics.ts';
import { lightsOf, roomsOf } from './building/moment.ts';
import { legend, wallShapes } from './building/room.ts';
import { veil } from './building/veil.ts';
import type { Drawing, Shape, Width } from './drawing.ts';
import { type PlacedRoom, viewOf } from './lenses/index.ts';
import type { Sampled } from './lenses/meter/strip.ts';
import { pidRoom, shimLines } from './lenses/pid/pid.ts';
import { hostPlate, utsRoom } from './lenses/uts/uts.ts';

export { canvasOf } from './building/canvas.ts';

interface Options {
  /** The scene's: with it, all its moments agree in size and place. */
  canvas?: Canvas;
  /** Parts whose number or name is kept back, because a question asks for it. */
  veiled?: string[];
  /** What travels, where the lens draws ways. */
  packet?: Packet;
  /** What was sampled in this step or the last that was, where the lens draws it. */
  sampled?: Sampled;
}

/** Draws one moment of a host as a section through a building. */
export function layout(facts: HostFacts, lens: Lens, width: Width, options: Options = {}): Drawing {
  const metrics = metricsFor(lens, width);
  const { veiled = [] } = options;
  const canvas = options.canvas ?? canvasOf([facts], lens, width);
  const slabTop = slabTopOf(canvas, lens, metrics);
  const rooms = roomsOf(facts)
    .map((room) => ({ ...room, place: placeOn(canvas, room.container.name) }))
    .sort((a, b) => a.place - b.place);
  const view = viewOf[lens];
  const body = view
    ? view.draw(facts, rooms, canvas, metrics, veiled, options.sampled)
    : section(facts, lens, rooms, canvas, metrics);
  const { packet } = options;
  const ways = (packet && view?.ways?.(facts, rooms, canvas, metrics, packet)) ?? [];
  return {
    width: metrics.width,
    height: slabTop + metrics.slabHeight + metrics.top,
    shapes: veil([...frame(facts, lens, metrics, slabTop), ...body], veiled),
    alternative: alternativeFor(facts, rooms, lens, canvas, veiled, options.sampled),
    lights: lightsOf(facts, rooms, focusOf[lens], [...coursesOf(lens)]),
    ...(ways.length > 0 ? { ways } : {}),
  };
}

function placeOn(canvas: Canvas, name: string): number {
  const place = canvas.rooms.findIndex(({ names }) => names.includes(name));
  if (place < 0) throw new Error(`The canvas has no place for container ${name}: it was made from other facts.`);
  return place;
}

/** The host's processes, and each room with its own, as the pid, uts and intro lenses see them. */
function section(facts: HostFacts, lens: Lens, rooms: PlacedRoom[], canvas: Canvas, metrics: Metrics): Shape[] {
  const plan = planFor(canvas, lens, metrics);
  const shapes: Shape[] = hostChips(facts, lens, metrics, plan);
  if (lens === 'uts') shapes.push(...hostPlate(facts, plan));
  for (const room of rooms) {
    const { place } = room;
    const at = plan.rooms[place];
    if (!at) continue;
    shapes.push(...wallShapes(room, lens, metrics, at));
    if (lens === 'pid') shapes.push(...shimLines(facts, room, place, metrics, plan));
    shapes.push(
      ...(lens === 'uts' ? utsRoom(facts, room, metrics, plan, at) : pidRoom(facts, room, lens, metrics, at)),
      ...legend(room, lens, metrics, at),
    );
  }
  return shapes;
}
