// The bar above a scene.

export const steps = (count: number): string => `${count} steps`;
/** What is in brackets goes where the bar is narrow. */
export const stepOf = (step: number, steps: number): string => `[step ]${step} of ${steps}`;
export const otherTake = 'another recording';
/** What is first in brackets goes where the bar is narrow; the second is the day. */
export const recordedOn = (kernel: string, docker: string, day: string): string =>
  `[Recorded on ]Linux ${kernel}, Docker ${docker}, [${day}]`;
export const share = 'Share';
export const speed = (speed: string): string => `Speed: ${speed === instant ? instant : `${speed} times`}`;
export const instant = 'instant';
export const times = (speed: string): string => `${speed}×`;
export const full = 'Full screen';
export const more = 'More about this scene';
