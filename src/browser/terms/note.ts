import { glossary } from '../../../content/glossary.ts';
import * as words from '../../words/index.ts';
import { addStyles } from '../add-styles.ts';
import { isComposing } from '../composing.ts';
import styles from './note.css?inline';

addStyles(styles);

let open: { term: HTMLAnchorElement; note: HTMLElement } | undefined;

/** Shows what a term means beside it, over the page: nothing moves. It goes when the pointer or the focus leaves both, and on Escape; on scrolling it goes from a pointer and stays with the focus. */
export function tell(term: HTMLAnchorElement): void {
  if (open?.term === term) return;
  close();
  const meant = glossary.find(({ id }) => id === term.dataset.term);
  if (!meant) return;
  const note = document.createElement('span');
  note.className = 'term-note';
  note.id = 'term-note';
  note.popover = 'manual';
  const more = document.createElement('a');
  more.href = term.href;
  more.textContent = words.terms.more;
  note.append(`${meant.short} `, more);
  term.after(note);
  term.setAttribute('aria-describedby', note.id);
  note.showPopover();
  place(note, term);
  open = { term, note };
}

function close(): void {
  open?.note.remove();
  open?.term.removeAttribute('aria-describedby');
  open = undefined;
}

/** Below the term's first line, or above it where there is no room; touching it, so that the pointer can cross over. */
function place(note: HTMLElement, term: HTMLElement): void {
  const [line] = term.getClientRects();
  if (!line) return;
  const { width, height } = note.getBoundingClientRect();
  const edge = 12;
  const left = Math.max(edge, Math.min(line.left, document.documentElement.clientWidth - width - edge));
  const below = line.bottom + height + edge < innerHeight;
  note.style.left = `${left}px`;
  note.style.top = `${below ? line.bottom : line.top - height}px`;
}

function leaves(event: Event): void {
  if (!open) return;
  const { relatedTarget, target } = event as PointerEvent | FocusEvent;
  const isOurs = (node: EventTarget | null) =>
    node instanceof Node && (open?.term.contains(node) || open?.note.contains(node));
  const isHeld = event.type === 'pointerout' && isOurs(document.activeElement);
  if (isOurs(target) && !isOurs(relatedTarget) && !isHeld) close();
}

document.addEventListener('pointerout', leaves);
document.addEventListener('focusout', leaves);
document.addEventListener('pointerdown', ({ target }) => {
  if (open && !(open.note.contains(target as Node) || open.term.contains(target as Node))) close();
});
document.addEventListener('keydown', (event) => event.key === 'Escape' && !isComposing(event) && close());
addEventListener(
  'scroll',
  () => {
    // The focus itself scrolls a term into view.
    if (open && document.activeElement === open.term) place(open.note, open.term);
    else close();
  },
  { passive: true },
);
