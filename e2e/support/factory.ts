import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { insertChannel } from './channel'

interface RecordFields {
  externalId?: string | null
  data?: string
  source?: string
  entityType?: string
  entityId?: string | null
  status?: 'ACTIVE' | 'ARCHIVED'
  enrichmentStatus?: 'PENDING' | 'APPLIED' | 'UNAPPLIED' | 'FAILED'
  deletedAt?: string | null
  createdAt?: string
}

const WORDS =
  'amber birch cedar dune ember fjord grove harbour island juniper knoll lagoon meadow oak prairie quarry river'.split(
    ' ',
  )

/** Writes rows as Mastra would, under names that no other test has. */
export class Factory {
  /** A word that marks this test's rows, so that a filter on it finds them and nothing else. */
  readonly mark: string
  private made = 0

  constructor(
    private readonly pool: pg.Pool,
    testId: string,
  ) {
    this.mark = `t${testId.replaceAll(/[^a-z0-9]/gi, '').slice(-6)}${randomBytes(3).toString('hex')}`
  }

  /** Words without a digit that no other test says: what is told apart by words must not look like an id. */
  words(count = 6): string {
    const pick = () => WORDS[Math.floor(Math.random() * WORDS.length)] ?? 'oak'
    return Array.from({ length: count }, pick).join(' ')
  }

  /** Later ones sort after earlier ones, as Mastra's do: rows that were made in the same millisecond stand in the order of their ids. */
  private id(): string {
    this.made += 1
    return `c${Date.now().toString(36)}${this.made.toString(16).padStart(4, '0')}${randomBytes(6).toString('hex')}`
  }

  async record(fields: RecordFields = {}): Promise<string> {
    const id = this.id()
    await this.pool.query(
      `INSERT INTO mastra."records" (id, "externalId", data, source, "entityType", "entityId", status, "enrichmentStatus", "deletedAt", "createdAt")
       VALUES ($1, $2, $3::jsonb, $4, $5, $6, $7::mastra."RecordStatus", $8::mastra."RecordEnrichmentStatus", $9, coalesce($10, now()))`,
      [
        id,
        fields.externalId ?? null,
        fields.data ?? '{}',
        fields.source ?? 'MANUAL',
        fields.entityType ?? this.mark,
        fields.entityId ?? null,
        fields.status ?? 'ACTIVE',
        fields.enrichmentStatus ?? 'UNAPPLIED',
        fields.deletedAt ?? null,
        fields.createdAt ?? null,
      ],
    )
    return id
  }

  /** Many live records at once, with the same document; gives their ids in the order of ids. */
  async records(count: number, data = '{}'): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `INSERT INTO mastra."records" (id, "entityType", data)
       SELECT $1 || lpad(n::text, 6, '0'), $2, $4::jsonb FROM generate_series(1, $3::int) n RETURNING id`,
      [this.id().slice(0, 19), this.mark, count, data],
    )
    return rows.map(({ id }) => id).sort()
  }

  /** How many of this test's records are soft-deleted. */
  async deletedCount(): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM mastra."records" WHERE "entityType" = $1 AND "deletedAt" IS NOT NULL`,
      [this.mark],
    )
    return rows[0]?.count ?? 0
  }

  async connection(fields: { name?: string; connectionId?: string; issues?: string[]; syncConfig?: string } = {}) {
    const id = this.id()
    await this.pool.query(
      `INSERT INTO mastra."connections" (id, name, "connectionId", issues, "syncConfig") VALUES ($1, $2, $3, $4, $5::jsonb)`,
      [
        id,
        fields.name ?? 'GITHUB',
        fields.connectionId ?? `user-${this.mark}-${id}`,
        fields.issues ?? [],
        fields.syncConfig ?? null,
      ],
    )
    return id
  }

  async entity(connection: string, type = 'CONTACT'): Promise<string> {
    const id = this.id()
    await this.pool.query(`INSERT INTO mastra."entity" (id, type, "createdBy", k_id) VALUES ($1, $2, 'SYNC', $3)`, [
      id,
      type,
      connection,
    ])
    return id
  }

  /** What Mastra declares of one value in the data of an entity's records; gives its id, for the parts of a composite. */
  async property(
    entity: string,
    name: string,
    fields: { displayName?: string; type?: string; order?: number; visible?: boolean; parentId?: string } = {},
  ): Promise<string> {
    const id = this.id()
    await this.pool.query(
      `INSERT INTO mastra."properties" (id, name, "displayName", type, "order", visible, "parentId", "entityId")
       VALUES ($1, $2, $3, $4::mastra."PropertyType", $5, $6, $7, $8)`,
      [
        id,
        name,
        fields.displayName ?? name,
        fields.type ?? 'SINGLE_LINE_TEXT',
        fields.order ?? 0,
        fields.visible ?? true,
        fields.parentId ?? null,
        entity,
      ],
    )
    return id
  }

  async credential(connection: string, value: string, scope: string[] = []): Promise<string> {
    const id = this.id()
    await this.pool.query(
      `INSERT INTO mastra."credentials" (id, type, value, scope, k_id) VALUES ($1, 'OAUTH', $2::jsonb, $3, $4)`,
      [id, value, scope, connection],
    )
    return id
  }

  /** What a failing sync does: it replaces the issues with one new message. */
  async failSync(connection: string, message: string): Promise<void> {
    await this.pool.query(`UPDATE mastra."connections" SET issues = ARRAY[$2] WHERE id = $1`, [connection, message])
  }

  /** A cause of issues of which a connection has the message. Gives its id. */
  async cause(connection: string, message = 'rate limited'): Promise<string> {
    const id = randomBytes(16).toString('hex')
    await this.pool.query(
      `INSERT INTO mastra_admin.issue_cause (id, title, kind, connections, integrations, first_seen_at, appeared_at)
       VALUES ($1, $2, 'other', 1, '{GITHUB}', now(), now())`,
      [id, message],
    )
    // The app may have seen the message before.
    await this.pool.query(
      `INSERT INTO mastra_admin.issue_sighting
         (cause_id, version, connection_id, integration, customer, message_key, open_key, message, first_seen_at)
       SELECT $1, 1000, id, name, "connectionId", key, key, $3, now()
       FROM mastra."connections", encode(sha256(convert_to($3, 'UTF8')), 'hex') AS key WHERE id = $2
       ON CONFLICT (connection_id, open_key) DO UPDATE SET cause_id = excluded.cause_id`,
      [id, connection, message],
    )
    return id
  }

  /** An entry of the trail of someone who saved a view of this name. */
  async savedView(name: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO mastra_admin.audit_entry (id, actor_id, actor_email, actor_role, action, subject_type, subject_id, after, correlation_id)
       VALUES (mastra_admin.uuid_v7(), $1, 'a@b.example', 'SUPPORT', 'view.save', 'view', $2, $3, gen_random_uuid())`,
      [this.mark, randomUUID(), { name, table: 'records' }],
    )
  }

  async issuesOf(connection: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ issues: string[] }>(
      `SELECT issues FROM mastra."connections" WHERE id = $1`,
      [connection],
    )
    return rows[0]?.issues ?? []
  }

  async deletedAtOf(record: string): Promise<Date | null> {
    const { rows } = await this.pool.query<{ deletedAt: Date | null }>(
      `SELECT "deletedAt" AT TIME ZONE 'UTC' AS "deletedAt" FROM mastra."records" WHERE id = $1`,
      [record],
    )
    return rows[0]?.deletedAt ?? null
  }

  /** The record's document as Postgres writes it. */
  async dataOf(record: string): Promise<string> {
    const { rows } = await this.pool.query<{ data: string }>(
      `SELECT data::text AS data FROM mastra."records" WHERE id = $1`,
      [record],
    )
    return rows[0]?.data ?? ''
  }

  /** What a sync does to a record: it merges, key by key, and moves nothing else. */
  async syncData(record: string, data: string): Promise<void> {
    await this.pool.query(`UPDATE mastra."records" SET data = data || $2::jsonb WHERE id = $1`, [record, data])
  }

  /** What another admin's click does. */
  async deleteRecord(record: string, at: string): Promise<void> {
    await this.pool.query(
      `UPDATE mastra."records" SET "deletedAt" = $2::timestamptz AT TIME ZONE 'UTC' WHERE id = $1`,
      [record, at],
    )
  }

  async auditOf(subjectId: string): Promise<{ action: string; actor_email: string }[]> {
    const { rows } = await this.pool.query<{ action: string; actor_email: string }>(
      'SELECT action, actor_email FROM mastra_admin.audit_entry WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    )
    return rows
  }

  /** A webhook that tells of causes, with a message that it was sent; `secret` stands where its address and its secret are kept. */
  channel(secret = 'x'): Promise<string> {
    return insertChannel(this.pool, this.mark, secret)
  }
}
