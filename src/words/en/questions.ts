// Every question of every scene, on one page.

export const kernel = ' the kernel';
export const beforeStep = (scene: string, step: number): string => `${scene}, before step ${step}`;
