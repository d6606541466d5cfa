import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '../auth/actor'
import { authorize, type Permission } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { describeError, log } from '../log'
import { ByteText } from './byte-text'
import type { keptRequest } from './keep-schema'
import { type ExportFormat, type ExportManifest, type ExportTable, fileNameOf } from './manifest-dto'
import { type ExportColumn, rendererFor } from './render'
import { openSnapshot } from './snapshot'

/** Exports that one person and one process have under way at most: each holds a session and a snapshot of the database. */
const EACH = 2
const ALL = 6

/** What is to be written: the columns in their order and a statement, without an order of its own, that gives each as text. */
export interface ExportSource {
  table: ExportTable
  permission: Permission
  /** The filter as the address has it. */
  filter: Record<string, string>
  columns: readonly ExportColumn[]
  select: Prisma.Sql
  /** The order of the rows, and that by their age, which begins with the youngest. */
  order: Prisma.Sql
  byAge: Prisma.Sql
  /** How many of the youngest rows are written; all without it. */
  newest?: number
}

export interface RunningExport {
  fileName: string
  format: ExportFormat
  /** The bytes of the file. A failure is thrown, so that the file ends short. */
  pieces: AsyncGenerator<Uint8Array>
  /** Stops the query in Postgres at once, also while a piece is awaited, which then fails. */
  cancel: () => Promise<void>
}

// Kept on globalThis: each route is bundled apart.
const shared = globalThis as typeof globalThis & { mastraAdminExports?: Map<string, number> }
shared.mastraAdminExports ??= new Map()
const underWay = shared.mastraAdminExports

/**
 * Begins to write a table to a file: all rows are of one moment, and what is masked on the screen is masked in it. The trail has an entry
 * when it begins and one when it is whole or broke off. `begun` is the id of one that was begun before. Throws FORBIDDEN, LIMIT with two under way, and what the database throws.
 */
export async function runExport(
  actor: Actor,
  source: ExportSource,
  format: ExportFormat,
  begun?: string,
): Promise<RunningExport> {
  authorize(actor, source.permission)
  const own = underWay.get(actor.id) ?? 0
  const all = [...underWay.values()].reduce((sum, count) => sum + count, 0)
  if (own >= EACH) throw new AppError('LIMIT', `${EACH} exports of yours are under way. Wait for one, or cancel it.`)
  if (all >= ALL) throw new AppError('LIMIT', 'Too many exports are under way. Try again in a minute.')
  const release = reserve(actor.id)
  try {
    const snapshot = await openSnapshot(inOrder(source))
    const id =
      begun ??
      (await beginExport(actor, source, format).catch(async (error: unknown) => {
        await snapshot.close()
        throw error
      }))
    return {
      fileName: fileNameOf({ table: source.table, format, id, snapshotAt: snapshot.at.toISOString() }),
      format,
      pieces: written(actor, source, { id, format, snapshot, release }),
      cancel: snapshot.close,
    }
  } catch (error) {
    release()
    throw error
  }
}

/** Where no index has them by their age, all rows are read to find the youngest, as for the whole file. */
function inOrder({ select, order, byAge, newest }: ExportSource): Prisma.Sql {
  if (newest === undefined) return Prisma.sql`${select} order by ${order}`
  return Prisma.sql`${select} order by ${byAge} limit ${newest}`
}

function reserve(actorId: string): () => void {
  underWay.set(actorId, (underWay.get(actorId) ?? 0) + 1)
  let released = false
  return () => {
    if (released) return
    released = true
    const left = (underWay.get(actorId) ?? 1) - 1
    if (left > 0) underWay.set(actorId, left)
    else underWay.delete(actorId)
  }
}

interface Writing {
  id: string
  format: ExportFormat
  snapshot: Awaited<ReturnType<typeof openSnapshot>>
  release: () => void
}

async function* written(
  actor: Actor,
  source: ExportSource,
  { id, format, snapshot, release }: Writing,
): AsyncGenerator<Uint8Array> {
  const { head, row, tail } = rendererFor(format, source.columns)
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  let manifest: ExportManifest | null = null
  const out = new ByteText()
  function* hashed() {
    for (const piece of out.take()) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  try {
    out.append(head)
    for await (const step of snapshot.steps) {
      for (const values of step) {
        row(out, values, rows)
        rows += 1
      }
      yield* hashed()
    }
    out.append(tail)
    yield* hashed()
    manifest = {
      version: 1,
      id,
      table: source.table,
      format,
      filter: source.filter,
      columns: source.columns.map(({ name }) => name),
      masking:
        'What looks like a secret, by its key or its form, is masked, and so is what the rules of this installation name.',
      rows,
      bytes,
      sha256: hash.digest('hex'),
      snapshotAt: snapshot.at.toISOString(),
      by: actor.email,
    }
    await end(actor, id, manifest)
    if (format === 'ndjson') yield Buffer.from(`${JSON.stringify({ manifest })}\n`)
  } finally {
    release()
    await snapshot.close()
    if (!manifest) await breakOff(actor, id, rows)
  }
}

/** Writes down that an export begins; with a `request` it is one that is made in the background. Gives its id. */
export function beginExport(
  actor: Actor,
  { table, filter, columns }: ExportSource,
  format: ExportFormat,
  request?: z.input<typeof keptRequest>,
): Promise<string> {
  return transact(actor, async ({ tx, audit }) => {
    const { id } = await tx.export.create({
      data: { table, format, actorId: actor.id, actorEmail: actor.email, request },
    })
    await audit([
      {
        action: 'export.begin',
        subjectId: id,
        after: { table, format, filter, columns: columns.map(({ name }) => name) },
      },
    ])
    return id
  })
}

async function end(actor: Actor, id: string, manifest: ExportManifest): Promise<void> {
  await transact(actor, async ({ tx, audit }) => {
    await tx.export.update({ where: { id }, data: { endedAt: new Date(), manifest } })
    const { rows, bytes, sha256 } = manifest
    await audit([{ action: 'export.complete', subjectId: id, after: { rows, bytes, sha256 } }])
  })
}

/** Told to the trail as far as that is possible: what broke it off may have been the database. */
async function breakOff(actor: Actor, id: string, rows: number): Promise<void> {
  try {
    await transact(actor, async ({ audit }) => audit([{ action: 'export.break-off', subjectId: id, after: { rows } }]))
    await database().export.update({ where: { id }, data: { endedAt: new Date() } })
  } catch (error) {
    log.error({ export: id, error: describeError(error) }, 'the end of an export could not be written down')
  }
}
