import { whenShownAgain } from '../scene/shown-again.ts';

/** Where the reader's choice is remembered; absent: as the system has it. */
export const themeKey = 'theme';

/** Ties every theme switch to the page's theme, to each other, and to what was chosen on other pages meanwhile. */
export function bindTheme(document: Document): void {
  const root = document.documentElement;
  const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-theme-choice]')];
  const show = () => {
    const theme = root.dataset.theme ?? 'system';
    for (const input of inputs) input.checked = input.value === theme;
  };
  const set = (theme: string) => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    show();
  };
  let lasting = true;
  for (const input of inputs)
    input.addEventListener('change', () => {
      set(input.value);
      lasting = remember(input.value);
    });
  show();
  // A page in a frame has no switch: its theme is its address's.
  if (inputs.length) whenShownAgain(() => lasting && set(remembered() ?? root.dataset.theme ?? ''));
}

/** False where storage is full or forbidden: the choice holds for this page. */
function remember(theme: string): boolean {
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
    return true;
  } catch {
    return false;
  }
}

function remembered(): string | undefined {
  try {
    return localStorage.getItem(themeKey) ?? 'system';
  } catch {
    return undefined;
  }
}
