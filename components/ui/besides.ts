interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Pixels between the two, and at least to the edge of the window. */
const GAP = 6
const MARGIN = 8

/**
 * Where, in pixels of the window, a `box` stands beside an `anchor`: at its wanted side, at the opposite one where that has no room and the
 * other has, and never over the edge of the window while it fits in.
 */
export function besides(
  anchor: Box,
  box: Pick<Box, 'width' | 'height'>,
  side: 'top' | 'right' | 'bottom',
  view: Pick<Box, 'width' | 'height'>,
): { left: number; top: number } {
  const within = (wanted: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(wanted, room - MARGIN - size))
  if (side === 'right') {
    const right = anchor.left + anchor.width + GAP
    const left = right + box.width > view.width - MARGIN ? anchor.left - GAP - box.width : right
    return {
      left: within(left, box.width, view.width),
      top: within(anchor.top + (anchor.height - box.height) / 2, box.height, view.height),
    }
  }
  const above = anchor.top - GAP - box.height
  const below = anchor.top + anchor.height + GAP
  const fitsAbove = above >= MARGIN
  const fitsBelow = below + box.height <= view.height - MARGIN
  const isAbove = side === 'top' ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow
  return {
    left: within(anchor.left + (anchor.width - box.width) / 2, box.width, view.width),
    top: within(isAbove ? above : below, box.height, view.height),
  }
}
