// A question before a step, and what the kernel answers.

/** What is in brackets: an answer. */
export const kernelSays = 'The kernel says: [answer].';
export const asYouSaid = 'As you said: [answer].';
export const youSaid = 'You said: [answer]. The kernel says: [other].';
export const askNoMore = 'Ask no more questions';
