import type { SceneData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { stagesOf } from './score.ts';
import { Versions } from './Versions.tsx';

/** Title, step and where this was recorded. */
export function Bar({ scene, take }: { scene: SceneData; take: TakeData }) {
  const { provenance } = take;
  const steps = take.steps.length;
  const about = `${scene.id}-recorded`;
  const share = `${scene.id}-share`;
  return (
    <div className="bar">
      <h2 id={`${scene.id}-title`}>{scene.title}</h2>
      <span className="count stack">
        {numbered(stagesOf(take)).map(({ at: k }) => (
          <span key={k} data-k={k}>
            {k === 0 ? `${steps} steps` : `step ${k} of ${steps}`}
          </span>
        ))}
      </span>
      <button type="button" className="share" popoverTarget={share}>
        Share
      </button>
      <Share scene={scene} id={share} />
      <button type="button" className="prov" popoverTarget={about}>
        <Recorded take={take} />
      </button>
      <div id={about} className="card" popover="auto">
        <p className="card-title">How this was recorded</p>
        <dl>
          <Versions provenance={provenance} />
          <dt>time</dt>
          <dd>{provenance.recorded.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</dd>
        </dl>
        <p>The recordings, as asciicasts:</p>
        <ul>
          {scene.takes.flatMap((one) =>
            scene.panes.map((pane) => (
              <li key={`${one.id} ${pane.id}`}>
                <a href={import.meta.env.BASE_URL + (one.downloads[pane.id] ?? '')} download>
                  {pane.title}
                  {scene.takes.length > 1 ? `, ${one.label}` : ''}
                </a>
              </li>
            )),
          )}
        </ul>
      </div>
    </div>
  );
}

/** Where and when a take was recorded, in a line. */
export function Recorded({ take: { provenance } }: { take: TakeData }) {
  const kernel = provenance.kernel.match(/^\d+\.\d+/)?.[0] ?? provenance.kernel;
  // Without what a distribution has appended: 28.5.2+dfsg4.
  const docker = provenance.docker.split('+')[0];
  return (
    <>
      Recorded on Linux {kernel}, Docker {docker}, <span className="date">{provenance.recorded.slice(0, 10)}</span>
    </>
  );
}

/** The ways to take a scene elsewhere. The buttons work where a script does. */
function Share({ scene, id }: { scene: SceneData; id: string }) {
  const base = import.meta.env.BASE_URL;
  return (
    <div id={id} className="card" popover="auto">
      <p className="card-title">Share this scene</p>
      <ul>
        <li>
          <button type="button" className="btn take-along" data-do="link">
            Copy a link to this step
          </button>
        </li>
        <li>
          <button type="button" className="btn take-along" data-do="frame">
            Copy a frame for another site
          </button>
        </li>
        <li>
          <a href={`${base}embed/${scene.id}/`}>The scene by itself</a>
        </li>
        <li>
          {/* Not in a frame on another site, where it may not be shown. */}
          <a href={`${base}text/${scene.id}.txt`} target="_blank" rel="noopener">
            The scene as plain text
          </a>
        </li>
      </ul>
    </div>
  );
}
