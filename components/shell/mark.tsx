/** The sign of the product: three furrows, the last one up to the plan. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className="shrink-0">
      <rect width="20" height="20" rx="5" fill="var(--green)" />
      <g fill="var(--sheet)">
        <rect x="4.5" y="5.25" width="5" height="2" rx="1" opacity=".55" />
        <rect x="4.5" y="9" width="7.5" height="2" rx="1" opacity=".78" />
        <rect x="4.5" y="12.75" width="9" height="2" rx="1" />
        <rect x="14.4" y="4.5" width="1.4" height="11" rx=".7" />
      </g>
    </svg>
  );
}
