/** The slab's hatching: once in a page, in an SVG before the first diagram. */
export function HatchDefs() {
  return (
    <defs>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--slab)" />
        <path d="M0 0V7" stroke="#fff" strokeOpacity=".13" strokeWidth="1.4" />
      </pattern>
    </defs>
  );
}
