import type { RuleEffect, RuleTarget } from '../mask/rule'

/** A rule as the page lists it. `createdAt` is ISO 8601 in UTC. */
export interface RuleRow {
  id: string
  target: RuleTarget
  effect: RuleEffect
  note: string | null
  createdAt: string
  createdBy: string
}

const CLASSES = { email: 'E-mail addresses', phone: 'Phone numbers' } as const

/** What a rule is about, in words. */
export function targetWords(target: RuleTarget): string {
  switch (target.kind) {
    case 'key':
      return `Key ${target.key}`
    case 'words':
      return `Keys with “${target.words}”`
    case 'property':
      return `${target.path} of ${target.entityType}`
    case 'type':
      return `Properties of type ${target.type}`
    case 'class':
      return CLASSES[target.of]
  }
}

/** What it leaves to whom, in words. */
export function effectWords(effect: RuleEffect): string {
  return effect.shown === 'masked' ? 'Masked for everyone until revealed' : `In part for ${effect.roles.join(', ')}`
}
