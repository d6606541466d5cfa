import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { database } from '../db/client'
import type { OneTimeLink, Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { strangerActor } from './actor'

const HOUR = 60 * 60_000

/** What a link opens, and for how many milliseconds. */
const LIFETIME = { 'set-up': 24 * HOUR, invite: 72 * HOUR, reset: HOUR }
export type LinkPurpose = keyof typeof LIFETIME

/** Days for which links are kept, so that one that is used too late is known for what it was. */
const KEPT_DAYS = 30

type Links = Pick<Prisma.TransactionClient, 'oneTimeLink'>

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** A new link's token, 256 bits of chance, and the moment from which on it opens nothing. Only its hash is kept. */
export async function makeLink(
  links: Links,
  { purpose, userId }: { purpose: LinkPurpose; userId?: string },
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + LIFETIME[purpose])
  await links.oneTimeLink.create({ data: { tokenHash: hashOf(token), purpose, userId, expiresAt } })
  return { token, expiresAt }
}

/** The link of this token while it still opens something; else null. */
export async function findOpenLink(links: Links, token: string): Promise<OneTimeLink | null> {
  const link = await links.oneTimeLink.findUnique({ where: { tokenHash: hashOf(token) } })
  return link && !link.endedAt && link.expiresAt > new Date() ? link : null
}

/** Ends what is still open of these links, and says why. */
export async function endLinks(
  links: Links,
  of: { userId: string } | { purpose: LinkPurpose },
  ending: 'used' | 'replaced' | 'withdrawn' | 'password was set',
): Promise<void> {
  await links.oneTimeLink.updateMany({ where: { ...of, endedAt: null }, data: { endedAt: new Date(), ending } })
}

/** Appends to the trail, once a minute, that a link of someone was tried after its end. A token that never was names no one. */
export async function noteRefusedLink(token: string): Promise<void> {
  const tokenHash = hashOf(token)
  await transact(strangerActor(), async ({ tx, audit }) => {
    const [refused] = await tx.$queryRaw<{ user: string; purpose: string; why: string }[]>`
      update mastra_admin.one_time_link set refused_at = clock_timestamp()
      where token_hash = ${tokenHash} and user_id is not null
        and (refused_at is null or refused_at < clock_timestamp() - interval '1 minute')
      returning user_id::text as user, purpose, coalesce(ending, case when expires_at < clock_timestamp() then 'expired' else 'disabled' end) as why`
    const entry = refused && { purpose: refused.purpose, why: refused.why }
    await audit(entry ? [{ action: 'user.refuse-link', subjectId: refused.user, after: entry }] : [])
  })
}

/** Lets go of links that ended long ago. */
export async function sweepLinks(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * HOUR)
  await database().oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } })
}
