import { useEffect, useRef, useState } from 'react';
import type { LensName } from '../diagram/lenses/index.ts';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import type { Bench } from './bench.ts';

interface Props {
  bench: Bench;
  lens: LensName;
  onLens(lens: LensName): void;
}

const lenses = Object.keys(words.workbench.lenses) as (keyof typeof words.workbench.lenses)[];

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
        aria-label={words.workbench.ends[asked].question}
        onKeyDown={({ key }) => key === 'Escape' && setAsked(undefined)}
      >
        <p>{words.workbench.ends[asked].question}</p>
        <button ref={keep} type="button" className="btn" onClick={() => setAsked(undefined)}>
          {words.workbench.keep}
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
          {words.workbench.ends[asked].go}
        </button>
      </div>
    );
  return (
    <div className="drive">
      {(['reset', 'off'] as const).map((what) => (
        <button key={what} ref={asks[what]} type="button" className="btn" onClick={() => setAsked(what)}>
          {words.workbench.ends[what].name}
        </button>
      ))}
      <label className="choose">
        <span>{words.workbench.lookAt}</span>
        <select value={lens} onChange={(event) => onLens(event.target.value as LensName)}>
          {lenses.map((value) => (
            <option key={value} value={value}>
              {words.workbench.lenses[value]}
            </option>
          ))}
        </select>
      </label>
      <p className="keys">
        {parts(words.workbench.leaves).map((part, index) => (index % 2 ? <kbd key={part}>{part}</kbd> : part))}
      </p>
    </div>
  );
}
