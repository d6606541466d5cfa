import type { Random } from './random'

/** Makes ids for rows created at the given times. */
export type NewId = (createdAt: Date) => string

const COUNTER_LIMIT = 36 ** 4

/**
 * Ids in the form of cuid version 1, which Mastra's Prisma client makes: `c`, the creation time in milliseconds (8 digits
 * of base 36), a counter (4), the fingerprint of a process (4) and randomness (8). Unique, because the counter never
 * returns within 1.6 million ids.
 */
export function cuidsFrom(random: Random): NewId {
  let counter = random.int(0, COUNTER_LIMIT - 1)
  const fingerprint = random.text(4)
  return (createdAt) => {
    counter = (counter + 1) % COUNTER_LIMIT
    const time = createdAt.getTime().toString(36).padStart(8, '0')
    return `c${time}${counter.toString(36).padStart(4, '0')}${fingerprint}${random.text(8)}`
  }
}

/** A version 4 UUID. */
export function uuidFrom(random: Random): string {
  const hex = random.text(32, '0123456789abcdef')
  const variant = random.pick(['8', '9', 'a', 'b'])
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
