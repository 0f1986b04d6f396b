import type { SceneData } from './data.ts';

/** On a phone one terminal is in sight at a time; these choose it, and the step that runs chooses for itself. */
export function Tabs({ scene }: { scene: SceneData }) {
  return (
    <div className="tabs">
      {scene.panes.map((pane, i) => (
        <button key={pane.id} type="button" data-do="tab" data-value={i}>
          {pane.title}
        </button>
      ))}
    </div>
  );
}
