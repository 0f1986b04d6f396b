/** Points as the data of an SVG path, each told from the one before: what is drawn alike in two places reads alike but for its beginning. */
export function pathOf(points: [x: number, y: number][]): string {
  // In whole hundredths, whose differences are exact.
  const [first, ...rest] = points.map(([x, y]) => [Math.round(x * 100), Math.round(y * 100)] as const);
  if (!first) return '';
  let [px, py] = first;
  const lines = rest.map(([x, y]) => {
    const [dx, dy] = [(x - px) / 100, (y - py) / 100];
    [px, py] = [x, y];
    if (dy === 0) return `h${dx}`;
    return dx === 0 ? `v${dy}` : `l${dx} ${dy}`;
  });
  return `M${first[0] / 100} ${first[1] / 100}${lines.join('')}`;
}
