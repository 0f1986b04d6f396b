import type { State } from '../player/state.ts';
import * as words from '../words/index.ts';
import type { SceneData } from './data.ts';

/**
 * What differs between the scene's recordings, beside the wall that it removes. A second take that removes a wall is a switch, named
 * after the wall; others are a choice; one take needs neither.
 */
export function Takes({ scene, state }: { scene: SceneData; state: State }) {
  const [first, second, third] = scene.takes;
  if (!first || !second) return null;
  const switches = !third && second.removes;
  return (
    <div className="takes">
      <p className="varies">{switches ? words.takes.asBuilt : scene.varies}</p>
      {switches ? (
        <button
          type="button"
          className="wall"
          role="switch"
          aria-checked={state.take === first.id}
          data-do="toggle"
          aria-label={words.takes.without(words.takes.walls[switches], second.label)}
        >
          {words.takes.walls[switches]}
          <i />
        </button>
      ) : (
        <fieldset className="choice">
          <legend>{scene.varies}</legend>
          {scene.takes.map((take, i) => (
            <button key={take.id} type="button" aria-pressed={state.take === take.id} data-do="take" data-value={i}>
              {take.name}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
