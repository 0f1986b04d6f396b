import { messageSW, Workbox } from 'workbox-window';
import { whenShownAgain } from '../../scene/shown-again.ts';
import * as words from '../../words/index.ts';
import type { Asked, HowMuch } from './manifest.ts';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

/** Has a service worker keep the page that is read, offers to keep the rest, and offers a newer version when there is one. */
export async function begin(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const address = `${import.meta.env.BASE_URL}sw.js`;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  // The page's policy lets this one address through, under this one name.
  const policy = trustedTypes?.createPolicy('offline', { createScriptURL: () => address });
  const workbox = new Workbox(policy?.createScriptURL(address) ?? address);
  workbox.addEventListener('waiting', () => offerNewer(workbox));
  await workbox.register();
  const { active } = await navigator.serviceWorker.ready;
  const worker = navigator.serviceWorker.controller ?? active;
  if (!worker) return;
  const ask: Ask = (asked) => messageSW(worker, asked);
  await ask({ type: 'KEEP', path: location.pathname });
  document.body.dataset.kept = '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('.keep')) {
    button.classList.add('ready');
    button.addEventListener('click', () => keepAll(button, ask));
  }
  await sayWhatIsKept(ask);
  // Another tab may have kept more, or the reader may have cleared the browser's storage.
  document.addEventListener('visibilitychange', () => !document.hidden && sayWhatIsKept(ask));
  whenShownAgain(() => sayWhatIsKept(ask));
}

type Ask = (asked: Asked) => Promise<unknown>;

async function sayWhatIsKept(ask: Ask): Promise<void> {
  // A button that is pressed counts by itself.
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.keep:not([data-busy])')];
  if (!buttons.length) return;
  const answer = (await ask({ type: 'KEPT' })) as HowMuch;
  for (const button of buttons) if (button.dataset.busy === undefined) show(button, answer);
}

function show(button: HTMLButtonElement, { kept, pages, whole }: HowMuch): void {
  button.disabled = whole;
  button.textContent = (button.textContent ?? '').replace(
    /^\w+/,
    whole ? words.offline.keptWord : words.offline.keepWord,
  );
  say(button, whole ? words.offline.all : words.offline.kept(kept, pages));
}

function say({ nextElementSibling: status }: HTMLButtonElement, text: string): void {
  if (status) status.textContent = text;
}

async function keepAll(button: HTMLButtonElement, ask: Ask): Promise<void> {
  button.disabled = true;
  button.dataset.busy = '';
  let kept = 0;
  const pages = (await ask({ type: 'PAGES' })) as string[];
  const found = await ask({ type: 'KEEP', path: document.body.dataset.index ?? '' });
  for (const path of pages) {
    if (await ask({ type: 'KEEP', path })) kept += 1;
    say(button, words.offline.keeping(kept, pages.length));
  }
  const whole = found === true && kept === pages.length;
  delete button.dataset.busy;
  show(button, { kept, pages: pages.length, whole });
  if (!whole) say(button, words.offline.partly(kept, pages.length));
}

/** Never by itself: a scene may be in its middle. */
function offerNewer(workbox: Workbox): void {
  if (document.querySelector('.newer')) return;
  const note = document.createElement('p');
  note.className = 'newer';
  note.role = 'status';
  const button = (text: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  note.append(
    words.offline.newer,
    button(words.offline.load, () => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    }),
    button(words.offline.later, () => note.remove()),
  );
  document.body.append(note);
}
