import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { renderToString } from 'react-dom/server';
import SceneView from '../../scene/SceneView.tsx';
import { ChapterContext } from './chapter-context.ts';
import { oneOf } from './one-of.ts';

/** A scene's island: complete as it is, and woken by the entry when the reader comes near. */
export function Scene({ id }: { id: string }) {
  const { site, file } = use(ChapterContext);
  const data = oneOf(`${file}, <Scene>`, 'scene', scenes, id);
  const scene = renderToString(<SceneView data={data} />, { identifierPrefix: `${id}-` });
  // The comments tell the font cutter that what is between them comes from recordings.
  const html = `<!--island-->${scene}<!--/island-->`;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own markup, kept apart so that it can be hydrated alone
    <div className="island" data-scene={id} data-module={site.scenes[id]} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
