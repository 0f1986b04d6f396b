import { recordings } from 'virtual:recordings';
import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { renamedKinds } from '../../recording/compare/kinds.ts';
import { free } from '../../recording/compare/output.ts';
import { compared } from '../../recording/proof/read/all.ts';
import { notCompared } from '../../recording/proof/read/not-compared.ts';
import type { SceneScript } from '../../recording/script.ts';
import { Versions } from '../../scene/Versions.tsx';
import { ChapterContext } from '../prose/chapter-context.ts';
import { Styles } from '../Styles.tsx';
import { href } from '../site.ts';

const scripts = import.meta.glob<SceneScript>('/content/scenes/*/scene.ts', { eager: true, import: 'default' });

/** The host of all recordings, in its own words, and when it was recorded. */
export function Lab() {
  const { site } = use(ChapterContext);
  const takes = scenes.flatMap((scene) => scene.takes);
  const provenance = takes[0]?.provenance;
  if (!provenance) return null;
  const days = takes.map(({ provenance }) => provenance.recorded.slice(0, 10)).sort();
  const [first, last] = [days[0], days.at(-1)];
  const locked = provenance.lab === recordings.lock;
  return (
    <>
      <Styles css={site.styles.recordings} />
      <dl className="facts">
        <Versions provenance={provenance} />
        <dt>storage driver</dt>
        <dd>{provenance.storageDriver}</dd>
        <dt>security options</dt>
        <dd>{provenance.securityOptions.map((option) => option.replace(/^name=/, '')).join('; ')}</dd>
        <dt>recorded</dt>
        <dd>
          {first === last ? first : `${first} to ${last}`}; {scenes.length} scenes, {takes.length} takes,{' '}
          {Object.keys(recordings.files).length} terminals
        </dd>
        <dt>built from</dt>
        <dd>
          {recordings.trees
            .map(
              ({ name, suite, packages }) =>
                `${name === 'host' ? 'the host' : `isolate-lab:${name}`}: ${packages} packages of Debian ${suite}`,
            )
            .join('; ')}
        </dd>
        <dt>all recordings</dt>
        <dd>
          content/recordings.sha256, {recordings.root.files} files, SHA-256 <code>{recordings.root.hash}</code>
        </dd>
        <dt>lock file</dt>
        <dd>
          lab/lock.json, SHA-256 <code translate="no">{provenance.lab.slice(0, 16)}</code>
          {locked ? '' : '; the file has moved on since'}
        </dd>
      </dl>
    </>
  );
}

/** Each kind of output and what contradicts a forged one; then what nothing contradicts. */
function Proofs() {
  return (
    <details>
      <summary>
        <b>What an output is compared with</b> <span>{compared.length} kinds</span>
      </summary>
      <div className="proofs">
        <table>
          <thead>
            <tr>
              <th scope="col">output</th>
              <th scope="col">compared with</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ kind, against }) => (
              <tr key={kind}>
                <td>{kind}</td>
                <td>{against}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <thead>
            <tr>
              <th scope="col">not compared</th>
              <th scope="col">because</th>
            </tr>
          </thead>
          <tbody>
            {notCompared.map(({ what, why }) => (
              <tr key={what}>
                <td>{what}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Every terminal of every take, to download, and what their outputs are compared with. */
export function Downloads() {
  const { site } = use(ChapterContext);
  return (
    <div className="casts">
      {scenes.map((scene) => (
        <details key={scene.id}>
          <summary>
            <b>{scene.title}</b>{' '}
            <span>
              {scene.id}, {scene.takes.length === 1 ? '1 take' : `${scene.takes.length} takes`}
            </span>
          </summary>
          <ul>
            {scene.takes.flatMap((take) =>
              scene.panes.map((pane) => {
                const download = take.downloads[pane.id] ?? '';
                const file = recordings.files[download];
                return (
                  <li key={download}>
                    <a href={href(site, download)} download={`${scene.id}-${take.id}-${pane.id}.cast`}>
                      {pane.title}, {take.label}
                    </a>{' '}
                    <span>{((file?.bytes ?? 0) / 1000).toFixed(1)} kB</span>{' '}
                    <span>{take.provenance.recorded.slice(0, 10)}</span>
                  </li>
                );
              }),
            )}
          </ul>
        </details>
      ))}
      <Proofs />
    </div>
  );
}

/** What a second recording may say otherwise: the lists that the check itself goes by. */
export function Rules() {
  return (
    <>
      <p>Another value, but the same one everywhere in a take:</p>
      <ul className="rules">
        {renamedKinds.map(({ kind, what }) => (
          <li key={kind}>{what}</li>
        ))}
      </ul>
      <p>Any value, in the output of some commands only:</p>
      <ul className="rules">
        {[
          ...new Set([...free, ...Object.values(scripts).flatMap(({ loose = [] }) => loose)].map(({ why }) => why)),
        ].map((why) => (
          <li key={why}>{why}</li>
        ))}
        <li>whether bash complains of a line before or after what the line printed</li>
        <li>
          load, size and start time in a row of <code translate="no">ps</code>
        </li>
      </ul>
    </>
  );
}

/** The script that asks the reader's own Docker, to fetch and to read. */
export function Verify() {
  const { site } = use(ChapterContext);
  const script = href(site, '/verify.sh');
  return (
    <>
      <p>
        <a href={script} download="verify.sh">
          verify.sh
        </a>
        , {recordings.verify.split('\n').length} lines. Read it before you run it:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <pre className="listing" translate="no" tabIndex={0}>
        <code>{recordings.verify}</code>
      </pre>
    </>
  );
}

/** What the script does not run, and why. */
export function LeftOut() {
  return (
    <ul className="rules">
      {recordings.leftOut.map(({ scene, command, why }) => (
        <li key={scene + command}>
          <code translate="no">{command}</code> ({scene}): {why}
        </li>
      ))}
    </ul>
  );
}
