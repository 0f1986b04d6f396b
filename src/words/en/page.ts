// What stands around every page.

export const site = 'What Does Docker Truly Isolate?';
export const skip = 'Skip to the chapter';
export const around = 'Chapters before and after';
export const previous = 'Previous';
export const next = 'Next';
/** What is in brackets: the article's title. */
export const after = `After the article [${site} — A Deep Dive into Container Internals through Kernel Features]. Every line in the terminals is recorded, none is written by hand.`;
export const scenes = 'All scenes';
export const workbench = 'The workbench';
export const print = 'All of it, to print';
export const glossary = 'Glossary';
export const licences = 'Licences';
/** In a frame; what is in brackets links the chapter. */
export const from = (chapter: string): string => `From [${chapter} · ${site}]`;
/** The way from a chapter to the lessons in which the same is done by hand; what is in brackets: links to them. */
export const byHand = 'The same by hand, on a kernel that runs in this browser: [lessons].';
export const lesson = (number: number, title: string): string => `lesson ${number}, ${title}`;
