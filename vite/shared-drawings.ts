/** One shape of a drawing, and whether the step brought it. */
interface Mark {
  markup: string;
  fresh: boolean;
}

const drawings = /<svg class="dg"([^>]*?) aria-label="([^"]*)">(.*?)<\/svg>/gs;
const shapes = /<g class="way">.*?<\/g>|<text[^>]*>[^<]*<\/text>|<(rect|path)[^>]*><\/\1>/gs;
/** Where what drawings refer to is defined: before the first of them, with the hatching. */
const place = '</pattern></defs>';
/** A drawing's name has no place where it would be drawn. */
const isName = /^<g[^>]*><text>/;
/** What is no longer than a reference to it stands where it is drawn. */
const short = 30;

/**
 * The page with what its drawings have in common written once. A page holds a drawing for each step and format, and most of each is as in
 * the step before; compression does not find that, since what lies between is more than the 32 KiB that it looks back on. So shapes that
 * several drawings have stand together, where the hatching does, and the drawings refer to them, as they do to their names:
 * https://www.w3.org/TR/SVG2/struct.html#UseElement. What is referred to refers to nothing, because a browser draws each reference as a copy.
 */
export function withSharedDrawings(html: string): string {
  const [before, after, ...more] = html.split(place);
  if (before === undefined || after === undefined || more.length > 0) return html;
  const once = new Once();
  const shared = after
    .split(/(?=<section )/)
    .map((scene) => withReferences(scene, once))
    .join('');
  return before + place.replace('</defs>', `${once.defined}</defs>`) + shared;
}

/** What is written once, and its ids, which are short because there are thousands of references. */
class Once {
  readonly #ids = new Map<string, string>();

  /** The id of a piece of markup. */
  idOf(markup: string): string {
    const id = this.#ids.get(markup) ?? `d${this.#ids.size.toString(36)}`;
    this.#ids.set(markup, id);
    return id;
  }

  /** All of it: shapes, then names, since like compresses well with like. */
  get defined(): string {
    const all = [...this.#ids].map(([markup, id]) => `<g id="${id}">${markup}</g>`);
    return [...all.filter((one) => !isName.test(one)), ...all.filter((one) => isName.test(one))].join('');
  }
}

function withReferences(scene: string, once: Once): string {
  const drawn = [...scene.matchAll(drawings)].map(([, , , inside = '']) => marksOf(inside));
  if (drawn.length < 2) return scene;
  const runs = runsOf(drawn);
  const times = new Map<string, number>();
  for (const { markup } of runs.flat()) times.set(markup, (times.get(markup) ?? 0) + 1);
  const written = ({ markup, fresh }: Mark) => {
    const look = fresh ? ' class="fresh"' : '';
    const alone = times.get(markup) === 1 || markup.length < short;
    if (!alone) return `<use href="#${once.idOf(markup)}"${look}/>`;
    return fresh ? `<g${look}>${markup}</g>` : markup;
  };
  let k = 0;
  return scene.replace(drawings, (_, tag: string, label: string) => {
    const shown = runs[k++]?.map(written).join('');
    return `<svg class="dg"${tag} aria-labelledby="${once.idOf(`<text>${label}</text>`)}">${shown}</svg>`;
  });
}

/** The shapes of a drawing. Its groups are for what moves: here they mean nothing. */
function marksOf(inside: string): Mark[] {
  return [...inside.matchAll(shapes)].map(([markup]) => {
    const plain = markup.replace(/ class="fresh"| fresh(?=")/, '');
    return { markup: plain.replaceAll(/><\/(?:rect|path)>/g, '/>'), fresh: plain !== markup };
  });
}

/** Each drawing cut where what follows a shape, or what it follows, is not the same in all of them. */
function runsOf(drawn: Mark[][]): Mark[][] {
  const next = new Map<string, string | null>();
  const previous = new Map<string, string | null>();
  const note = (map: Map<string, string | null>, one: Mark, other: Mark | undefined) => {
    const found = other?.fresh === one.fresh ? other.markup : null;
    const known = map.get(one.markup);
    map.set(one.markup, known === undefined || known === found ? found : null);
  };
  for (const marks of drawn)
    for (const [i, mark] of marks.entries()) {
      note(next, mark, marks[i + 1]);
      note(previous, mark, marks[i - 1]);
    }
  return drawn.map((marks) => {
    const runs: Mark[] = [];
    for (const [i, { markup, fresh }] of marks.entries()) {
      const [last, run] = [marks[i - 1], runs.at(-1)];
      // Everywhere, and so here, both are fresh or neither is.
      const follows = last && next.get(last.markup) === markup && previous.get(markup) === last.markup;
      if (run && follows) run.markup += markup;
      else runs.push({ markup, fresh });
    }
    return runs;
  });
}
