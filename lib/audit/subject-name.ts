import { z } from 'zod'
import { isNotWhole } from '../mask/mask-sign'
import type { Masker } from '../mask/policy'
import { ruleTarget } from '../masking/schema'
import type { SubjectType } from './actions'

const named = z.object({ name: z.string() }).transform(({ name }) => name)
const rule = z.object({ target: ruleTarget }).transform(({ target }) => {
  switch (target.kind) {
    case 'key':
      return target.key
    case 'words':
      return target.words
    case 'property':
      return `${target.entityType} ${target.path}`
    case 'type':
      return target.type
    case 'class':
      return target.of
  }
})

/** Subjects whose entries say what people call them. */
const NAMES: Partial<Record<SubjectType, z.ZodType<string>>> = { view: named, notice: named, token: named, rule }

/** What people call a subject, by one side of an entry about it as the trail keeps it; null where it does not say, or that is masked. */
export function nameInEntry(mask: Masker, type: SubjectType, side: string | null): string | null {
  const shape = NAMES[type]
  if (!shape || side === null) return null
  const read = shape.safeParse(JSON.parse(mask.json(side).text))
  return read.success && read.data !== '' && !isNotWhole(read.data) ? read.data : null
}
