import { startEarly } from '../scene/early.ts';
import { wakeIslands } from './islands.ts';
import { pressAgain } from './press-again.ts';
import { runScripts } from './scripts.ts';
import { bindTheme } from './theme.ts';
import { bindTools } from './tools.ts';

bindTheme(document);
startEarly(document);
wakeIslands(document);
runScripts(document);
bindTools(document);
pressAgain(document.documentElement);
