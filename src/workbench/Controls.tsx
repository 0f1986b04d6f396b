import { useEffect, useRef, useState } from 'react';
import type { LensName } from '../diagram/lenses/index.ts';
import type { Bench } from './bench.ts';
import { words } from './words.ts';

interface Props {
  bench: Bench;
  lens: LensName;
  onLens(lens: LensName): void;
}

/** What drives the machine. What would lose all that was built asks first, and the answer that keeps it has the focus. */
export function Controls({ bench, lens, onLens }: Props) {
  const [asked, setAsked] = useState<'reset' | 'off'>();
  const keep = useRef<HTMLButtonElement>(null);
  const asks = { reset: useRef<HTMLButtonElement>(null), off: useRef<HTMLButtonElement>(null) };
  const before = useRef(asked);
  useEffect(() => {
    if (asked) keep.current?.focus();
    else if (before.current) asks[before.current].current?.focus();
    before.current = asked;
  });
  if (asked)
    return (
      <div
        className="drive"
        role="alertdialog"
        aria-label={words.sure[asked].question}
        onKeyDown={({ key }) => key === 'Escape' && setAsked(undefined)}
      >
        <p>{words.sure[asked].question}</p>
        <button ref={keep} type="button" className="btn" onClick={() => setAsked(undefined)}>
          {words.keep}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            setAsked(undefined);
            if (asked === 'reset') bench.reset();
            else bench.stop();
          }}
        >
          {words.sure[asked].go}
        </button>
      </div>
    );
  return (
    <div className="drive">
      {(['reset', 'off'] as const).map((what) => (
        <button key={what} ref={asks[what]} type="button" className="btn" onClick={() => setAsked(what)}>
          {words[what]}
        </button>
      ))}
      <label className="choose">
        <span>{words.lookAt}</span>
        <select value={lens} onChange={(event) => onLens(event.target.value as LensName)}>
          {words.lenses.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className="keys">
        <kbd>Esc</kbd> or <kbd>Shift</kbd>+<kbd>Tab</kbd> leaves a shell.
      </p>
    </div>
  );
}
