import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { renderToString } from 'react-dom/server';
import SceneView from '../../scene/SceneView.tsx';
import { StillScene } from '../print/StillScene.tsx';
import { SceneDefs } from '../SceneDefs.tsx';
import { ChapterContext } from './chapter-context.ts';
import { oneOf } from './one-of.ts';

/** A scene's island: complete as it is, and woken by the entry when the reader comes near. `home`: where links to it lead, when that is not this page. */
export function Scene({ id, home }: { id: string; home?: string }) {
  const { site, file, prefix, homes } = use(ChapterContext);
  const data = oneOf(`${file}, <Scene>`, 'scene', scenes, id);
  if (prefix) return <StillScene scene={data} />;
  const scene = renderToString(<SceneView data={data} />, { identifierPrefix: `${id}-` });
  // The comments tell the font cutter that what is between them comes from recordings.
  const html = `<!--island-->${scene}<!--/island-->`;
  const first = !home && [...homes].find(([, chapter]) => chapter.file === file)?.[0] === id;
  const island = (
    <div
      className="island"
      data-scene={id}
      data-module={site.scenes[id]}
      data-home={home}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own markup, kept apart so that it can be hydrated alone
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
  return first ? (
    <>
      <SceneDefs site={site} />
      {island}
    </>
  ) : (
    island
  );
}
