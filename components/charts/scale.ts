/** A point in a box of 100 by 100 whose origin is the upper left corner. */
export interface Point {
  x: number
  y: number
}

/**
 * Where each value stands: spread evenly from the left edge to the right, the greatest at the top, zero at the bottom.
 * Counts begin at zero, so that a small change never looks like a great one. Values are finite and not negative.
 */
export function pointsOf(values: readonly number[]): Point[] {
  const most = Math.max(...values, 0)
  const last = values.length - 1
  return values.map((value, at) => ({
    x: last === 0 ? 100 : round((at / last) * 100),
    y: most === 0 ? 100 : round(100 - (value / most) * 100),
  }))
}

/** The part of `most` that `value` is, from 0 to 1; what is not nothing is never drawn as nothing. */
export function shareOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0
  return Math.min(1, Math.max(0.01, value / most))
}

/** Widths in percent of the parts of a whole, zero for an empty part; together 100, or all zero. */
export function widthsOf(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.map((value) => (sum === 0 ? 0 : round((value / sum) * 100)))
}

/** Where instants stand between the first and the last of a span, in percent from its start. All in milliseconds. */
export function placesOf(instants: readonly number[], span: { start: number; end: number }): number[] {
  const length = span.end - span.start
  return instants.map((at) => (length <= 0 ? 100 : round(Math.min(1, Math.max(0, (at - span.start) / length)) * 100)))
}

/**
 * In which row over each other marks stand that would else cover one another, 0 for the lowest. `places` ascend;
 * marks nearer than `gap` percent to one of the same row go up one.
 */
export function lanesOf(places: readonly number[], gap: number): number[] {
  const ends: number[] = []
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= gap)
    const lane = free < 0 ? ends.length : free
    ends[lane] = place
    return lane
  })
}

// What a screen cannot show need not be sent.
function round(value: number): number {
  return Math.round(value * 100) / 100
}
