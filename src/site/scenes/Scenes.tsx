import { scenes } from 'virtual:scenes';
import type { Drawing } from '../../diagram/drawing.ts';
import { StaticDiagram } from '../../diagram/views/StaticDiagram.tsx';
import type { SceneData } from '../../scene/data.ts';
import * as words from '../../words/index.ts';
import { type Chapter, chapters } from '../chapters.ts';
import { SceneDefs } from '../SceneDefs.tsx';
import { Styles } from '../Styles.tsx';
import { href, type Site } from '../site.ts';
import { filterRules, slugOf } from './filter.ts';
import { lensNames } from './lens-names.ts';

interface Props {
  site: Site;
  /** The chapter in which each scene stands. */
  homes: ReadonlyMap<string, Chapter>;
}

/** All scenes at once, chapter by chapter, each with a drawing; which are shown is chosen without a script. */
export function Scenes({ site, homes }: Props) {
  const told = scenes.filter(({ id }) => homes.has(id));
  const rooms = chapters
    .map((chapter) => ({ chapter, of: told.filter(({ id }) => homes.get(id) === chapter) }))
    .filter(({ of }) => of.length > 0);
  const lenses = Object.keys(lensNames).filter((lens) => told.some((scene) => scene.lens === lens));
  const names = rooms.map(({ chapter }) => ({ value: slugOf(chapter.path), name: chapter.nav }));
  return (
    <>
      <SceneDefs site={site} />
      <Styles
        css={
          site.styles.shelf +
          filterRules(
            rooms.flatMap(({ chapter, of }) => of.map(({ lens }) => ({ chapter: slugOf(chapter.path), lens }))),
          )
        }
      />
      <p>{words.shelf.about(told.length)}</p>
      <form className="shelf-filter">
        <Choice legend={words.shelf.chapter} name="chapter" all={words.shelf.allChapters} options={names} />
        <Choice
          legend={words.shelf.looksAt}
          name="lens"
          all={words.shelf.anything}
          options={lenses.map((value) => ({ value, name: lensNames[value as keyof typeof lensNames] }))}
        />
      </form>
      <p className="shelf-none">{words.shelf.none}</p>
      <ul className="shelf">
        {rooms.flatMap(({ chapter, of }) =>
          of.map((scene) => <Card key={scene.id} site={site} scene={scene} home={chapter} />),
        )}
      </ul>
    </>
  );
}

interface ChoiceProps {
  legend: string;
  name: string;
  all: string;
  options: { value: string; name: string }[];
}

function Choice({ legend, name, all, options }: ChoiceProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {[{ value: '', name: all }, ...options].map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} defaultChecked={option.value === ''} />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Card({ site, scene, home }: { site: Site; scene: SceneData; home: Chapter }) {
  const drawing = tellingDrawing(scene);
  const [told] = scene.takes;
  const steps = told?.steps.length ?? 0;
  const about = [
    lensNames[scene.lens],
    words.shelf.steps(steps),
    ...(scene.takes.length > 1 ? [words.shelf.takes(scene.takes.length)] : []),
  ];
  return (
    <li data-chapter={slugOf(home.path)} data-lens={scene.lens}>
      {drawing && (
        <figure>
          <StaticDiagram drawing={drawing} />
        </figure>
      )}
      <h2>
        <a href={href(site, `${home.path}#${scene.id}`)}>{scene.title}</a>
      </h2>
      <p>
        <b data-tone={home.tone}>{home.nav}</b>
      </p>
      <p>{about.join(', ')}</p>
    </li>
  );
}

/** Of the steps that are asked about, or of all where none is, the one after which there is most to see. */
function tellingDrawing({ takes: [told] }: SceneData): Drawing | undefined {
  const steps = told?.steps ?? [];
  const asked = steps.filter(({ predict }) => predict);
  const drawings = (asked.length ? asked : steps).map(({ drawings: { tall } }) => tall);
  return drawings.toSorted((a, b) => b.shapes.length - a.shapes.length)[0];
}
