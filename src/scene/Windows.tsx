import { type CSSProperties, memo, type ReactNode } from 'react';
import * as words from '../words/index.ts';
import type { PaneData, Row, SceneData, StageData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { idleRow, markKey } from './rows.ts';
import { opensAt, stagesOf } from './score.ts';
import { toneOf } from './tone.ts';
import type { Lit } from './use-lit.ts';

interface Props {
  scene: SceneData;
  take: TakeData;
  lit: Lit;
  /** The living terminal of a pane, when there is one. */
  living: ((pane: PaneData) => ReactNode) | undefined;
}

/** The terminals as pictures: the transcript carries their text, so nothing of it is read aloud; one whose text is longer than its window can be scrolled by keyboard. */
export function Windows({ scene, take, lit, living }: Props) {
  return (
    <div className="terms" translate="no">
      {scene.panes.map((pane) => (
        <div key={pane.id} className={pane.via ? 'window in' : 'window'} data-pane={pane.id}>
          <div className="title" aria-hidden="true">
            {pane.title}
            {pane.via && <code>{pane.via}</code>}
          </div>
          {/* Chromium puts a scroll container into the tab order: https://developer.chrome.com/blog/keyboard-focusable-scrollers */}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
          <div className="view" tabIndex={-1} role="group" aria-label={words.terminals.name(pane.title)}>
            <div className="screen" aria-hidden="true">
              {living?.(pane)}
              <Rows pane={pane} take={take} />
              <Marks pane={pane} take={take} scene={scene} lit={lit} />
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}

/** The rows of every step, each visible from its step on; then the prompts, each visible at its step only. */
const Rows = memo(({ pane, take }: { pane: PaneData; take: TakeData }) => {
  const stages = stagesOf(take);
  const printed = stages.map((stage) => ('printed' in stage ? stage.printed[pane.id] : undefined));
  return (
    <div className="rows">
      {numbered(printed).map(({ value: one, at: k }) => (
        <div key={k} className="from" data-k={k} style={one && at(one.firstRow)}>
          {numbered(one?.rows ?? []).map(({ value: row, at: r }) => (
            <ScreenRow key={r} row={row} />
          ))}
        </div>
      ))}
      {numbered(stages).map(({ value: stage, at: k }) => (
        <Idle
          key={k}
          stage={stage}
          pane={pane}
          k={k}
          row={idleRow(printed.slice(0, k + 1))}
          opens={opensAt(take, pane.id)}
          next={take.steps[k]?.inputs.find((input) => input.pane === pane.id)?.command}
        />
      ))}
    </div>
  );
});

interface IdleProps {
  stage: StageData;
  pane: PaneData;
  k: number;
  row: number;
  /** The stage at which the pane opens. */
  opens: number;
  /** What the next step types here. */
  next: string | undefined;
}

/** The prompt that waits, and behind it, paler, what will be typed there; of a pane that is not open yet, when it will be. */
function Idle({ stage, pane, k, row, opens, next }: IdleProps) {
  const idle = stage.idle[pane.id];
  return (
    <div className="only" data-k={k} style={idle && at(row)}>
      {idle && <ScreenRow row={idle} cursor />}
      {k < opens && <span className="closed">{words.terminals.opensAfter(opens)}</span>}
      {idle && next && (
        <span className="ghost" style={{ '--c': columns(idle) } as CSSProperties}>
          {next}
        </span>
      )}
    </div>
  );
}

function columns(row: Row): number {
  return row.reduce((sum, run) => sum + run.text.length, 0);
}

function ScreenRow({ row, cursor }: { row: Row; cursor?: boolean }) {
  return (
    <div className="row">
      {numbered(row).map(({ value: run, at: i }) =>
        run.look ? (
          <span key={i} className={`l-${run.look}`}>
            {run.text}
          </span>
        ) : (
          run.text
        ),
      )}
      {cursor && <i className="cursor" />}
    </div>
  );
}

/** What is marked in the output, laid over the rows: equal over the static rows and over the living terminal. */
function Marks({ pane, take, scene, lit }: { pane: PaneData; take: TakeData; scene: SceneData; lit: Lit }) {
  return (
    <div className="marks">
      {numbered(stagesOf(take)).map(({ value: stage, at: k }) => {
        const step = 'id' in stage ? stage : undefined;
        const proof = step?.predict?.proof.pane === pane.id ? step.predict.proof : undefined;
        return (
          <div key={k} className="from" data-k={k}>
            {proof && <i className="proof" style={at(proof.row)} />}
            {step?.printed[pane.id]?.marks.map((mark) => (
              <i
                key={`${mark.row} ${mark.column}`}
                ref={lit.focused === markKey(pane.id, mark) ? intoSight : undefined}
                className={markClass(lit, step.entities[mark.entity], markKey(pane.id, mark))}
                data-tone={toneOf(step.entities[mark.entity], scene)}
                data-entity={mark.entity}
                style={{ '--r': mark.row, '--c': mark.column } as CSSProperties}
              >
                {mark.text}
              </i>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** The token that has the focus is for those who listen; those who look find its mark, wherever the terminal was scrolled to. The page stays where it is. */
function intoSight(mark: HTMLElement | null): void {
  const view = mark?.closest('.view');
  if (!mark || !view) return;
  const [shown, wanted] = [view.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (wanted.top < shown.top || wanted.bottom > shown.bottom)
    view.scrollTop += wanted.top - shown.top - shown.height / 2;
  if (wanted.left < shown.left || wanted.right > shown.right)
    view.scrollLeft += wanted.left - shown.left - shown.width / 3;
}

function markClass(lit: Lit, part: string | undefined, key: string): string {
  const words = ['mark', part !== undefined && part === lit.part && 'lit', key === lit.focused && 'focused'];
  return words.filter(Boolean).join(' ');
}

function at(row: number): CSSProperties {
  return { '--r': row } as CSSProperties;
}
