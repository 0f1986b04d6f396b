/** What is used of xterm.js's parser: https://xtermjs.org/docs/guides/hooks/ */
interface Parser {
  registerOscHandler(command: number, handle: () => boolean): unknown;
  registerDcsHandler(id: Sequence, handle: () => boolean): unknown;
  registerCsiHandler(id: Sequence, handle: () => boolean): unknown;
}

interface Sequence {
  prefix?: string;
  intermediates?: string;
  final: string;
}

/** A recording may colour and move; it may not title, link, copy, ask or draw outside its cells. */
export function silence(parser: Parser): void {
  const nothing = () => true;
  // Titles, colours of the palette, working directory, links, clipboard, shell hooks, and what other terminals added.
  for (const command of [0, 1, 2, 4, 7, 8, 10, 11, 12, 52, 104, 110, 111, 112, 133, 633, 777, 1337])
    parser.registerOscHandler(command, nothing);
  for (const final of ['q', 'p', 'r', '|']) {
    parser.registerDcsHandler({ final }, nothing);
    parser.registerDcsHandler({ intermediates: '$', final }, nothing);
    parser.registerDcsHandler({ intermediates: '+', final }, nothing);
  }
  // Reports of all kinds would be typed into the recording; window operations belong to the page.
  for (const final of ['c', 'n', 't']) parser.registerCsiHandler({ final }, nothing);
  for (const final of ['c', 'n'])
    for (const prefix of ['>', '=', '?']) parser.registerCsiHandler({ prefix, final }, nothing);
}
