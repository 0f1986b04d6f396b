import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

/** Rooms that readers see; none of their files types what it says but a drawing’s `words.ts`. */
const rooms = ['src/scene', 'src/browser', 'src/site', 'src/diagram', 'src/terminal', 'src/workbench'];

/** Texts of more than a word that no reader sees, or that have a reason to stand where they are; a folder ends in a slash. */
const exceptions: { file: string; text?: RegExp; why: string }[] = [
  { file: 'src/browser/faces.ts', text: /IBM Plex/, why: 'fonts, as the browser is asked for them' },
  { file: 'src/browser/ledger/standing.ts', text: /^no limit$/, why: 'an answer as content/ledger.ts names it' },
  { file: 'src/browser/progress/show.ts', text: /^said-done visually-hidden$/, why: 'classes' },
  {
    file: 'src/browser/your-host/where.ts',
    text: /^(Operating System|Kernel Version)$/,
    why: 'what docker info prints',
  },
  {
    file: 'src/browser/search/stems.ts',
    text: /^(a about|could|have|myself|show|this|while) /,
    why: 'what a search of English texts leaves out',
  },
  { file: 'src/diagram/lenses/door/shapes.ts', text: /^file (before|after)$/, why: 'what a script calls a reading' },
  { file: 'src/diagram/lenses/door/way.ts', why: 'what the kernel’s errors print' },
  { file: 'src/diagram/paper/collisions.ts', why: 'sentences for those who draw' },
  { file: 'src/site/gallery/gallery.tsx', why: 'a page for those who draw, in development only' },
  { file: 'src/site/head-script.ts', why: 'a script as text' },
  { file: 'src/site/frontmatter.ts', why: 'sentences for authors' },
  { file: 'src/site/ledger/references.ts', why: 'sentences for authors' },
  { file: 'src/site/prose/Recorded.tsx', why: 'sentences for authors' },
  { file: 'src/workbench/feed.ts', text: /^The answer knows/, why: 'told to the console' },
  { file: 'src/workbench/prelude.ts', why: 'a script as text' },
];

/** What is read aloud or shown of an element beside its text. */
const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'legend', 'label', 'all'];

/** What a script writes of that. */
const written = ['textContent', 'ariaLabel', 'placeholder', 'title', 'alt'];

/** Functions whose texts are for authors, selectors or styles. */
const unread =
  /^(?:Error|TypeError|authorError|querySelector|querySelectorAll|closest|matches|getEntriesByType|load|console\.error)$/;

/** Where what an error says is shown to readers. */
const toldErrors = 'src/workbench/';

/** More than a word, and no markup, selector, rule or media query. */
const sentence = /^(?![<.#@(]).*\p{L}{2,}[,;:.]? \p{L}/su;

interface Typed {
  file: string;
  line: number;
  text: string;
}

interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The texts of a file that look like words for a reader, each with its line: what JSX shows, what is read aloud, and every text of more than one word. */
function typedIn(file: string, source: string): Typed[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Typed[] = [];
  const say = ({ start }: Node, text: string) =>
    found.push({ file, line: source.slice(0, start).split('\n').length, text: text.trim().replace(/\s+/g, ' ') });
  const read = (node: Node, isShown: boolean) => {
    const text = textOf(node);
    if (text !== undefined && (isShown ? /\p{L}{2}/u : sentence).test(text)) say(node, text);
  };
  const walk = (node: Node, isShown: boolean) => {
    if (/^(?:TS(?!As|NonNull|Satisfies)|Import|ExportAll)/.test(node.type)) return;
    if (node.type === 'JSXText') return read(node, true);
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as unknown as { name: { name: string }; value: unknown };
      if (isNode(value) && !/^(?:class|style|d|viewBox|allow)/.test(name.name)) walk(value, spoken.includes(name.name));
      return;
    }
    if (/^(?:Call|New)Expression$/.test(node.type)) {
      const { callee } = node as unknown as { callee: { name?: string; property?: { name?: string } } };
      const name = callee.name ?? callee.property?.name ?? '';
      if (unread.test(name) && !(name === 'Error' && file.startsWith(toldErrors))) return;
    }
    if (node.type === 'AssignmentExpression') {
      const { left, right } = node as unknown as { left: { property?: { name?: string } }; right: Node };
      return walk(right, written.includes(left.property?.name ?? ''));
    }
    if (node.type === 'Literal' || node.type === 'TemplateLiteral') read(node, isShown);
    // A text that is chosen or put together is shown where its parts are; code in an attribute or an element is not.
    const passes = /^(?:JSXExpressionContainer|ConditionalExpression|LogicalExpression|TemplateLiteral|JSXFragment)$/;
    for (const [field, value] of Object.entries(node))
      for (const child of [value].flat())
        if (isNode(child)) walk(child, (isShown && passes.test(node.type) && field !== 'test') || shows(node, field));
  };
  walk(program as unknown as Node, false);
  return found;
}

/** Whether what stands in braces there is shown as text. */
function shows({ type }: Node, field: string): boolean {
  return field === 'children' && (type === 'JSXElement' || type === 'JSXFragment');
}

/** A text as it was typed, with a sign for each value in it. */
function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText' || node.type === 'Literal')
    return typeof node.value === 'string' ? node.value : undefined;
  const { quasis } = node as unknown as { quasis: { value: { raw: string } }[] };
  return quasis.map(({ value }) => value.raw).join('…');
}

const files = rooms
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(room, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|d)\.tsx?$|^src\/diagram\/.*\/words\.ts$/.test(file))
  .sort();

const typed = files.flatMap((file) => typedIn(file, readFileSync(file, 'utf8')));

const excepts = ({ file, text }: (typeof exceptions)[number], one: Typed) =>
  (file.endsWith('/') ? one.file.startsWith(file) : one.file === file) && (text === undefined || text.test(one.text));

test('words for readers are typed where words stand: in src/words, or in a words.ts beside the drawing', () => {
  const astray = typed.filter((one) => !exceptions.some((exception) => excepts(exception, one)));
  expect(astray.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
});

test('every exception is still needed', () => {
  const needless = exceptions.filter((exception) => !typed.some((one) => excepts(exception, one)));
  expect(needless).toEqual([]);
});

test('what is typed elsewhere is found: text in an element, one word of it too, a spoken label, what a script writes, and a sentence that a function makes', () => {
  const source = `
    export const A = () => <p className="one two">Save</p>;
    export const B = ({ n }: { n: number }) => <button aria-label={n ? 'Close' : \`\${n} of\`} />;
    export const c = (n: number) => \`\${n} pages are kept.\`;
    export const d = document.querySelector('.one .two')?.matches('a two');
    export const f = (button: Element) => { button.textContent = 'Close'; button.className = 'close'; };
    export const e = () => { throw new Error('Expected a page, found none.'); };`;
  expect(typedIn('x.tsx', source).map(({ line, text }) => `${line}: ${text}`)).toEqual([
    '2: Save',
    '3: Close',
    '3: … of',
    '4: … pages are kept.',
    '6: Close',
  ]);
  const thrown = "throw new Error('It came to an end.');";
  expect(['src/workbench/x.ts', 'src/scene/x.ts'].map((file) => typedIn(file, thrown).length)).toEqual([1, 0]);
});
