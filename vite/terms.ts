import { glossary, type Term } from '../content/glossary.ts';
import type { Node } from './sources.ts';

interface TextNode extends Node {
  value?: string;
}

/** Links each term of the glossary where a chapter's paragraphs name it first: `namespace` becomes `<Term id="namespace">namespace</Term>`. */
export function remarkTerms({ terms = glossary }: { terms?: Term[] } = {}) {
  return (tree: Node) => {
    const left = new Set(terms.filter((term) => !term.everywhere));
    tree.children = tree.children?.map((block) => (block.type === 'paragraph' ? linked(block, left) : block));
  };
}

/** A paragraph, or a part of it, with its terms linked. Links and our own elements stay as they are, and code is not prose. */
function linked(node: Node, left: Set<Term>): Node {
  const children = node.children?.flatMap((child: TextNode): Node[] => {
    if (child.type === 'text') return split(child.value ?? '', left);
    return child.type === 'strong' || child.type === 'emphasis' ? [linked(child, left)] : [child];
  });
  return children ? { ...node, children } : node;
}

function split(text: string, left: Set<Term>): TextNode[] {
  const [first] = [...left]
    .flatMap((term) => {
      const found = formsOf(term).exec(text);
      return found ? [{ term, at: found.index, form: found[0] }] : [];
    })
    // Where two begin at one place, the longer one is meant.
    .sort((a, b) => a.at - b.at || b.form.length - a.form.length);
  if (!first) return text ? [{ type: 'text', value: text }] : [];
  left.delete(first.term);
  const { term, at, form } = first;
  const id = { type: 'mdxJsxAttribute', name: 'id', value: term.id };
  const link = {
    type: 'mdxJsxTextElement',
    name: 'Term',
    attributes: [id],
    children: [{ type: 'text', value: form } as Node],
  };
  const before = text.slice(0, at);
  return [...(before ? [{ type: 'text', value: before }] : []), link, ...split(text.slice(at + form.length), left)];
}

/** Any form of the term as a word of its own. */
function formsOf({ term, also = [] }: Term): RegExp {
  const forms = [term, ...also]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`(?<![\\w-])(?:${forms.join('|')})(?![\\w-])`, 'i');
}
