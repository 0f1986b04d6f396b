import { costs } from '../../../content/costs.ts';
import { scaleDrawing } from '../../diagram/scale.ts';
import { StaticDiagram } from '../../diagram/views/StaticDiagram.tsx';

/** What starting and keeping each kind of place costs, drawn for a wide page and for a phone. */
export function Costs() {
  return (
    <div className="costs">
      {costs.map((scale) => (
        <figure key={scale.title}>
          {(['tall', 'landscape'] as const).map((width) => (
            <div key={width} className={width}>
              <StaticDiagram drawing={scaleDrawing(scale, width)} />
            </div>
          ))}
        </figure>
      ))}
    </div>
  );
}
