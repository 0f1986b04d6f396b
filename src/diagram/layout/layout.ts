import type { HostFacts } from '../../host/facts.ts';
import type { Lens } from '../../recording/script.ts';
import type { Drawing, Shape, Width } from '../drawing.ts';
import { alternativeFor } from './alternative.ts';
import { type Canvas, canvasOf, planFor } from './canvas.ts';
import { frame, hostChips } from './host.ts';
import { coursesOf, focusOf, metricsFor } from './metrics.ts';
import { lightsOf, roomsOf } from './moment.ts';
import { pidRoom, shimLines } from './pid.ts';
import { legend, wallShapes } from './room.ts';
import { hostPlate, utsRoom } from './uts.ts';
import { veil } from './veil.ts';

export { canvasOf } from './canvas.ts';

interface Options {
  /** The scene's: with it, all its moments agree in size and place. */
  canvas?: Canvas;
  /** Parts whose number or name is kept back, because a question asks for it. */
  veiled?: string[];
}

/** Draws one moment of a host as a section through a building. */
export function layout(facts: HostFacts, lens: Lens, width: Width, options: Options = {}): Drawing {
  const metrics = metricsFor(lens, width);
  const { veiled = [] } = options;
  const canvas = options.canvas ?? canvasOf([facts], lens, width);
  const plan = planFor(canvas, lens, metrics);
  const rooms = roomsOf(facts);
  const shapes: Shape[] = [...frame(facts, lens, metrics, plan), ...hostChips(facts, lens, metrics, plan)];
  if (lens === 'uts') shapes.push(...hostPlate(facts, plan));
  for (const room of rooms) {
    const place = canvas.rooms.findIndex(({ names }) => names.includes(room.container.name));
    const at = plan.rooms[place];
    if (!at)
      throw new Error(`The canvas has no place for container ${room.container.name}: it was made from other facts.`);
    shapes.push(...wallShapes(room, lens, metrics, at));
    if (lens === 'pid') shapes.push(...shimLines(facts, room, place, metrics, plan));
    shapes.push(
      ...(lens === 'uts' ? utsRoom(facts, room, metrics, plan, at) : pidRoom(facts, room, lens, metrics, at)),
      ...legend(room, lens, metrics, at),
    );
  }
  return {
    width: metrics.width,
    height: plan.slabTop + metrics.slabHeight + metrics.top,
    shapes: veil(shapes, veiled),
    alternative: alternativeFor(facts, rooms, lens, veiled),
    lights: lightsOf(facts, rooms, focusOf[lens], [...coursesOf(lens)]),
  };
}
