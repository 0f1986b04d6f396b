import { recall } from '../../scene/memory.ts';
import * as words from '../../words/index.ts';
import { doneIn, placeOf, seenIn } from './progress.ts';

/** Shows in the contents what the record holds: scenes that were seen to their end, how many, and the way back to where the reader was. */
export function showProgress(document: Document): void {
  const record = recall();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-scenes]')) {
    const done = doneIn(record, link.dataset.scenes ?? '');
    link.classList.toggle('done', done);
    link.querySelector('.said-done')?.remove();
    if (done) link.append(element('span', 'said-done visually-hidden', words.progress.done));
  }
  const seen = seenIn(record).length;
  for (const line of document.querySelectorAll<HTMLElement>('.so-far'))
    line.textContent = seen ? words.progress.seen(seen, line.dataset.of ?? '') : '';
  for (const old of document.querySelectorAll('.go-on')) old.remove();
  const place = placeOf(record);
  // Who stands before a scene's first step has not begun.
  if (!place || !Number(place.step) || place.path === location.pathname) return;
  for (const room of document.querySelectorAll('.rail, .menu-sheet')) {
    // A place that is in none of the chapters is left alone: the site may have changed since.
    const chapter = room.querySelector<HTMLAnchorElement>(`nav a[href="${CSS.escape(place.path)}"]`);
    if (!chapter) continue;
    const name = chapter.firstChild?.nodeType === Node.TEXT_NODE ? chapter.firstChild : chapter.childNodes[1];
    const link = element('a', '', words.progress.goOn(name?.textContent ?? '', place.step));
    (link as HTMLAnchorElement).href = place.path + place.hash;
    const line = element('p', 'go-on', '');
    line.append(link);
    room.append(line);
  }
}

function element(name: 'a' | 'p' | 'span', className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
