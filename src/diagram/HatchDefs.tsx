/** The slab's hatching: once in a page, before the first diagram. */
export function HatchDefs() {
  // Not display: none, which would take the pattern away with the picture.
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--slab)" />
          <path d="M0 0V7" stroke="#fff" strokeOpacity=".13" strokeWidth="1.4" />
        </pattern>
      </defs>
    </svg>
  );
}
