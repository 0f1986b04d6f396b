import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { writeAddress } from '../../player/address.ts';
import { pickKey } from '../../player/transition.ts';
import type { PredictionData, SceneData } from '../../scene/data.ts';
import { numbered } from '../../scene/numbered.ts';
import { RichText } from '../../scene/RichText.tsx';
import { scoreOf } from '../../scene/score.ts';
import * as words from '../../words/index.ts';
import { chapters } from '../chapters.ts';
import { ChapterContext } from '../prose/chapter-context.ts';
import { href } from '../site.ts';

/** Every question of every scene with its answers, chapter by chapter; a script adds what the reader said. */
export function Questions() {
  const { homes } = use(ChapterContext);
  return (
    <div className="questions">
      {chapters.map((chapter) => {
        const asked = scenes.filter(({ id }) => homes.get(id) === chapter).flatMap((scene) => questionsOf(scene));
        if (asked.length === 0) return null;
        return (
          <section key={chapter.path}>
            <h3>{chapter.nav}</h3>
            <ul>
              {asked.map((question) => (
                <Question key={question.place} path={chapter.path} {...question} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface Asked {
  scene: SceneData;
  /** Under which the reader's answer is kept. */
  place: string;
  /** Below the chapter's address. */
  at: string;
  step: number;
  predict: PredictionData;
}

function questionsOf(scene: SceneData): Asked[] {
  return scene.takes.flatMap((take) =>
    take.steps.flatMap(({ predict }, step) => {
      if (!predict) return [];
      const place = `${scene.id}/${pickKey(take.id, step)}`;
      return [{ scene, place, at: writeAddress(scene.id, scoreOf(scene), { step, take: take.id }), step, predict }];
    }),
  );
}

function Question({ path, scene, place, at, step, predict }: Asked & { path: string }) {
  const { site } = use(ChapterContext);
  return (
    <li data-place={place} data-right={predict.right}>
      <p className="question">
        <RichText value={predict.question} />
      </p>
      <ol>
        {numbered(predict.answers).map(({ value, at: index }) => (
          <li key={index} className={index === predict.right ? 'right' : undefined}>
            <span>
              <RichText value={value} />
            </span>
            {index === predict.right && <em>{words.questions.kernel}</em>}
          </li>
        ))}
      </ol>
      <p className="place">
        <a href={href(site, path + at)}>{words.questions.beforeStep(scene.title, step + 1)}</a>
      </p>
    </li>
  );
}
