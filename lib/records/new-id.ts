import 'server-only'
import { randomBytes } from 'node:crypto'

const BASE = 36
const BLOCK = BASE ** 4
/** Four characters that stay the same for one process, as in the ids that Mastra's own client makes. */
const FINGERPRINT = block(randomBytes(4).readUInt32BE())
let counter = randomBytes(4).readUInt32BE() % BLOCK

/**
 * A cuid of version 1, which is what Mastra gives its rows: `c`, the milliseconds since 1970, a counter, the process and eight random
 * characters, all in base 36. Lists that go by creation rely on the time in it.
 */
export function newRecordId(createdAt: Date): string {
  counter = (counter + 1) % BLOCK
  const random = randomBytes(8)
  const [one, other] = [random.readUInt32BE(0), random.readUInt32BE(4)]
  return `c${createdAt.getTime().toString(BASE).padStart(8, '0')}${block(counter)}${FINGERPRINT}${block(one)}${block(other)}`
}

function block(value: number): string {
  return (value % BLOCK).toString(BASE).padStart(4, '0')
}
