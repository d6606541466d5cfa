import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { database } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { routes } from '../routes'
import type { SetUpInput } from '../users/schema'
import { provenActor } from './actor'
import { hashPassword } from './passwords'

/** Settings of this prefix are offers: the name ends in the token's hash, the value is when it expires. */
const OFFER = 'setup.'
const LIFETIME = 24 * 60 * 60 * 1_000
/** Any number; whoever sets up holds this lock, so that two links cannot make two first administrators. */
const LOCK = 823_417_206

const offerOf = (token: string) => OFFER + createHash('sha256').update(token).digest('hex')

/**
 * A one-time link with which the first administrator is made, or null when there are users. Every instance that starts offers
 * its own; they all end with the first one used. `origin` is the site's address without a path.
 */
export async function offerSetUp(origin: string): Promise<string | null> {
  if ((await database().user.count()) > 0) return null
  const now = new Date().toISOString()
  await database().setting.deleteMany({ where: { name: { startsWith: OFFER }, value: { lt: now } } })
  const token = randomBytes(32).toString('base64url')
  const value = new Date(Date.now() + LIFETIME).toISOString()
  await database().setting.create({ data: { name: offerOf(token), value } })
  return new URL(routes.setUp({ token }), origin).toString()
}

/** Whether this token would still make the first administrator. */
export async function isOpenOffer(token: string): Promise<boolean> {
  return isOpen(database(), token)
}

/** Makes the first administrator and ends all offers. Throws NOT_FOUND for a token that was used, has expired or never was. */
export async function setUp({ token, email, password }: SetUpInput): Promise<void> {
  const user = { id: randomUUID(), email, role: 'ADMIN' as const }
  // Asked before the costly hash too, which a stranger without a link shall not be able to make us compute.
  if (!(await isOpenOffer(token))) throw usedUp()
  const passwordHash = await hashPassword(password)
  await transact(provenActor(user), async ({ tx, audit }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK})`
    if (!(await isOpen(tx, token))) throw usedUp()
    await tx.user.create({ data: { ...user, passwordHash } })
    await tx.setting.deleteMany({ where: { name: { startsWith: OFFER } } })
    await audit([{ action: 'user.set-up', subjectId: user.id, after: { email, role: user.role } }])
  })
}

async function isOpen(reader: Pick<Prisma.TransactionClient, 'setting' | 'user'>, token: string): Promise<boolean> {
  const offer = await reader.setting.findUnique({ where: { name: offerOf(token) } })
  if (offer === null || new Date(offer.value).getTime() <= Date.now()) return false
  return (await reader.user.count()) === 0
}

function usedUp(): AppError {
  return new AppError(
    'NOT_FOUND',
    'This set-up link was used, or is older than 24 hours. While no one can sign in, the log of a restart has a new one.',
  )
}
