// The row of buttons that moves a scene.

export const back = 'Back';
/** What is in brackets: the commands. */
export const run = 'Run [commands]';
export const and = ' and ';
export const inAll = (panes: number): string => (panes === 2 ? ' in both' : ` in all ${panes}`);
export const again = 'Start again';
/** What is in brackets stands on a line of its own where there is no room. */
export const pick = 'Pick an answer, [or skip: run it]';
export const typeIt = 'Type it yourself';
export const copy = 'Copy the command';
export const step = (step: number, asks: boolean, command: string): string =>
  `Step ${step}${asks ? ', with a question' : ''}: ${command}`;
export const enlarge = 'Enlarge the drawing';
