import * as words from '../words/index.ts';
import type * as Later from './later.ts';
import { whenIdle } from './line.ts';
import type * as Search from './search/dialog.ts';
import type * as Terms from './terms/note.ts';

/** Ties search, glossary, and what can wait until the page is idle, to the page. Their code comes when a reader asks for it; until then, and if it fails, terms are links. */
export function bindTools(document: Document): void {
  const { search, index, terms, later } = document.body.dataset;
  if (later)
    whenIdle(() =>
      (import(/* @vite-ignore */ later) as Promise<typeof Later>)
        .then(({ begin }) => begin())
        .catch(() => document.querySelector('.keeping [role=status]')?.append(words.notes.noKeeping)),
    );
  const find = () =>
    (import(/* @vite-ignore */ search as string) as Promise<typeof Search>).then(
      ({ open }) => open(index as string),
      () => {
        for (const button of document.querySelectorAll('[data-find]')) button.textContent = words.notes.noSearch;
      },
    );
  if (search) {
    document.addEventListener('click', (event) => (event.target as Element).closest('[data-find]') && find());
    document.addEventListener('keydown', (event) => {
      const held = event.ctrlKey || event.metaKey;
      // A word that is being composed keeps its keys; outside of a field there is none.
      if (event.isComposing || event.key !== (held ? 'k' : '/')) return;
      if (!held && (event.target as Element).matches('input,select,textarea')) return;
      event.preventDefault();
      find();
    });
  }
  if (!terms) return;
  const tell = (event: Event) => {
    const term = (event.target as Element).closest<HTMLAnchorElement>('.term');
    if (!term) return;
    // A finger can't hover: its first tap shows the note, which has the link.
    if (event.type === 'click') {
      if ((event as PointerEvent).pointerType !== 'touch') return;
      event.preventDefault();
    }
    (import(/* @vite-ignore */ terms) as Promise<typeof Terms>).then(
      (module) => module.tell(term),
      () => event.type === 'click' && location.assign(term.href),
    );
  };
  for (const type of ['pointerover', 'focusin', 'click']) document.addEventListener(type, tell);
}
