import { changesOf, differs } from '../../diagram/changes.ts';
import type { SceneData } from '../../scene/data.ts';
import { stagesOf } from '../../scene/score.ts';
import * as words from '../../words/index.ts';

/**
 * The stages of the first take, by number, whose drawings paper can do without: it shows them one below the other, and nothing moves.
 * One that shows what the last one did, and one of a host on which nothing runs yet.
 */
export function leftOut({ takes: [told] }: SceneData): number[] {
  const drawings = told ? stagesOf(told).map((stage) => stage.drawings.tall) : [];
  const out = drawings.flatMap((drawing, k) => {
    const before = drawings[k - 1];
    return before && !differs(changesOf(before, drawing)) ? [k] : [];
  });
  const bare = !drawings[0]?.shapes.some(({ part }) => part.startsWith('container:'));
  return bare && drawings.length > 1 && !out.includes(1) ? [0, ...out] : out;
}

/** The rules that leave them out of a page's print, and say so. */
export function paperRules(scenes: SceneData[]): string {
  const rules = scenes.flatMap((scene) => {
    const steps = leftOut(scene).map((k) => `#${scene.id} .steps[data-in="0"]>[data-k="${k}"]`);
    if (!steps.length) return [];
    const told = steps.filter((step) => !step.endsWith('[data-k="0"]'));
    const says = told.map((step) => `${step}::after`).join();
    return [
      `${steps.map((step) => `${step}>figure`).join()}{display:none}`,
      // Else what is said would stand beside a drawing that is not there.
      ...(told.length ? [`${told.join()}{display:block}`] : []),
      ...(steps.length > told.length ? [`${steps[0]}{display:none}`] : []),
      ...(told.length ? [`${says}{content:"${words.steps.drawnAsBefore}"}`] : []),
    ];
  });
  return rules.length ? `@media print{${rules.join('')}}` : '';
}
