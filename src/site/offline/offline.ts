import { messageSW, Workbox } from 'workbox-window';
import type { Asked } from './manifest.ts';

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
  const ask = (asked: Asked) => messageSW(worker, asked);
  await ask({ type: 'KEEP', path: location.pathname });
  document.body.dataset.kept = '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('.keep')) {
    button.classList.add('ready');
    button.addEventListener('click', () => keepAll(button, ask));
  }
}

async function keepAll(button: HTMLButtonElement, ask: (asked: Asked) => Promise<unknown>): Promise<void> {
  const status = button.nextElementSibling;
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  button.disabled = true;
  let kept = 0;
  const pages = (await ask({ type: 'PAGES' })) as string[];
  const found = await ask({ type: 'KEEP', path: document.body.dataset.index ?? '' });
  for (const path of pages) {
    if (await ask({ type: 'KEEP', path })) kept += 1;
    say(`${kept} of ${pages.length} pages kept.`);
  }
  const whole = found === true && kept === pages.length;
  say(
    whole
      ? 'All of it is kept: it reads and plays without a network.'
      : `${kept} of ${pages.length} pages are kept; the rest did not come.`,
  );
  button.disabled = whole;
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
    'A newer version of this site is there. ',
    button('Load it', () => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    }),
    button('Later', () => note.remove()),
  );
  document.body.append(note);
}
