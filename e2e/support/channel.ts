import type pg from 'pg'

/** A webhook with a message that it was sent; `secret` stands where its address and its secret are kept. */
export async function insertChannel(pool: pg.Pool, name: string, secret: string): Promise<string> {
  const settings = `{"events": ["new"], "threshold": 10, "integrations": ["${name}"], "quiet": null, "interval": 5}`
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO mastra_admin.notice_channel (id, kind, name, settings, origin, sealed_address, sealed_secret, former_secret)
     VALUES (gen_random_uuid(), 'webhook', $1, $2::jsonb, 'https://receiver.example', $3, $3, $3) RETURNING id`,
    [name, settings, secret],
  )
  const id = rows[0]?.id ?? ''
  const data = { channel: name, total: 1, events: [], url: 'https://admin.example/issues' }
  await pool.query(
    `INSERT INTO mastra_admin.notice_message (id, channel_id, kind, body, state, created_at, due_since, next_at, tries, last_outcome)
     VALUES (gen_random_uuid(), $1, 'notice', $2, 'delivered', now(), now(), now(), 1, '204 after 83 ms')`,
    [id, JSON.stringify({ type: 'notice', timestamp: new Date().toISOString(), text: 'x', data })],
  )
  return id
}
