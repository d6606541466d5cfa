import type { Json, JsonObject } from './integration'
import type { Random } from './random'
import { HOSTILE, textOf } from './text'

type Oddity = (data: JsonObject, key: string, random: Random) => JsonObject

/** Leaves the key out, as systems do for what nobody filled in. */
const missing: Oddity = (data, key) => Object.fromEntries(Object.entries(data).filter(([name]) => name !== key))

/** Another type than the property promises. */
function mistyped(value: Json, random: Random): Json {
  if (typeof value === 'number') return random.pick(['n/a', '', String(value), 'twelve'])
  if (typeof value === 'string') return random.pick<Json>([0, false, [value], { value }])
  if (typeof value === 'boolean') return random.pick(['yes', 'no', 'TRUE'])
  return random.pick<Json>(['[object Object]', 1, null])
}

const ODDITIES: Record<'missing' | 'mistyped' | 'hostile' | 'long' | 'nothing', Oddity> = {
  missing,
  mistyped: (data, key, random) => ({ ...data, [key]: mistyped(data[key] ?? null, random) }),
  hostile: (data, key, random) => ({ ...data, [key]: random.pick(HOSTILE) }),
  long: (data, key, random) => ({ ...data, [key]: textOf(random, 10_000) }),
  nothing: (data, key, random) => ({ ...data, [key]: random.pick<Json>([null, '', {}, []]) }),
}

/** About one document in nine, made odd at one of its keys: real systems return such things, and so must the demo. */
export function withOddities(data: JsonObject, random: Random): JsonObject {
  if (!random.chance(0.11)) return data
  const oddity = random.weighted({ missing: 8, mistyped: 5, hostile: 4, long: 1, nothing: 3 })
  return ODDITIES[oddity](data, random.pick(Object.keys(data)), random)
}
