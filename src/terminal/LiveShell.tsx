import { useEffect, useRef } from 'react';
import type { Shell } from './shell.ts';

interface Props {
  label: string;
  rows: number;
  onType(text: string): void;
  onLeave(): void;
  /** Hands over the opened terminal, and takes it back. */
  onOpen(shell: Shell | undefined): void;
}

/** A terminal that a reader types into, of a fixed size. */
export function LiveShell(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const { label, rows } = props;
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let gone = false;
    let shell: Shell | undefined;
    import('./xterm.ts')
      .then(({ openShell }) =>
        openShell(element, rows, label, {
          onType: (text) => latest.current.onType(text),
          onLeave: () => latest.current.onLeave(),
        }),
      )
      .then((opened) => {
        if (gone) return opened.dispose();
        shell = opened;
        latest.current.onOpen(opened);
      });
    return () => {
      gone = true;
      latest.current.onOpen(undefined);
      shell?.dispose();
    };
  }, [label, rows]);
  return <div ref={host} className="shell-host" />;
}
