// The terminals of a scene.

export const name = (title: string): string => `Terminal: ${title}`;
export const opensAfter = (step: number): string => `Opens after step ${step}.`;
export const lost = 'The terminals did not load; their lines are here all the same, and the steps work.';
