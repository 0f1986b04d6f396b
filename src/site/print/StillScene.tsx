import { use } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { RecordedOn } from '../../scene/Bar.tsx';
import type { SceneData } from '../../scene/data.ts';
import { Transcript } from '../../scene/Transcript.tsx';
import * as words from '../../words/index.ts';
import { parts } from '../../words/parts.ts';
import { ChapterContext } from '../prose/chapter-context.ts';

/** A scene as a list of its steps, with its other takes below: all of it, and nothing to press. */
export function StillScene({ scene }: { scene: SceneData }) {
  const { gathered } = use(ChapterContext);
  const __html = renderToStaticMarkup(<Steps scene={scene} />);
  gathered.islands.push(__html);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own markup
  return <section id={scene.id} className="scene" data-lens={scene.lens} dangerouslySetInnerHTML={{ __html }} />;
}

function Steps({ scene }: { scene: SceneData }) {
  const [told, ...others] = scene.takes;
  if (!told) return null;
  const [withTake, , itsSteps] = parts(words.steps.otherTake);
  return (
    <>
      <div className="bar">
        <h2>{scene.title}</h2>
        <span>
          <RecordedOn take={told} />
        </span>
      </div>
      <div className="stage">
        <Transcript scene={scene} take={told} index={0} still />
      </div>
      {others.map((take, i) => (
        <div key={take.id}>
          <p className="other-take">
            {withTake}
            <code translate="no">{take.label}</code>
            {itsSteps}
          </p>
          <Transcript scene={scene} take={take} index={i + 1} still />
        </div>
      ))}
    </>
  );
}
