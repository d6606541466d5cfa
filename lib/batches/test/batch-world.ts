import 'server-only'
import { type Actor, provenActor } from '@/lib/auth/actor'
import type { PrismaClient } from '@/lib/db/generated/client'
import { withTestDatabase } from '@/lib/db/test-database'
import { startBatch } from '../control'
import { prepareBatch, prepareUndo } from '../prepare'
import { type BatchDetail, batchDetail } from '../queries'
import { type PrepareBatchInput, prepareBatchInput } from '../schema'
import { workOnce } from '../worker'

/** A database with one operator, and the steps that a test of batches is made of. Records are all of the entity type in `kind`. */
export class BatchWorld {
  /** Changed before each test, so that each has records of its own. */
  kind = 'KIND'
  private constructor(
    readonly db: PrismaClient,
    readonly ada: Actor,
    readonly drop: () => Promise<void>,
  ) {}

  static async make(): Promise<BatchWorld> {
    const { client, drop } = await withTestDatabase()
    const user = await client.user.create({ data: { email: 'ada@test.local', role: 'OPERATOR', passwordHash: 'x' } })
    return new BatchWorld(client, provenActor({ id: user.id, email: user.email, role: 'OPERATOR' }), drop)
  }

  clock = () => ({ now: new Date().toISOString(), timeZone: 'UTC' })

  /** The ids of that many new records, in their order. */
  insert = async (count: number, fields: { deletedAt?: Date; status?: 'ARCHIVED' } = {}): Promise<string[]> => {
    const data = Array.from({ length: count }, () => ({ entityType: this.kind, ...fields }))
    return (await this.db.record.createManyAndReturn({ data })).map(({ id }) => id).sort()
  }

  matching = (state: 'live' | 'deleted' | 'all' = 'live', q = `entityType:${this.kind}`) =>
    ({ kind: 'matching', q, state, text: 'head', ...this.clock() }) as const

  rows = () => this.db.record.findMany({ where: { entityType: this.kind }, orderBy: { id: 'asc' } })

  live = async () => (await this.rows()).filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)

  entries = (correlationId: string) => this.db.auditEntry.findMany({ where: { correlationId } })

  /** Works as a server process does, until nothing is left to do. */
  drain = async (): Promise<void> => {
    while (await workOnce());
  }

  detail = async (batchId: string): Promise<BatchDetail> => {
    const batch = await batchDetail(this.ada, batchId)
    if (!batch) throw new Error('The batch is gone.')
    return batch
  }

  prepared = async (input: PrepareBatchInput, actor = this.ada): Promise<BatchDetail> => {
    const { batchId } = await prepareBatch(actor, prepareBatchInput.parse(input))
    await this.drain()
    return this.detail(batchId)
  }

  ran = async (batch: Promise<BatchDetail>): Promise<BatchDetail> => {
    const { id } = await batch
    await startBatch(this.ada, { batchId: id })
    await this.drain()
    return this.detail(id)
  }

  /** The preview of taking a batch back. */
  undone = async (batchId: string, q = ''): Promise<BatchDetail> => {
    const made = await prepareUndo(this.ada, { batchId, q, ...this.clock() })
    await this.drain()
    return this.detail(made.batchId)
  }
}
