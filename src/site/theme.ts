/** Where the reader's choice is remembered; absent: as the system has it. */
export const themeKey = 'theme';

/** Ties every theme switch to the page's theme, and to each other. */
export function bindTheme(document: Document): void {
  const root = document.documentElement;
  const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-theme-choice]')];
  const show = () => {
    const theme = root.dataset.theme ?? 'system';
    for (const input of inputs) input.checked = input.value === theme;
  };
  for (const input of inputs)
    input.addEventListener('change', () => {
      if (input.value === 'system') delete root.dataset.theme;
      else root.dataset.theme = input.value;
      remember(input.value);
      show();
    });
  show();
}

function remember(theme: string): void {
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage that is full or forbidden: the choice holds for this page.
  }
}
