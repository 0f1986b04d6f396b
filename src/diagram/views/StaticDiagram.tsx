import type { Drawing } from '../drawing.ts';
import { groupsOf, Mark } from './marks.tsx';
import { Ways } from './Ways.tsx';

/** A drawing as plain SVG, for the page as it is served. */
export function StaticDiagram({ drawing }: { drawing: Drawing }) {
  return (
    <svg className="dg" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={drawing.alternative}>
      {groupsOf(drawing).map((group) => (
        <g key={group.key} data-part={group.part}>
          {group.shapes.map((shape) => (
            <Mark key={shape.id} shape={shape} fresh={drawing.fresh?.includes(shape.id)} />
          ))}
        </g>
      ))}
      <Ways ways={drawing.ways} />
    </svg>
  );
}
