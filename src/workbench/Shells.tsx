import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { controlled } from '../terminal/keys.ts';
import { LiveShell } from '../terminal/LiveShell.tsx';
import type { Shell } from '../terminal/shell.ts';
import * as words from '../words/index.ts';
import { type Bench, showPrompt } from './bench.ts';
import type { Line } from './guest.ts';
import { Keys } from './Keys.tsx';

interface Props {
  bench: Bench;
  life: number;
  /** The shell that is typed into, or was last. */
  at: number;
  onAt(at: number): void;
  onLeave(): void;
}

const lines: Line[] = [0, 2];
/** As xterm.js draws them: src/terminal/xterm.ts. */
const rowHeight = 19;
const fewestRows = 4;

/** The two shells, and the keys that a keyboard on glass lacks. */
export function Shells({ bench, life, at, onAt, onLeave }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const open = useRef<(Shell | undefined)[]>([]);
  const [control, setControl] = useState(false);
  const rows = useRows(place);
  useEffect(() => bench.fit(rows), [bench, rows]);
  const type = (line: Line, text: string) => {
    bench.type(line, control ? controlled(text) : text);
    setControl(false);
  };
  return (
    <div ref={place} className="terms" translate="no">
      {lines.map((line, index) => (
        <ShellWindow
          key={line}
          bench={bench}
          line={line}
          number={index + 1}
          life={life}
          rows={rows}
          onType={(text) => type(line, text)}
          onLeave={onLeave}
          onFocus={() => onAt(index)}
          onOpen={(shell) => {
            open.current[index] = shell;
          }}
        />
      ))}
      <Keys
        control={control}
        onControl={() => setControl(!control)}
        onPress={(key) => {
          setControl(false);
          open.current[at]?.press(key);
        }}
      />
    </div>
  );
}

/** How many rows a shell has room for: both have the same, whichever of them is in sight. */
function useRows(place: React.RefObject<HTMLElement | null>): number {
  const [rows, setRows] = useState(9);
  useLayoutEffect(() => {
    const views = [...(place.current?.querySelectorAll<HTMLElement>('.view') ?? [])];
    const measure = () => {
      const heights = views.map(({ clientHeight }) => clientHeight).filter((height) => height > 0);
      if (heights.length) setRows(Math.max(fewestRows, Math.floor(Math.min(...heights) / rowHeight)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const view of views) observer.observe(view);
    return () => observer.disconnect();
  }, [place]);
  return rows;
}

interface WindowProps {
  bench: Bench;
  line: Line;
  number: number;
  life: number;
  rows: number;
  onType(text: string): void;
  onLeave(): void;
  onFocus(): void;
  onOpen(shell: Shell | undefined): void;
}

function ShellWindow({ bench, line, number, life, rows, onType, onLeave, onFocus, onOpen }: WindowProps) {
  const [shell, setShell] = useState<Shell>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each life of the machine begins with an empty screen
  useEffect(() => {
    onOpen(shell);
    if (!shell) return;
    shell.clear();
    if (number === 1) shell.focus();
    // What was said before the terminal was open is shown again.
    bench.type(line, showPrompt);
    return bench.hear(line, shell.write);
  }, [bench, line, shell, life]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the terminal in it is what has the focus
    <div className="window" data-shell={number} onFocus={onFocus}>
      <div className="title">{words.workbench.shell(number)}</div>
      <div className="view">
        <LiveShell
          label={words.workbench.shellLabel(number)}
          rows={rows}
          onType={onType}
          onLeave={onLeave}
          onOpen={setShell}
        />
      </div>
    </div>
  );
}
