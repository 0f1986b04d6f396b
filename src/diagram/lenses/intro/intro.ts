import type { HostFacts, Process } from '../../../host/facts.ts';
import { hostProcesses } from '../../../host/views.ts';
import type { Lens } from '../../building/geometry.ts';
import { heights } from '../../building/metrics.ts';
import { aboutNumbers, numberShapes } from '../numbers.ts';
import { sectionLens } from '../section.ts';

const maxChips = 1;

/** One process with two numbers, behind the one course that gives it the second: no more than the introduction names. */
export const introLens: Lens = {
  ...sectionLens({
    focus: 'pid',
    courses: ['pid'],
    maxChips,
    chips: initAndDaemon,
    inside: (chips) => heights.title + chips + 16,
    plain: true,
    drawRoom: (facts, room, at, _place, _plan, metrics) => numberShapes(facts, room, maxChips, metrics, at),
  }),
  about: (facts, room, veiled) => aboutNumbers(facts, room, maxChips, veiled),
  kinds: 'none',
};

function initAndDaemon(facts: HostFacts): Process[] {
  return hostProcesses(facts).filter(({ pid, comm }) => pid === 1 || comm === 'dockerd');
}
