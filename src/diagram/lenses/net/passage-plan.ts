import type { Box } from '../../paper/box.ts';

/** The way between the outside and the host's bridge, from the top: who is outside, the host's interface there, and the rules on the way. */
export interface Passage {
  /** The baseline of its name, where that stands above. */
  labelBaseline: number | undefined;
  outside: Box;
  gate: Box;
  /** The rules that rewrite what passes, before it goes to the bridge or to the host. */
  nat: Box;
  /** Where what is for a container turns off, and the lane between the two columns by which it gets to the bridge. */
  branchY: number;
  gapX: number;
  filter: Box;
  /** The host's listening sockets, behind the filter. */
  ports: Box[];
  /** The lane of packets, at the left of all these. */
  laneX: number;
  /** From a box's left edge to its words: right of the lane. */
  inset: number;
  lines: 1 | 2;
}

/** Places the passage in a column; `edge` is where the rooms' column ends. */
export function passageAt(column: Box, edge: number, low: boolean): Passage {
  const { x, width } = column;
  const box = (y: number, height: number): Box => ({ x, y, width, height });
  const common = { gapX: (edge + x) / 2, laneX: x + 9, inset: 18 };
  if (low) {
    const { y } = column;
    return {
      ...common,
      labelBaseline: undefined,
      outside: box(y, 22),
      gate: box(y + 29, 20),
      nat: box(y + 55, 20),
      branchY: y + 81,
      filter: box(y + 87, 20),
      ports: [box(y + 112, 20), box(y + 137, 20)],
      lines: 1,
    };
  }
  const y = column.y + 12;
  return {
    ...common,
    labelBaseline: column.y,
    outside: box(y, 68),
    gate: box(y + 86, 42),
    nat: box(y + 142, 42),
    branchY: y + 197,
    filter: box(y + 208, 42),
    ports: [box(y + 258, 22), box(y + 285, 22)],
    lines: 2,
  };
}
