// A scene as plain text.

export const recordedOn = (host: string, kernel: string, docker: string, day: string): string =>
  `Recorded on ${host}, Linux ${kernel}, Docker ${docker}, ${day}.`;
export const before = (drawing: string): string => `Before: ${drawing}`;
export const question = (question: string): string => `Question: ${question}`;
export const kernelSays = (answer: string, because: string): string => `The kernel says: ${answer}. ${because}`;
export const now = (drawing: string): string => `Now: ${drawing}`;
