import { useEffect, useRef } from 'react';
import type { LivingScreen } from './xterm.ts';

interface Props {
  rows: number;
  /** Hands over the way to show text, and takes it back. */
  onOpen(show: ((text: string) => void) | undefined): void;
  /** Is told when it can't open. */
  onLost(): void;
}

const rowHeight = 19;

/** A pane's terminal, laid over its static rows; until it shows something, they stay. */
export function LivingTerminal({ rows, onOpen, onLost }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const told = useRef({ onOpen, onLost });
  told.current = { onOpen, onLost };

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let gone = false;
    let screen: LivingScreen | undefined;
    const show = (text: string) =>
      screen?.show(text, (row) => {
        if (!gone) follow(element, text === '' ? 0 : row + 1);
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

/** As high as what was printed, and scrolled to its end. */
function follow(host: HTMLElement, rows: number): void {
  const screen = host.parentElement;
  const view = screen?.parentElement;
  if (!screen || !view) return;
  host.classList.add('ready');
  host.classList.toggle('closed', rows === 0);
  screen.style.height = `${rows * rowHeight}px`;
  view.scrollTop = view.scrollHeight;
}
