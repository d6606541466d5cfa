import { z } from 'zod'
import { HOURS_OF_WEEK } from './active-time'
import type { Cadence } from './cadence'

const hours = z.string().regex(new RegExp(`^[01]{${HOURS_OF_WEEK}}$`))

const stored = z.object({
  syncs: z.number(),
  rhythm: z.object({
    /** One digit for each hour of the week, `1` where syncs are to be expected. */
    hours: hours.transform((digits) => [...digits].map((digit) => digit === '1')),
    daysOff: z.array(z.number()),
    between: z.object({ from: z.number(), to: z.number() }).nullable(),
  }),
  typical: z.number(),
  usual: z.number(),
  longest: z.number(),
  tolerated: z.number(),
  confidence: z.enum(['low', 'fair', 'high']),
})

/** A habit as it is kept, as JSON. */
export function storedHabit(cadence: Cadence): object {
  const { rhythm, ...durations } = cadence
  return { ...durations, rhythm: { ...rhythm, hours: rhythm.hours.map((active) => (active ? '1' : '0')).join('') } }
}

/** The same read back; null for none. Throws when it is not what `storedHabit` writes. */
export function readHabit(value: unknown): Cadence | null {
  return value === null ? null : stored.parse(value)
}
