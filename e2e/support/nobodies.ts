import { randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type pg from 'pg'
import { type Person, sessionCookie } from './people'

type CookieOf = (pool: pg.Pool, person: Person, origin: string) => Promise<string>

async function genuine(pool: pg.Pool, person: Person, origin: string) {
  const { name, value } = await sessionCookie(pool, person, origin)
  return { name, value, header: `${name}=${value}` }
}

/** Another cookie of the same session, made with this secret and for so many seconds. */
async function remade(pool: pg.Pool, name: string, person: Person, { maxAge = 3600, secret = '' }): Promise<string> {
  const { rows } = await pool.query<{ sid: string; value: string }>(
    `SELECT s.id AS sid, k.value FROM mastra_admin.session s, mastra_admin.setting k
     WHERE s.user_id = $1 AND k.name = 'session.secret'`,
    [person.id],
  )
  const token = { sub: person.id, sid: rows[0]?.sid }
  return `${name}=${await encode({ token, secret: secret || (rows[0]?.value ?? ''), maxAge })}`
}

/** Everyone who is no one: the cookie that they send in place of one that opens anything. */
export const NOBODIES: Readonly<Record<string, CookieOf>> = {
  'a stranger': async () => '',
  'someone who makes up a cookie': async (pool, person, origin) => {
    const { name } = await genuine(pool, person, origin)
    return `${name}=made-up`
  },
  'someone who alters a cookie': async (pool, person, origin) => {
    const { header } = await genuine(pool, person, origin)
    // A bit in the middle: the last characters of base64 hold some that say nothing.
    return `${header.slice(0, -8)}${header.at(-8) === 'x' ? 'y' : 'x'}${header.slice(-7)}`
  },
  'someone who signs a cookie with a key of their own': async (pool, person, origin) => {
    const { name } = await genuine(pool, person, origin)
    return remade(pool, name, person, { secret: randomBytes(48).toString('base64url') })
  },
  'someone whose cookie has expired': async (pool, person, origin) => {
    const { name } = await genuine(pool, person, origin)
    return remade(pool, name, person, { maxAge: -3600 })
  },
  'someone whose session was ended': async (pool, person, origin) => {
    const { header } = await genuine(pool, person, origin)
    await pool.query('DELETE FROM mastra_admin.session WHERE user_id = $1', [person.id])
    return header
  },
  'someone who was disabled': async (pool, person, origin) => {
    const { header } = await genuine(pool, person, origin)
    await pool.query('UPDATE mastra_admin."user" SET disabled_at = now() WHERE id = $1', [person.id])
    return header
  },
}
