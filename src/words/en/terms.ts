// A term of the glossary, and the glossary.

export const more = 'In the glossary';
export const about =
  'The words that the chapters use as the field does. Each is linked where a chapter names it first.';
