import 'server-only'
import { randomUUID } from 'node:crypto'
import { database } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { routes } from '../routes'
import type { SetUpInput } from '../users/schema'
import { provenActor } from './actor'
import { endLinks, findOpenLink, makeLink } from './one-time-link'
import { hashChosenPassword } from './passwords'

/** Any number; whoever sets up holds this lock, so that two links cannot make two first administrators. */
const LOCK = 823_417_206

/**
 * A one-time link with which the first administrator is made, or null when there are users. Every instance that starts offers
 * its own; they all end with the first one used. `origin` is the site's address without a path.
 */
export async function offerSetUp(origin: string): Promise<string | null> {
  if ((await database().user.count()) > 0) return null
  const { token } = await makeLink(database(), { purpose: 'set-up' })
  return new URL(routes.setUp(token), origin).toString()
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
  const passwordHash = await hashChosenPassword(password, email)
  await transact(provenActor(user), async ({ tx, audit }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK})`
    if (!(await isOpen(tx, token))) throw usedUp()
    await tx.user.create({ data: { ...user, passwordHash } })
    await endLinks(tx, { purpose: 'set-up' }, 'used')
    await audit([{ action: 'user.set-up', subjectId: user.id, after: { email, role: user.role } }])
  })
}

async function isOpen(reader: Pick<Prisma.TransactionClient, 'oneTimeLink' | 'user'>, token: string): Promise<boolean> {
  const link = await findOpenLink(reader, token)
  return link?.purpose === 'set-up' && (await reader.user.count()) === 0
}

function usedUp(): AppError {
  return new AppError(
    'NOT_FOUND',
    'This set-up link was used, or is older than 24 hours. While no one can sign in, the log of a restart has a new one.',
  )
}
