import { type KeyboardEvent, useState } from 'react';
import type { State } from '../player/state.ts';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import type { SceneData, TakeData } from './data.ts';
import { completionOf, stepTyped } from './typed.ts';

interface Props {
  scene: SceneData;
  take: TakeData;
  state: State;
  /** Runs the step (0-based) that was typed, or gives the button its place back; absent until the scene is alive. */
  act: ((what: string, value: number) => void) | undefined;
}

/** A prompt of the reader's own. It answers the scene's recorded commands and nothing else: no answer is ever made up. */
export function TypeIt({ scene, take, state, act }: Props) {
  const [line, setLine] = useState('');
  const [refused, setRefused] = useState('');
  const [copied, setCopied] = useState(false);
  const steps = take.steps.map((step) => step.inputs.map((input) => input.command));
  const suggested = completionOf(line, steps, state.step);
  const id = `${scene.id}-type`;
  const [refusal, workbench, end] = parts(words.type.refused);

  const change = (text: string) => {
    setLine(text);
    setRefused('');
    setCopied(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method's own keys: https://developer.mozilla.org/en-US/docs/Web/API/KeyboardEvent/isComposing
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const atEnd = selectionStart === value.length && selectionEnd === value.length;
    if (event.key === 'ArrowRight' && atEnd && suggested) {
      event.preventDefault();
      change(suggested);
    }
    if (event.key === 'Escape') {
      change('');
      act?.('typing', 0);
    }
    if (event.key !== 'Enter' || line.trim() === '') return;
    const step = stepTyped(line, steps, state.step);
    if (step === undefined) setRefused(line.trim());
    else {
      change('');
      act?.('type', step);
    }
  };
  return (
    <div className="type">
      <span id={id} className="visually-hidden">
        {words.type.name}
      </span>
      <span className="field">
        <span aria-hidden="true">$ </span>
        <span className="line">
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
      </span>
      <span className="hint">
        <span id={`${id}-hint`} role="status">
          {refused ? (
            <>
              {refusal}
              {/* Beside the scene, which keeps its place; from a frame, whose site may not show the workbench in it. */}
              <a href={`${import.meta.env.BASE_URL}workbench/`} target="_blank" rel="noopener">
                {workbench}
              </a>
              {end}
            </>
          ) : (
            words.type.hint
          )}
        </span>
        {refused && (
          <button type="button" onClick={() => navigator.clipboard?.writeText(refused).then(() => setCopied(true))}>
            {copied ? words.type.copied : words.type.copy}
          </button>
        )}
      </span>
    </div>
  );
}
