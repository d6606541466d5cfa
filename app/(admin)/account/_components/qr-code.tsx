/** Squares of empty ground around the code, by which scanners find it. */
const MARGIN = 4

/** A QR code, black on white in either theme: a scanner sees no other. What it says stands beside it as text. */
export function QrCode({ squares, label }: { squares: readonly (readonly boolean[])[]; label: string }) {
  const size = squares.length + 2 * MARGIN
  const path = squares.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`] : [])),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto size-48 rounded-md"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  )
}
