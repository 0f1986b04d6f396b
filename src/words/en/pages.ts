import { site } from './page.ts';

// The pages that are no chapters: their titles, the line above them, and what search engines and previews read.

export const embed = { description: (chapter: string): string => `A scene of ${chapter}, by itself.` };
export const glossary = {
  title: 'Glossary',
  kicker: 'About this site',
  description: 'The words of container isolation, each in a sentence or two, with where it is written.',
};
export const scenes = {
  title: 'All scenes',
  kicker: 'To find and to show',
  description: 'Every scene at once, each with a drawing, its chapter, what it looks at and how many steps it has.',
};
export const print = {
  title: `${site} The whole article`,
  description: 'Every chapter and every recorded step on one page, to be printed.',
};
export const notKept = { title: 'Not kept', description: 'This page is not kept for reading without a network.' };
export const workbench = {
  title: 'The workbench',
  kicker: 'By hand',
  description:
    'A real Linux kernel in your browser: build a container by hand, wall by wall, and see what the kernel makes of it.',
};
export const licences = {
  title: 'Licences',
  kicker: 'About this site',
  description: 'The licences of the software and the fonts that this site is made with.',
};
export const notFound = {
  title: 'There is no page here',
  kicker: '404',
  description: 'This address leads nowhere.',
  /** What is in brackets links the introduction. */
  says: 'The address may be mistyped, or the chapter may not be written yet. The contents list what there is; the [Introduction] is a good place to start.',
};
