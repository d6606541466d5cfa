import 'server-only'
import type { Actor } from '../auth/actor'
import type { Permission } from '../auth/permissions'
import { transact } from '../db/transact'
import { describeError, log } from '../log'

/** Milliseconds in which the same refusal of the same person is one entry: a page that asks again and again must not fill the trail. */
const ONCE_IN = 60_000

const noted = new Map<string, number>()

/** Appends to the trail that a person was refused what their role does not allow. Never throws: the refusal stands without its entry. */
export async function noteRefusal(actor: Actor, permission: Permission): Promise<void> {
  const key = `${actor.id} ${permission}`
  const now = Date.now()
  if (now - (noted.get(key) ?? 0) < ONCE_IN) return
  noted.set(key, now)
  try {
    await transact(actor, ({ audit }) =>
      audit([{ action: 'access.refuse', subjectId: actor.id, after: { permission } }]),
    )
  } catch (error) {
    noted.delete(key)
    log.warn({ permission, error: describeError(error) }, 'a refusal could not be noted')
  }
}
