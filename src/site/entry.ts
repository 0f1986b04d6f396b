import { startEarly } from '../scene/early.ts';
import { wakeIslands } from './islands.ts';
import { readyNext } from './next.ts';
import { runScripts } from './scripts.ts';
import { bindTheme } from './theme.ts';
import { bindTools } from './tools.ts';

bindTheme(document);
startEarly(document);
wakeIslands(document);
runScripts(document);
readyNext(document);
bindTools(document);
