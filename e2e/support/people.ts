import { randomBytes, randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { encode } from 'next-auth/jwt'
import type pg from 'pg'
import type { Role } from '@/lib/auth/permissions'

export interface Person {
  id: string
  email: string
  password: string
  role: Role
}

/** Adds someone who may sign in. The password is random; the e-mail says the role. */
export async function addPerson(pool: pg.Pool, role: Role): Promise<Person> {
  const person = {
    id: randomUUID(),
    email: `${role.toLowerCase()}-${randomBytes(4).toString('hex')}@example.test`,
    password: randomBytes(12).toString('base64url'),
    role,
  }
  await pool.query('INSERT INTO mastra_admin."user" (id, email, role, password_hash) VALUES ($1, $2, $3, $4)', [
    person.id,
    person.email,
    role,
    await hash(person.password),
  ])
  return person
}

/** The cookie that a sign-in of this person would set, made with the installation's own secret, and its session. */
export async function sessionCookie(pool: pg.Pool, person: Person, origin: string) {
  const fresh = randomBytes(48).toString('base64url')
  await pool.query(
    `INSERT INTO mastra_admin.setting (name, value) VALUES ('session.secret', $1) ON CONFLICT (name) DO NOTHING`,
    [fresh],
  )
  const stored = await pool.query<{ value: string }>(
    `SELECT value FROM mastra_admin.setting WHERE name = 'session.secret'`,
  )
  const secret = stored.rows[0]?.value ?? fresh
  const sid = randomUUID()
  await pool.query(
    `INSERT INTO mastra_admin.session (id, user_id, epoch, method, user_agent, address)
     SELECT $1, id, session_epoch, 'password', $3, '192.0.2.1' FROM mastra_admin."user" WHERE id = $2`,
    [sid, person.id, 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  )
  const value = await encode({ token: { sub: person.id, sid }, secret, maxAge: 3600 })
  return { name: 'next-auth.session-token', value, url: origin, httpOnly: true, sameSite: 'Lax' as const }
}
