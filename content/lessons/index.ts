import type { Lesson } from '../../src/workbench/lesson.ts';
import { hostname } from './01-hostname.ts';
import { processes } from './02-processes.ts';
import { root } from './03-root.ts';

/** The lessons in their order: walls first, then limits, then all of it. */
export const lessons: Lesson[] = [hostname, processes, root];
