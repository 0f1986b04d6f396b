import type { NsKind } from '../host/facts.ts';
import type { State } from '../player/state.ts';
import type { SceneData } from './data.ts';

const walls: Record<NsKind, string> = {
  cgroup: 'Cgroup wall',
  time: 'Time wall',
  user: 'User wall',
  ipc: 'IPC wall',
  uts: 'UTS wall',
  mnt: 'Mount wall',
  net: 'Network wall',
  pid: 'PID wall',
};

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
      <p className="varies">{switches ? 'As Docker builds it' : scene.varies}</p>
      {switches ? (
        <button
          type="button"
          className="wall"
          role="switch"
          aria-checked={state.take === first.id}
          data-do="toggle"
          aria-label={`${walls[switches]}; without it, ${second.label}`}
        >
          {walls[switches]}
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
