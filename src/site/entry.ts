import { startEarly } from '../scene/early.ts';
import { readyBench } from './bench.ts';
import { wakeIslands } from './islands.ts';
import { readyNext } from './next.ts';
import { bindTheme } from './theme.ts';

bindTheme(document);
startEarly(document);
wakeIslands(document);
readyNext(document);
readyBench(document);
