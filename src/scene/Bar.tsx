import type { State } from '../player/state.ts';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import type { SceneData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { stagesOf } from './score.ts';
import { Versions } from './Versions.tsx';

const speeds = ['0.5', '1', '2', 'instant'];

/** Title and step; then what can be done with the scene as a whole. */
export function Bar({ scene, take, state }: { scene: SceneData; take: TakeData; state: State }) {
  const steps = take.steps.length;
  const about = `${scene.id}-about`;
  return (
    <div className="bar">
      <h2 id={`${scene.id}-title`}>{scene.title}</h2>
      <span className="count stack">
        {numbered(stagesOf(take)).map(({ at: k }) => (
          <span key={k} data-k={k}>
            {k === 0 ? words.bar.steps(steps) : <At step={k} steps={steps} />}
          </span>
        ))}
      </span>
      {/* Shown once another take is. */}
      {scene.takes.length > 1 && <span className="other">{words.bar.otherTake}</span>}
      <button type="button" className="prov" popoverTarget={about}>
        <RecordedOn take={take} />
      </button>
      <button type="button" className="share" popoverTarget={about}>
        {words.bar.share}
      </button>
      <Speed state={state} />
      <button type="button" className="icon full" data-do="full" aria-label={words.bar.full}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
        </svg>
      </button>
      <button type="button" className="icon more" popoverTarget={about} aria-label={words.bar.more}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.6" strokeLinecap="round" />
        </svg>
      </button>
      <About scene={scene} take={take} id={about} />
    </div>
  );
}

function At({ step, steps }: { step: number; steps: number }) {
  const [, word, at] = parts(words.bar.stepOf(step, steps));
  return (
    <>
      <i>{word}</i>
      {at}
    </>
  );
}

function Speed({ state }: { state: State }) {
  return (
    <button type="button" className="icon speed" data-do="speed" aria-label={words.bar.speed(`${state.speed}`)}>
      <span className="stack">
        {speeds.map((speed) => (
          <span key={speed} data-speed={speed}>
            {speed === 'instant' ? words.bar.instant : words.bar.times(speed)}
          </span>
        ))}
      </span>
    </button>
  );
}

/** Where and when a take was recorded, in a line. */
export function RecordedOn({ take: { provenance } }: { take: TakeData }) {
  const kernel = provenance.kernel.match(/^\d+\.\d+/)?.[0] ?? provenance.kernel;
  // Without what a distribution has appended: 28.5.2+dfsg4.
  const docker = provenance.docker.split('+')[0] ?? '';
  const [, on, versions, day] = parts(words.bar.recordedOn(kernel, docker, provenance.recorded.slice(0, 10)));
  return (
    <>
      <span className="on">{on}</span>
      {versions}
      <span className="date">{day}</span>
    </>
  );
}

/** The ways to take a scene elsewhere, what it was recorded on, and its keys. The buttons work where a script does. */
function About({ scene, take, id }: { scene: SceneData; take: TakeData; id: string }) {
  const base = import.meta.env.BASE_URL;
  const { provenance } = take;
  return (
    <div id={id} className="card" popover="auto">
      <button
        type="button"
        className="close"
        popoverTarget={id}
        popoverTargetAction="hide"
        aria-label={words.card.close}
      />
      <p className="card-title">{words.card.share}</p>
      <ul>
        <li>
          <button type="button" className="btn take-along" data-do="link">
            {words.card.link}
          </button>
        </li>
        <li>
          <button type="button" className="btn take-along" data-do="frame">
            {words.card.frame}
          </button>
        </li>
        <li>
          <a href={`${base}embed/${scene.id}/`}>{words.card.alone}</a>
        </li>
        <li>
          {/* Not in a frame on another site, where it may not be shown. */}
          <a href={`${base}text/${scene.id}.txt`} target="_blank" rel="noopener">
            {words.card.text}
          </a>
        </li>
      </ul>
      <p className="card-title">{words.card.recorded}</p>
      <dl>
        <Versions provenance={provenance} />
        <dt>{words.card.time}</dt>
        <dd>{provenance.recorded.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</dd>
      </dl>
      <p>{words.card.casts}</p>
      <ul>
        {scene.takes.flatMap((one) =>
          scene.panes.map((pane) => (
            <li key={`${one.id} ${pane.id}`}>
              <a href={base + (one.downloads[pane.id] ?? '')} download={`${scene.id}-${one.id}-${pane.id}.cast`}>
                {pane.title}
                {scene.takes.length > 1 ? `, ${one.label}` : ''}
              </a>
            </li>
          )),
        )}
      </ul>
      <p className="card-title">{words.card.questions}</p>
      <p>
        <button type="button" className="quiet" data-do="quiet">
          <span>{words.card.askNoMore}</span>
          <span>{words.card.askAgain}</span>
        </button>
      </p>
      <p className="card-title">{words.card.keys}</p>
      <dl className="keys">
        {words.card.keysDo.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
