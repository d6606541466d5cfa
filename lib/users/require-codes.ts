import 'server-only'
import type { Actor } from '../auth/actor'
import { CODES_REQUIRED, rolesRequired } from '../auth/codes-required'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import type { RequireCodesInput } from './schema'

/**
 * Sets whose people must have one-time codes, from their next request on. The same roles again are no change. Throws FORBIDDEN.
 */
export async function requireCodes(actor: Actor, { roles }: RequireCodesInput): Promise<{ changed: boolean }> {
  authorize(actor, 'users:manage')
  return transact(actor, async ({ tx, audit }) => {
    const name = CODES_REQUIRED
    const before = rolesRequired((await tx.setting.findUnique({ where: { name } }))?.value)
    const value = JSON.stringify(roles)
    if (JSON.stringify(before) === value) {
      await audit([])
      return { changed: false }
    }
    await tx.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
    await audit([
      { action: 'codes.require', subjectId: actor.id, before: { roles: [...before] }, after: { roles: [...roles] } },
    ])
    return { changed: true }
  })
}
