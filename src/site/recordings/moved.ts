import type { Moved } from '../../../content/since.ts';
import type { SceneData } from '../../scene/data.ts';
import { authorError } from '../author-error.ts';
import { type Shown, stepLink } from '../ledger/references.ts';

/** The steps of a row as links; throws one sentence when a step is not there, or says nothing of the release. */
export function stepsOf(
  { from, steps = [], at, was }: Moved,
  scenes: SceneData[],
  homes: ReadonlyMap<string, { path: string }>,
): Shown[] {
  const place = `content/since.ts, ${from}, "${was}"`;
  if (steps.length === 0 && !at) throw authorError(`${place}: expected steps or a place in the text, found neither.`);
  return steps.map((shown) => {
    const link = stepLink(place, shown, scenes, homes);
    const said = scenes.find(({ id }) => id === shown.scene)?.takes[0]?.steps[link.step - 1]?.announce ?? '';
    const name = `Docker ${from.replace(/\.0$/, '')}`;
    if (!new RegExp(`${name.replaceAll('.', '\\.')}(?![.]?\\d)`).test(said))
      throw authorError(
        `${place}: expected "after" of ${shown.scene}, ${shown.step} to name ${name}, found "${said}".`,
      );
    return link;
  });
}
