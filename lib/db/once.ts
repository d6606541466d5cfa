import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { AppError } from '../errors'
import { describeError, log } from '../log'
import { type Seal, sealWith } from '../table/seal'
import { database } from './client'
import type { Prisma } from './generated/client'

/** What a browser makes for one press of a button: at least 122 random bits. */
const KEY = /^[\w-]{22,64}$/
/** Characters of an answer at most that is kept; what is longer is answered by a sentence when it is asked for again. */
const LONGEST = 256_000
/** Milliseconds that a person is made to wait for whether their change was made after all. */
const PATIENCE = 800
/** Milliseconds for which it is known what was answered. */
const KEPT = 24 * 60 * 60_000

interface Call {
  id: Uint8Array<ArrayBuffer>
  seal: Seal
  /** Whether a transaction that holds the call's row has been committed. */
  noted: boolean
}

/** Thrown within a transaction whose call another one has made. */
class DoneBefore extends Error {}

// Kept on globalThis: actions and verbs may be parts of different bundles of the same process.
const shared = globalThis as typeof globalThis & { mastraAdminCalls?: AsyncLocalStorage<Call> }
shared.mastraAdminCalls ??= new AsyncLocalStorage<Call>()
const calls = shared.mastraAdminCalls

export interface Press {
  actorId: string
  verb: string
  /** Undefined for a page from before there were keys. Throws INVALID for what no page of ours sends. */
  key: unknown
  input: unknown
}

/**
 * Runs `work` once for each press of a button: asked again with the same key and input, it gives the first answer and does nothing. The row that
 * says so is written in the transaction of the change, so that either both are there or neither. An answer may hold what is shown only once, so it is
 * sealed with the key itself, which the database does not have. A refusal is not kept: then nothing was done.
 */
export async function once<T>({ actorId, verb, key, input }: Press, work: () => Promise<T>): Promise<T> {
  if (key === undefined) return work()
  if (typeof key !== 'string' || !KEY.test(key))
    throw new AppError('INVALID', 'The key of this request was not understood.')
  const id = createHash('sha256')
    .update(JSON.stringify([actorId, verb, key, input]))
    .digest()
  const call: Call = { id: new Uint8Array(id), seal: sealWith(`answer ${key}`), noted: false }
  const before = await answerBefore<T>(call)
  if (before) return before.value
  try {
    const value = await calls.run(call, work)
    await keepAnswer(call, value)
    return value
  } catch (error) {
    // Another request of the same press may have been faster; and a connection that was lost at the end may have been lost after it.
    const meanwhile = call.noted ? null : await inTime(answerBefore<T>(call))
    if (meanwhile) return meanwhile.value
    throw error
  }
}

/** Null when the database does not answer in time, or cannot: the error that led here says why. */
async function inTime<T>(asking: Promise<T | null>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null)
  })
  const asked = asking.catch((error: unknown) => {
    if (error instanceof AppError) throw error
    log.warn({ error: describeError(error) }, 'whether a change was made could not be asked')
    return null
  })
  try {
    return await Promise.race([asked, patience])
  } finally {
    clearTimeout(timer)
  }
}

/** In a transaction, as its last statement: notes that the press behind it, if there is one, has been done. Waits for another that is about to. */
export async function noteCall(tx: Prisma.TransactionClient): Promise<void> {
  const call = calls.getStore()
  if (!call || call.noted) return
  const made = await tx.$executeRaw`insert into mastra_admin.verb_call (id) values (${call.id}) on conflict do nothing`
  if (made === 0) throw new DoneBefore()
}

/** Says that the transaction has been committed. */
export function callNoted(): void {
  const call = calls.getStore()
  if (call) call.noted = true
}

async function answerBefore<T>({ id, seal }: Call): Promise<{ value: T } | null> {
  const row = await database().verbCall.findUnique({ where: { id } })
  if (!row) return null
  const text = row.answer === null ? null : seal.reveal(row.answer)
  if (text === null)
    throw new AppError('CONFLICT', 'This was already done, but the answer was lost on the way. Reload to see it.')
  return { value: JSON.parse(text) }
}

/** The change is made, whatever becomes of this. */
async function keepAnswer({ id, seal }: Call, value: unknown): Promise<void> {
  const text = JSON.stringify(value ?? null)
  const answer = text.length > LONGEST ? null : seal.hide(text)
  try {
    await database().verbCall.upsert({ where: { id }, create: { id, answer }, update: { answer } })
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the answer of a change could not be kept')
  }
}

/** Lets go of what nobody asks for again. */
export async function sweepCalls(now = new Date()): Promise<void> {
  await database().verbCall.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT) } } })
}
