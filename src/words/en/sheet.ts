import { site } from './page.ts';

// What a reader said, saved as text.

export const title = site;
export const resources = 'Resources';
export const iSaid = (said: string, right: boolean): string => `I said ${said}${right ? ', and so it is' : ''}.`;
export const questions = 'Questions';
export const kernel = (answer: string): string => `The kernel: ${answer}`;
export const iAnswered = (answer: string): string => `I said: ${answer}`;
export const seen = 'Scenes seen to their end';
