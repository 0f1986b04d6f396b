// The card that a scene's bar opens: how to take the scene elsewhere, what it was recorded on, and its keys.

export const close = 'Close';
export const share = 'Share this scene';
export const link = 'Copy a link to this step';
export const frame = 'Copy a frame for another site';
export const alone = 'The scene by itself';
export const text = 'The scene as plain text';
export const recorded = 'How this was recorded';
export const time = 'time';
export const casts = 'The recordings, as asciicasts:';
export const questions = 'Questions, in every scene';
export const askNoMore = 'Ask no more';
export const askAgain = 'Ask again';
export const keys = 'Keys, while the scene has the focus';
/** Each key with what it does. */
export const keysDo: readonly [key: string, does: string][] = [
  ['→ or Space', 'next step'],
  ['←', 'back'],
  ['Home, End', 'first and last step'],
  ['1 to 9', 'go to a step, or pick an answer'],
  ['s', 'speed'],
  ['f', 'full screen; Page Up and Page Down step there'],
  ['?', 'this card'],
];
