import { HatchDefs } from '../diagram/views/HatchDefs.tsx';
import { Styles } from './Styles.tsx';
import type { Site } from './site.ts';

/** What scenes and diagrams are drawn with: once in a page, before the first of them. */
export function SceneDefs({ site }: { site: Site }) {
  return (
    <Styles css={site.styles.scenes}>
      <HatchDefs />
    </Styles>
  );
}
