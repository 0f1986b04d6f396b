import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { renderToString } from 'react-dom/server';
import SceneView from '../../scene/SceneView.tsx';
import type { Onward } from '../../scene/Transcript.tsx';
import { type Chapter, chapters } from '../chapters.ts';
import { StillScene } from '../print/StillScene.tsx';
import { SceneDefs } from '../SceneDefs.tsx';
import { href, type Site } from '../site.ts';
import { ChapterContext } from './chapter-context.ts';
import { oneOf } from './one-of.ts';

/** A scene's island: complete as it is, and woken by the entry when the reader comes near. `home`: where links to it lead, when that is not this page. */
export function Scene({ id, home }: { id: string; home?: string }) {
  const { site, file, prefix, homes, gathered } = use(ChapterContext);
  const data = oneOf(`${file}, <Scene>`, 'scene', scenes, id);
  if (prefix) return <StillScene scene={data} />;
  const onward = home ? undefined : onwardOf(id, homes, site);
  const scene = renderToString(<SceneView data={data} onward={onward} />, { identifierPrefix: `${id}-` });
  gathered.scenes.push(id);
  gathered.islands.push(scene);
  const first = !home && [...homes].find(([, chapter]) => chapter.file === file)?.[0] === id;
  const island = (
    <div
      className="island"
      data-scene={id}
      data-module={site.scenes[id]}
      data-home={home}
      data-onward={onward && JSON.stringify(onward)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own markup, kept apart so that it can be hydrated alone
      dangerouslySetInnerHTML={{ __html: scene }}
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

/** The next scene of the same chapter, or the next chapter. */
function onwardOf(id: string, homes: ReadonlyMap<string, Chapter>, site: Site): Onward | undefined {
  const all = [...homes];
  const at = all.findIndex(([one]) => one === id);
  const [next, chapter] = all[at + 1] ?? [];
  const home = homes.get(id);
  if (next && chapter === home)
    return { href: `#${next}`, title: scenes.find((scene) => scene.id === next)?.title ?? next };
  const after = home && chapters[chapters.indexOf(home) + 1];
  return after && { href: href(site, after.path), title: after.title };
}
