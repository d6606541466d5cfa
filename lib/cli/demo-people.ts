import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { DEMO_USERS } from '../users/demo-users'

/** Adds the demo's people who are not there yet; those who are keep the role, password and state they have by now. */
export async function addDemoUsers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const { email, password, role } of DEMO_USERS) {
      const known = await client.query('SELECT 1 FROM mastra_admin."user" WHERE email = $1', [email])
      if (known.rows.length > 0) continue
      const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
      await client.query(
        'INSERT INTO mastra_admin."user" (id, email, role, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [randomUUID(), email, role, passwordHash],
      )
    }
  } finally {
    await client.end()
  }
}
