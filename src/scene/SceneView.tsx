import { Fragment, memo, useRef, useState } from 'react';
import { LivingTerminal } from '../terminal/LivingTerminal.tsx';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import { Bar } from './Bar.tsx';
import { Drive } from './Drive.tsx';
import type { PaneData, SceneData } from './data.ts';
import { LivingFigure } from './LivingFigure.tsx';
import { roomOf } from './room.ts';
import { historyRows } from './rows.ts';
import { rowsAsked, scoreOf, stagesOf } from './score.ts';
import { settle } from './settle.ts';
import { Tabs } from './Tabs.tsx';
import { Takes } from './Takes.tsx';
import { type Onward, Transcript } from './Transcript.tsx';
import { TypeIt } from './TypeIt.tsx';
import { useLit } from './use-lit.ts';
import { useLivingShare } from './use-living-share.ts';
import { useReducedMotion, useScene } from './use-scene.ts';
import { useTerminals } from './use-terminals.ts';
import { useWanted } from './use-wanted.ts';
import { Windows } from './Windows.tsx';

/** One scene. The server's markup and the living one are the same tree; which step shows is the island's `data-at` and the style sheet's work. */
export default function SceneView({ data, onward }: { data: SceneData; onward?: Onward | undefined }) {
  const { store, state, alive, act } = useScene(data);
  const reduced = useReducedMotion();
  const take = data.takes.find((one) => one.id === state.take) ?? data.takes[0];
  if (!take) throw new Error(`The scene ${data.id} has no takes.`);
  const stage = stagesOf(take)[state.step] ?? take.start;
  const { lit, setPointed, handlers } = useLit(stage);
  const place = useRef<HTMLElement>(null);
  const [lost, setLost] = useState(false);
  const screenOf = useTerminals(data, take, store, state, reduced, lost);
  const wanted = useWanted(place, alive, state.run > 0 || state.step > 0);
  const holds = useLivingShare(data.id, data.panes.length, wanted, state);
  const living = (pane: PaneData) => (
    <LivingTerminal rows={rowsOf(data, pane)} onGrow={grown} onOpen={screenOf(pane.id)} onLost={() => setLost(true)} />
  );
  return (
    <section
      ref={place}
      id={data.id}
      className={lit.part === null ? 'scene' : 'scene lit-scene'}
      tabIndex={-1}
      aria-labelledby={`${data.id}-title`}
      data-lens={data.lens}
      data-score={JSON.stringify(scoreOf(data))}
      data-rows={JSON.stringify(rowsAsked(data))}
      style={roomOf(data)}
      {...handlers}
    >
      <Bar scene={data} take={take} state={state} />
      <div className={data.takes.length > 1 ? 'stage varied' : 'stage'}>
        <Tabs scene={data} />
        <Windows scene={data} take={take} lit={lit} living={holds ? living : undefined} />
        <Takes scene={data} state={state} />
        {alive && (
          <LivingFigure
            stage={stage}
            lit={lit.part}
            onPoint={setPointed}
            reduced={reduced || state.speed === 'instant'}
            step={state.step}
            runs={state.phase === 'run'}
          />
        )}
        <Transcripts scene={data} all={alive} onward={onward} />
        <button type="button" className="enlarge" data-do="enlarge" aria-label={words.drive.enlarge} />
      </div>
      <Drive scene={data} state={state} alive={alive}>
        <TypeIt key={take.id} scene={data} take={take} state={state} act={act} />
      </Drive>
      <OtherTakes scene={data} />
      {lost && (
        <p className="island-note" role="status">
          {words.terminals.lost}
        </p>
      )}
    </section>
  );
}

/** Only the living scene has more takes to show than the first: the page is served without them. */
const Transcripts = memo(({ scene, all, onward }: { scene: SceneData; all: boolean; onward: Onward | undefined }) =>
  scene.takes
    .slice(0, all ? undefined : 1)
    .map((take, index) => <Transcript key={take.id} scene={scene} take={take} index={index} onward={onward} />),
);

/** Without scripts there is no switch: what it would swap in stands below the scene as text. */
const OtherTakes = memo(({ scene }: { scene: SceneData }) => {
  const others = scene.takes.slice(1);
  if (others.length === 0) return null;
  const [before, , after] = parts(words.steps.otherTakes);
  const [withTake, , itsSteps] = parts(words.steps.otherTake);
  return (
    <details className="others">
      <summary>
        {before}
        {others.map((take, i) => (
          <Fragment key={take.id}>
            {i > 0 && words.steps.andWith}
            <code>{take.label}</code>
          </Fragment>
        ))}
        {after}
      </summary>
      {others.map((take, i) => (
        <div key={take.id}>
          <p className="other-take">
            {withTake}
            <code>{take.label}</code>
            {itsSteps}
          </p>
          <Transcript scene={scene} take={take} index={i + 1} copy="-text" />
        </div>
      ))}
    </details>
  );
});

/** More of the answer has come: what its step shows stays in sight. */
function grown(element: HTMLElement): void {
  const island = element.closest<HTMLElement>('.island');
  if (island) settle(island);
}

/** As many rows as the pane's longest history: one terminal serves every take. */
function rowsOf(scene: SceneData, pane: PaneData): number {
  return Math.max(
    ...scene.takes.map((take) =>
      historyRows(stagesOf(take).map((stage) => ('printed' in stage ? stage.printed[pane.id] : undefined))),
    ),
  );
}
