import MiniSearch from 'minisearch';
import * as words from '../../words/index.ts';
import { addStyles } from '../add-styles.ts';
import { isComposing } from '../composing.ts';
import { excerpt } from './excerpt.ts';
import { type Answer, type Found, find } from './find.ts';
import { type Entry, options } from './options.ts';
import styles from './search.css?inline';

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
  box.setAttribute('aria-label', words.search.name);
  const input = element('input');
  input.type = 'search';
  input.setAttribute('aria-label', words.search.looksIn);
  input.placeholder = words.search.like;
  const close = element('button');
  close.type = 'button';
  close.textContent = words.search.close;
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
      const loaded = await ready;
      // Another letter may have come meanwhile.
      if (query !== input.value.trim()) return;
      // A space behind the last word says that it is whole.
      const answer = find(loaded, input.value.trimStart());
      status.textContent = query ? told(answer) : '';
      const items = answer.found.slice(0, most).map((one) => item(one, base));
      list.replaceChildren(...(query && items.length === 0 ? [ledgerItem(base)] : items));
      list.scrollTop = 0;
    } catch {
      // The next letter asks again.
      ready = undefined;
      status.textContent = words.search.lost;
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
    if (isComposing(event)) return;
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

/** How much was found, and what of the question it leaves out. */
function told({ found: { length }, whole, unknown }: Answer): string {
  const not = unknown.length ? words.search.unknown(unknown) : words.search.nothing;
  if (length === 0) return `${not} ${words.search.everything}`;
  if (unknown.length) return `${not} ${words.search.nearest}`;
  if (whole === 0) return words.search.notWhole(length);
  return whole < length ? words.search.whole(whole, length - whole) : words.search.results(length);
}

function item(found: Found, base: string): HTMLElement {
  const terms = new Set([...found.queryTerms, ...found.terms]);
  const title = marked(excerpt(found.title, terms, 90));
  const li = itemOf(base + found.path.replace(/^\//, ''), title, found.place, marked(excerpt(found.text, terms)));
  if (found.tone) li.dataset.tone = found.tone;
  // A step's title is its command.
  const name = li.querySelector('b');
  if (name && found.kind === 'step') name.translate = false;
  return li;
}

/** Where to look when nothing was found. */
function ledgerItem(base: string): HTMLElement {
  const { title, place, text } = words.search.ledger;
  return itemOf(`${base}ledger/`, [title], place, [text]);
}

function itemOf(href: string, title: (Node | string)[], place: string, text: (Node | string)[]): HTMLElement {
  const link = element('a');
  link.href = href;
  const parts = [element('b'), element('small'), element('span')] as const;
  parts[0].append(...title);
  parts[1].append(place);
  parts[2].append(...text);
  link.append(...parts);
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
