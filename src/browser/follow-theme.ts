import { whenShownAgain } from '../scene/shown-again.ts';
import { themeKey } from './theme.ts';

/** Gives the page the theme that was chosen on another one, from now on. A choice that could not be kept stays its page's. */
export function followTheme(document: Document): void {
  const { dataset } = document.documentElement;
  const follow = () => {
    if (dataset.unkept !== undefined) return;
    try {
      const theme = localStorage.getItem(themeKey);
      if (theme === 'light' || theme === 'dark') dataset.theme = theme;
      else delete dataset.theme;
    } catch {
      // Storage that is forbidden says nothing.
    }
    for (const input of document.querySelectorAll<HTMLInputElement>('[data-theme-choice]'))
      input.checked = input.value === (dataset.theme ?? 'system');
  };
  follow();
  whenShownAgain(follow);
}
