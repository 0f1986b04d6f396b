import * as words from '../../words/index.ts';
import type * as Alive from '../../workbench/alive.tsx';

// Fetches the workbench when its button is pressed, and nothing of it before.
const place = document.querySelector<HTMLElement>('[data-bench]');
const button = place?.querySelector<HTMLButtonElement>('[data-bench-start]');
// Served disabled: a press before this moment would be nobody's.
if (button) button.disabled = false;
button?.addEventListener('click', async () => {
  button.disabled = true;
  try {
    const { wake } = (await import(/* @vite-ignore */ place?.dataset.bench ?? '')) as typeof Alive;
    if (place) wake(place);
  } catch (error) {
    console.error(error);
    button.disabled = false;
    button.textContent = words.bench.notLoaded;
  }
});
