import type { ReactNode } from 'react';

/**
 * Styles that nothing before this place needs, so that the text before it is drawn without waiting for them. In an SVG, whose style
 * elements may stand anywhere and hold for the whole page; HTML's may stand in the head only. https://www.w3.org/TR/SVG2/styling.html#StyleElement
 */
export function Styles({ css, children }: { css: string; children?: ReactNode }) {
  // Not display: none, which would take what is defined in it away with the picture.
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own styles; React would leave < and & as they are */}
      {css && <style dangerouslySetInnerHTML={{ __html: css.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }} />}
      {children}
    </svg>
  );
}
