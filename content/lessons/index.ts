import type { Lesson } from '../../src/lesson/lesson.ts';
import { hostname } from './01-hostname.ts';
import { processes } from './02-processes.ts';
import { root } from './03-root.ts';
import { network } from './04-network.ts';
import { user } from './05-user.ts';
import { memory } from './06-memory.ts';
import { cpu } from './07-cpu.ts';
import { bomb } from './08-bomb.ts';
import { container } from './09-container.ts';
import { beyond } from './10-beyond.ts';

/** The lessons in their order: walls first, then limits, then all of it. */
export const lessons: Lesson[] = [
  ...[hostname, processes, root, network, user],
  ...[memory, cpu, bomb],
  ...[container, beyond],
];
