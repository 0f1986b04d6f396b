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

/** A terminal that a reader types into, of as many rows as it is given. */
export function LiveShell(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const open = useRef<Shell | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const { label, rows } = props;
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let gone = false;
    import('./xterm.ts')
      .then(({ openShell }) =>
        openShell(element, latest.current.rows, label, {
          onType: (text) => latest.current.onType(text),
          onLeave: () => latest.current.onLeave(),
        }),
      )
      .then((opened) => {
        if (gone) return opened.dispose();
        open.current = opened;
        opened.fit(latest.current.rows);
        latest.current.onOpen(opened);
      });
    return () => {
      gone = true;
      latest.current.onOpen(undefined);
      open.current?.dispose();
      open.current = undefined;
    };
  }, [label]);
  useEffect(() => open.current?.fit(rows), [rows]);
  return <div ref={host} className="shell-host" />;
}
