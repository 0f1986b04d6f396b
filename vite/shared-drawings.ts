/** A drawing of a page, as it is served. */
interface Served {
  /** The start tag, without its end. */
  tag: string;
  label: string;
  shapes: Mark[];
}

/** One shape, and whether the step brought it. */
interface Mark {
  markup: string;
  fresh: boolean;
}

/** Shapes that follow each other wherever one of them stands. */
interface Run {
  markup: string;
  fresh: boolean;
}

const drawings = /<svg class="dg"([^>]*?) aria-label="([^"]*)">(.*?)<\/svg>/gs;
const shapes = /<g class="way">.*?<\/g>|<text[^>]*>[^<]*<\/text>|<(rect|path)[^>]*><\/\1>/gs;
/** Where what drawings refer to is defined: before the first of them, with the hatching. */
const place = '</pattern></defs>';
/** A reference is about as long as this. */
const short = 30;

/**
 * The page with what its drawings have in common written once. A page holds a drawing for each step and format, and most of each is as in
 * the step before; compression does not find that, since what lies between is more than the 32 KiB that it looks back on. So the drawings
 * stand together, where the hatching does, and what is shown refers to them: <https://www.w3.org/TR/SVG2/struct.html#UseElement>.
 */
export function withSharedDrawings(html: string): string {
  const served = [...html.matchAll(drawings)].map(([, tag = '', label = '', inside = '']) => ({
    tag,
    label,
    shapes: marksOf(inside),
  }));
  if (served.length < 2 || !html.includes(place)) return html;
  const { defined, idsOf, labelOf } = definitions(served);
  let k = 0;
  return html
    .replace(drawings, (_, tag: string) => {
      const at = k++;
      return `<svg class="dg"${tag} aria-labelledby="${labelOf[at]}"><use href="#${idsOf[at]}"/></svg>`;
    })
    .replace(place, () => place.replace('</defs>', `${defined}</defs>`));
}

/** The shapes of a drawing. Its groups are for what moves: here they mean nothing. */
function marksOf(inside: string): Mark[] {
  return [...inside.matchAll(shapes)].map(([markup]) => {
    const plain = markup.replace(/ class="fresh"| fresh(?=")/, '');
    return { markup: plain.replace(/><\/(?:rect|path)>/g, '/>'), fresh: plain !== markup };
  });
}

function definitions(served: Served[]): { defined: string; idsOf: string[]; labelOf: string[] } {
  const runs = runsOf(served.map((one) => one.shapes));
  const times = new Map<string, number>();
  for (const { markup } of runs.flat()) times.set(markup, (times.get(markup) ?? 0) + 1);
  const ids = new Map<string, string>();
  let defined = '';
  /** The id of what is written once, and now if it was not. */
  const idOf = (markup: string, write: (id: string) => string) => {
    const known = ids.get(markup);
    if (known) return known;
    const id = `d${ids.size.toString(36)}`;
    ids.set(markup, id);
    defined += write(id);
    return id;
  };
  const drawn = ({ markup, fresh }: Run) => {
    const look = fresh ? ' class="fresh"' : '';
    if (times.get(markup) === 1 || markup.length < short) return fresh ? `<g${look}>${markup}</g>` : markup;
    return `<use href="#${idOf(markup, (id) => `<g id="${id}">${markup}</g>`)}"${look}/>`;
  };
  const idsOf = runs.map((parts) => {
    const markup = parts.map(drawn).join('');
    return idOf(`whole ${markup}`, (id) => `<g id="${id}">${markup}</g>`);
  });
  const labelOf = served.map(({ label }) => idOf(`label ${label}`, (id) => `<text id="${id}">${label}</text>`));
  return { defined, idsOf, labelOf };
}

/** Each drawing cut where what follows a shape, or what it follows, is not the same everywhere in the page. */
function runsOf(all: Mark[][]): Run[][] {
  const after = new Map<string, string | null>();
  const before = new Map<string, string | null>();
  const note = (map: Map<string, string | null>, one: Mark, other: Mark | undefined) => {
    const found = other?.fresh === one.fresh ? other.markup : null;
    const known = map.get(one.markup);
    map.set(one.markup, known === undefined || known === found ? found : null);
  };
  for (const marks of all)
    for (const [i, mark] of marks.entries()) {
      note(after, mark, marks[i + 1]);
      note(before, mark, marks[i - 1]);
    }
  return all.map((marks) => {
    const runs: Run[] = [];
    for (const [i, { markup, fresh }] of marks.entries()) {
      const [last, run] = [marks[i - 1], runs.at(-1)];
      const follows = last && after.get(last.markup) === markup && before.get(markup) === last.markup;
      if (run && follows && last.fresh === fresh) run.markup += markup;
      else runs.push({ markup, fresh });
    }
    return runs;
  });
}
