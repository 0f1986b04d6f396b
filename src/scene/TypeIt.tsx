import { type KeyboardEvent, useState } from 'react';
import type { State } from '../player/state.ts';
import type { SceneData, TakeData } from './data.ts';
import { completionOf, stepTyped } from './typed.ts';

interface Props {
  scene: SceneData;
  take: TakeData;
  state: State;
  /** Runs the step (0-based) that was typed; absent until the scene is alive. */
  onRun: ((step: number) => void) | undefined;
}

/** A prompt of the reader's own. It answers the scene's recorded commands and nothing else: no answer is ever made up. */
export function TypeIt({ scene, take, state, onRun }: Props) {
  const [line, setLine] = useState('');
  const [refused, setRefused] = useState('');
  const [copied, setCopied] = useState(false);
  const steps = take.steps.map((step) => step.inputs.map((input) => input.command));
  const suggested = completionOf(line, steps, state.step);
  const id = `${scene.id}-type`;

  const change = (text: string) => {
    setLine(text);
    setRefused('');
    setCopied(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const atEnd = selectionStart === value.length && selectionEnd === value.length;
    if (event.key === 'ArrowRight' && atEnd && suggested) {
      event.preventDefault();
      change(suggested);
    }
    if (event.key !== 'Enter' || line.trim() === '') return;
    const step = stepTyped(line, steps, state.step);
    if (step === undefined) setRefused(line.trim());
    else {
      change('');
      onRun?.(step);
    }
  };
  return (
    <div className="type">
      <span id={id} className="name">
        Type it yourself
      </span>
      <span className="line">
        <span aria-hidden="true">$</span>
        <span className="field">
          <span className="ghost" aria-hidden="true">
            <span>{line}</span>
            {suggested?.slice(line.trimStart().length)}
          </span>
          <input
            aria-labelledby={id}
            value={line}
            onChange={(event) => change(event.target.value)}
            onKeyDown={onKeyDown}
            aria-describedby={`${id}-hint`}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            enterKeyHint="go"
            spellCheck={false}
          />
        </span>
        <button
          type="button"
          className={refused ? 'take-away' : 'take-away nothing'}
          onClick={() => navigator.clipboard?.writeText(refused).then(() => setCopied(true))}
        >
          {copied ? 'Copied' : 'Copy it'}
        </button>
      </span>
      <span id={`${id}-hint`} className="hint" role="status">
        {refused ? (
          <>
            Not recorded: copy it, or try{' '}
            {/* Beside the scene, which keeps its place; from a frame, whose site may not show the workbench in it. */}
            <a href={`${import.meta.env.BASE_URL}workbench/`} target="_blank" rel="noopener">
              the workbench
            </a>
            .
          </>
        ) : (
          'Takes the recorded commands; → completes one.'
        )}
      </span>
    </div>
  );
}
