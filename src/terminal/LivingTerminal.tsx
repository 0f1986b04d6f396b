import { useEffect, useRef } from 'react';
import type { LivingScreen } from './xterm.ts';

interface Props {
  rows: number;
  /** Is told when what it shows has another height. */
  onGrow(element: HTMLElement): void;
  /** Hands over the way to show text, and takes it back. */
  onOpen(show: ((text: string) => void) | undefined): void;
  /** Is told when it can't open. */
  onLost(): void;
}

/** A pane's terminal, laid over its static rows; until it shows something, they stay. */
export function LivingTerminal({ rows, onGrow, onOpen, onLost }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const told = useRef({ onGrow, onOpen, onLost });
  told.current = { onGrow, onOpen, onLost };

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let gone = false;
    let screen: LivingScreen | undefined;
    const show = (text: string) =>
      screen?.show(text, (row) => {
        if (gone) return;
        follow(element, text === '' ? 0 : row + 1);
        told.current.onGrow(element);
      });
    // A failure leaves the static rows, which show every step as well.
    import('./xterm.ts')
      .then(({ openScreen }) => inTurn(() => (gone ? undefined : openScreen(element, rows))))
      .then((living) => {
        if (gone) return living?.dispose();
        screen = living;
        told.current.onOpen(show);
      })
      .catch(() => told.current.onLost());
    return () => {
      gone = true;
      told.current.onOpen(undefined);
      // Where this terminal goes, the static rows show the same again, at their own height.
      element.parentElement?.style.removeProperty('height');
      screen?.dispose();
    };
  }, [rows]);

  return <div ref={host} className="xterm-host" />;
}

let turn: Promise<unknown> = Promise.resolve();

/** One terminal opens after the other, each in a task of its own: between two the page can be drawn, and answers. */
function inTurn<T>(open: () => T): Promise<Awaited<T>> {
  const opened = turn.then(() => new Promise((next) => setTimeout(next))).then(open);
  turn = opened.catch(() => {});
  return opened as Promise<Awaited<T>>;
}

/** As high as what was printed; what of it is in sight is the stage's to say. */
function follow(host: HTMLElement, rows: number): void {
  host.classList.add('ready');
  host.classList.toggle('closed', rows === 0);
  host.parentElement?.style.setProperty('height', `calc(${rows} * var(--row))`);
}
