import MiniSearch, { type SearchResult } from 'minisearch';
import { addStyles } from '../add-styles.ts';
import { excerpt } from './excerpt.ts';
import { type Entry, options } from './options.ts';
import styles from './search.css?inline';

type Found = SearchResult & Entry;

const most = 40;
let dialog: HTMLDialogElement | undefined;

/** Opens the search; its index is fetched the first time. */
export function open(index: string): void {
  dialog ??= create(index);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function create(index: string): HTMLDialogElement {
  addStyles(styles);
  const box = element('dialog', 'search');
  box.setAttribute('aria-label', 'Search');
  const input = element('input');
  input.type = 'search';
  input.setAttribute('aria-label', 'Search prose, commands, outputs and terms');
  input.placeholder = 'A word, a command, a line of output';
  const close = element('button');
  close.type = 'button';
  close.textContent = 'Close';
  const status = element('p', 'search-count');
  status.role = 'status';
  const list = element('ol');
  const bar = element('div', 'search-bar');
  bar.append(input, close);
  box.append(bar, status, list);
  document.body.append(box);

  const base = index.slice(0, index.indexOf('assets/'));
  let ready: Promise<MiniSearch<Entry>> | undefined = fetchIndex(index);
  const show = async () => {
    const query = input.value.trim();
    try {
      ready ??= fetchIndex(index);
      const found = query ? ((await ready).search(query) as Found[]) : [];
      // Another letter may have come meanwhile.
      if (query !== input.value.trim()) return;
      status.textContent = query ? counted(found.length) : '';
      list.replaceChildren(...found.slice(0, most).map((one) => item(one, base)));
      list.scrollTop = 0;
    } catch {
      // The next letter asks again.
      ready = undefined;
      status.textContent = 'The index did not load, so nothing can be found now; the contents still lead everywhere.';
    }
  };
  input.addEventListener('input', show);
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link || event.target === box) box.close();
    // The address may stay the same, and the scene has gone on since.
    if (link && link.href === location.href) dispatchEvent(new HashChangeEvent('hashchange'));
  });
  box.addEventListener('keydown', (event) => {
    // Chromium would empty the field first, and close on a second press.
    if (event.key === 'Escape') box.close();
    else walk(event, input, list);
  });
  return box;
}

async function fetchIndex(index: string): Promise<MiniSearch<Entry>> {
  const response = await fetch(index);
  if (!response.ok) throw new Error(`The index answered ${response.status}.`);
  return MiniSearch.loadJSON<Entry>(await response.text(), options);
}

/** Arrows walk from the input through the results and back; Enter in the input takes the first. */
function walk(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const stops = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLInputElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (event.key === 'Enter' && at === 0) stops[1]?.click();
  else if (at < 0 || to === undefined) return;
  else stops[to]?.focus();
  event.preventDefault();
}

function counted(count: number): string {
  if (count === 0) return 'Nothing found.';
  if (count > most) return `${count} results, the best ${most} of them here.`;
  return count === 1 ? '1 result' : `${count} results`;
}

function item(found: Found, base: string): HTMLElement {
  const link = element('a');
  link.href = base + found.path.replace(/^\//, '');
  const words = [...new Set([...found.queryTerms, ...found.terms])].sort((a, b) => b.length - a.length);
  const title = element('b');
  title.append(...marked(excerpt(found.title, words, 90)));
  const place = element('small');
  place.textContent = found.place;
  const text = element('span');
  text.append(...marked(excerpt(found.text, words)));
  link.append(title, place, text);
  const li = element('li');
  li.append(link);
  return li;
}

function marked(parts: string[]): (Node | string)[] {
  return parts.map((part, i) => {
    if (i % 2 === 0) return part;
    const mark = element('mark');
    mark.textContent = part;
    return mark;
  });
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className = ''): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), className && { className });
}
