import { z } from 'zod'
import { ROLES, type Role } from './permissions'

/** Why a sign-in with the identity provider was refused: part of the address of the sign-in page, which has the sentences. */
export const REFUSALS = ['unknown', 'unverified', 'no-role', 'disabled'] as const
export type Refusal = (typeof REFUSALS)[number]

/** What the provider says of a person, as far as it is asked. `auth_time` is in seconds: when they last proved to it who they are. */
export const providerClaims = z.looseObject({
  sub: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().max(320).optional(),
  email_verified: z.boolean().optional(),
  auth_time: z.number().optional(),
})
export type ProviderClaims = z.infer<typeof providerClaims>

/** `admins=ADMIN,staff=SUPPORT` as pairs; null for what is no such list. */
export function readRoleMap(text: string): ReadonlyMap<string, Role> | null {
  const pairs = text.split(',').map((pair) => {
    const at = pair.lastIndexOf('=')
    const [value, wanted] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    const role = ROLES.find((known) => known === wanted)
    return at > 0 && value !== '' && role ? ([value, role] as const) : null
  })
  return pairs.includes(null) ? null : new Map(pairs.filter((pair) => pair !== null))
}

/** The role that may most of those that the claim's values stand for, or null. The claim is a text, or a list of them; dots lead into objects. */
export function roleIn(claims: ProviderClaims, claim: string, map: ReadonlyMap<string, Role>): Role | null {
  const found = Object.hasOwn(claims, claim) ? claims[claim] : claim.split('.').reduce<unknown>(step, claims)
  const values = Array.isArray(found) ? found : [found]
  const roles = values.flatMap((value) => (typeof value === 'string' ? (map.get(value) ?? []) : []))
  return ROLES.findLast((role) => roles.includes(role)) ?? null
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
