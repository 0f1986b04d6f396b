// The contents beside every page.

export const name = 'Contents';
export const search = 'Search';
export const workbench = 'The workbench';
export const allScenes = 'All scenes at once';
export const unwritten = 'Chapters that are not written yet are not linked.';
