import type { HostFacts } from '../../../host/facts.ts';
import { fenceOf } from '../../../host/fence.ts';
import type { Canvas, PlacedRoom, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import type { DoorPlan } from './plan.ts';
import { grantedNames, wrapped } from './rail-words.ts';
import { arrowDown } from './way.ts';

/** What the host itself did in a step, beside the fence, and on a phone the names that a step has read. */
export function hostShapes(
  facts: HostFacts,
  rooms: PlacedRoom[],
  plan: DoorPlan,
  canvas: Canvas,
  metrics: Metrics,
  told: Told,
): Shape[] {
  const tall = metrics.format === 'tall';
  const [room] = rooms.filter(({ wall }) => wall);
  const at = room && plan.rooms[room.place];
  const report = told.reports?.find(({ by, fresh }) => fresh && by === undefined);
  const foot = canvas.height - metrics.top - metrics.slabHeight - 2;
  const pen = penFor('host', 'host:way');
  const own =
    report && at && plan.low.length === 1
      ? [
          ...arrowDown(pen, 'down', [
            [plan.hostLane, tall ? at.labelBaseline - 12 : 44],
            [plan.hostLane, foot],
          ]),
          ...(tall
            ? [
                pen.text('read', {
                  x: plan.from + 2,
                  y: at.y + at.height + 20,
                  text: shorten(`host: ${report.of} ${report.value ?? ''}`, 'sans', 13, plan.to - plan.from - 8),
                  size: 13,
                }),
              ]
            : []),
        ]
      : [];
  const names = told.reports?.find(({ of, fresh }) => fresh && of === 'capabilities');
  const fence = names && room && fenceOf(room.container, facts);
  if (tall || !at || !fence) return own;
  const [line] = wrapped(grantedNames(fence), at.inside.width - 40, 1);
  const text = penFor(`container:${room.container.name}`, `names:${room.container.name}`);
  return line
    ? [...own, text.text('names', { x: at.inside.x + 6, y: at.labelBaseline, text: line, size: 13, tone: 'soft' })]
    : own;
}
