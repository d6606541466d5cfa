import 'server-only'
import { randomBytes } from 'node:crypto'
import { database } from '../db/client'
import { env } from '../env'

let known: string | undefined

/**
 * The key that signs and encrypts session cookies. Made once and kept in the database, so that all instances share it and a
 * deployment needs no second secret; NEXTAUTH_SECRET overrides it. Whoever can read the table can already change its users.
 */
export async function sessionSecret(): Promise<string> {
  known ??= env().NEXTAUTH_SECRET ?? (await storedSecret())
  return known
}

async function storedSecret(): Promise<string> {
  const fresh = randomBytes(48).toString('base64url')
  await database().setting.createMany({ data: [{ name: 'session.secret', value: fresh }], skipDuplicates: true })
  const stored = await database().setting.findUniqueOrThrow({ where: { name: 'session.secret' } })
  return stored.value
}
