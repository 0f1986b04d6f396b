/** Where the reader's choice is remembered; absent: as the system has it. */
export const themeKey = 'theme';

/** Ties every theme switch to the page's theme, and to each other. */
export function bindTheme(document: Document): void {
  const { dataset } = document.documentElement;
  const inputs = document.querySelectorAll<HTMLInputElement>('[data-theme-choice]');
  const show = () => {
    for (const input of inputs) input.checked = input.value === (dataset.theme ?? 'system');
  };
  for (const input of inputs)
    input.addEventListener('change', () => {
      if (input.value === 'system') delete dataset.theme;
      else dataset.theme = input.value;
      show();
      try {
        if (input.value === 'system') localStorage.removeItem(themeKey);
        else localStorage.setItem(themeKey, input.value);
      } catch {
        // Storage that is full or forbidden: the choice holds for this page.
        dataset.unkept = '';
      }
    });
  show();
}
