import type { Score } from '../player/state.ts';
import type { Act } from './acts.ts';

/** The keys of a scene that has the focus, except where they mean something to what is focused or to an input method. */
export function actOfKey(event: KeyboardEvent, score: Score, answers: number): [what: Act, value: number] | undefined {
  const { key } = event;
  const on = event.target as Element;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || on.matches('input,select,textarea'))
    return;
  if (key === ' ') return on.closest('button,a,summary') ? undefined : ['next', 0];
  // While a question stands, its answers have the numbers.
  if (key > '0' && key <= `${answers}`) return ['pick', Number(key) - 1];
  if (key > '0' && key <= '9') return Number(key) <= score.steps ? ['seek', Number(key)] : undefined;
  // What a presenter's clicker sends; elsewhere these scroll the page.
  const clicked: Record<string, Act> = document.fullscreenElement ? { PageDown: 'next', PageUp: 'back' } : {};
  const keys: Record<string, Act> = {
    ArrowRight: 'next',
    ArrowLeft: 'back',
    Home: 'home',
    End: 'end',
    s: 'speed',
    f: 'full',
    '?': 'help',
  };
  const what = { ...keys, ...clicked }[key];
  return what ? [what, 0] : undefined;
}
