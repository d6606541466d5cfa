import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type pg from 'pg'
import type { Role } from '../auth/permissions'

const SECRET = 'bench'.repeat(10)

/** Adds someone of this role to a throwaway database and gives the cookie of their session. */
export async function signInAs(client: pg.Client, role: Role): Promise<string> {
  const sub = randomUUID()
  await client.query(`insert into mastra_admin."user" (id, email, role, password_hash) values ($1, $2, $3, 'x')`, [
    sub,
    `${sub}@example.test`,
    role,
  ])
  await client.query(
    `insert into mastra_admin.setting (name, value) values ('session.secret', $1)
     on conflict (name) do update set value = excluded.value`,
    [SECRET],
  )
  const sid = randomUUID()
  await client.query(
    `insert into mastra_admin.session (id, user_id, epoch, method, user_agent, address) values ($1, $2, 0, 'password', '', '')`,
    [sid, sub],
  )
  return `next-auth.session-token=${await encode({ token: { sub, sid }, secret: SECRET, maxAge: 86_400 })}`
}
