/** How heavy the tail of gaps is before any is seen, and how many exceedances weigh as much as that opinion. */
const PRIOR_SHAPE = 0.2
const PRIOR_WEIGHT = 10
/** Beyond this shape a mean hardly exists, and a bound says nothing. */
const HEAVIEST = 0.9
const LIGHTEST = -3
/** A tail is taken for one that ends only where that is beyond doubt. */
const DOUBT = 1
/** How far beyond the longest value seen a fitted tail is believed. */
const FARTHEST = 4

/** The value below which that share of the ascending `values` lies: an order statistic, nearest rank. 0 for none. */
export function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? 0
}

/**
 * The length that a gap exceeds with the probability `chance`, also where it is longer than any seen: gaps above one and a half medians
 * are taken for a generalised Pareto distribution (peaks over threshold; Pickands 1975), whose shape comes from probability-weighted
 * moments (Hosking & Wallis, Technometrics 29, 1987) drawn towards a prior, as few gaps say little about rare ones. Regular syncs that
 * sometimes bring nothing, a Poisson process (shape 0) and heavy tails are all near that family. `ascending` are lengths above 0.
 */
export function tailBound(ascending: readonly number[], chance: number): number {
  const threshold = 1.5 * quantile(ascending, 0.5)
  const excesses = ascending.filter((gap) => gap > threshold).map((gap) => gap - threshold)
  const count = excesses.length
  if (count === 0) return threshold
  const mean = excesses.reduce((sum, excess) => sum + excess, 0) / count
  const shape = shapeOf(excesses, mean)
  const scale = mean * (1 - shape)
  const rarer = Math.max(1, count / ascending.length / chance)
  const bound = threshold + scale * (Math.abs(shape) < 1e-6 ? Math.log(rarer) : (rarer ** shape - 1) / shape)
  return Math.min(bound, FARTHEST * quantile(ascending, 1))
}

function shapeOf(excesses: readonly number[], mean: number): number {
  const count = excesses.length
  const weighted = excesses.reduce((sum, excess, at) => sum + excess * (1 - (at + 0.65) / count), 0) / count
  const fitted = Math.max(LIGHTEST, 2 - mean / (mean - 2 * weighted))
  const drawn = (count * fitted + PRIOR_WEIGHT * PRIOR_SHAPE) / (count + PRIOR_WEIGHT)
  return drawn >= 0 ? Math.min(HEAVIEST, drawn) : Math.min(0, drawn + DOUBT)
}

/**
 * The ascending gaps without a lone giant at their end, more than three times what is left: an outage of the past is no habit. All of
 * them, when there are fewer than twenty.
 */
export function withoutOutage(ascending: readonly number[]): readonly number[] {
  const [left = 0, giant = 0] = ascending.slice(-2)
  return ascending.length >= 20 && giant > 3 * left ? ascending.slice(0, -1) : ascending
}
