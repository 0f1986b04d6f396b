import path from 'node:path';
import { fail } from '../src/compile/author-error.ts';

/** As much of a Markdown tree's node as is needed here. https://github.com/syntax-tree/mdast */
export interface Node {
  type: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number } };
}

/**
 * Numbers the sources of a chapter and lays their notes after the paragraph or the table that names them:
 * `<p>…<Source/>…</p>` becomes `<Sourced><p>…<SourceMark/>…</p><SourceNote/>…</Sourced>`.
 * The tree is built anew and not changed while it is walked, which is why unist-util-visit would save nothing here.
 * A paragraph can't hold a block in HTML, and a note that follows its paragraph reads in order with and without styles.
 */
export function remarkSources() {
  return (tree: Node, { path: file }: { path: string }) => {
    const place = path.relative(process.cwd(), file);
    let count = 0;
    const wrap = (parent: Node): void => {
      if (!parent.children) return;
      parent.children = parent.children.map((child) => {
        if (child.type !== 'paragraph' && child.type !== 'table') {
          wrap(child);
          return child;
        }
        const notes: Node[] = [];
        const marked = mark(child, () => ++count, notes, place);
        return notes.length ? element('mdxJsxFlowElement', 'Sourced', [], [marked, ...notes]) : marked;
      });
    };
    wrap(tree);
  };
}

function mark(node: Node, next: () => number, notes: Node[], place: string): Node {
  if (!isSource(node))
    return node.children ? { ...node, children: node.children.map((child) => mark(child, next, notes, place)) } : node;
  const number = next();
  const has = (name: string) => node.attributes?.some((attribute) => attribute.name === name && attribute.value);
  for (const name of ['href', 'title'])
    if (!has(name)) {
      const line = node.position?.start.line ?? 0;
      fail({ file: `${place}, line ${line}` }, '<Source href="…" title="…">', `one without ${name}`);
    }
  const n = { type: 'mdxJsxAttribute', name: 'n', value: String(number) };
  const attributes = [...(node.attributes ?? []), n];
  notes.push(element('mdxJsxFlowElement', 'SourceNote', attributes, node.children ?? []));
  return element('mdxJsxTextElement', 'SourceMark', attributes, []);
}

function isSource(node: Node): boolean {
  return node.type.startsWith('mdxJsx') && node.name === 'Source';
}

function element(type: string, name: string, attributes: Node['attributes'], children: Node[]): Node {
  return { type, name, attributes, children };
}
