import 'server-only'
import { createHash } from 'node:crypto'
import type { AuditDraft } from '../audit/write-entries'
import { database } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { describeError, log } from '../log'
import { emailInput } from '../users/schema'
import { strangerActor } from './actor'

/** Minutes in which failures of the same account, address and reason are one. */
const WINDOW = 15
/** Rows that are counted apart at the same time; what comes on top is counted together, so that no one can fill the trail. */
const MOST = 200
/** Rows that one sweep tells of. */
const AT_ONCE = 500

export interface FailedSignIn {
  /** What was typed as the e-mail. */
  email: string
  address: string
  reason: string
}

interface Counted {
  subject: string
  detail: Prisma.InputJsonObject
  times: number
}

/**
 * Appends a failed sign-in to the trail: the first of an account, address and reason at once, and how many more there were when a quarter of an hour is
 * over. Meant for after the response, which must not tell by its time whether there is such an account. Never throws: a failure is logged.
 */
export async function noteFailedSignIn({ email, address, reason }: FailedSignIn): Promise<void> {
  try {
    const typed = emailInput.safeParse(email)
    const user = typed.success ? await database().user.findUnique({ where: { email: typed.data } }) : null
    // Someone may have typed their password there, so that only an e-mail is kept. Accounts that are none share a row of their address.
    const subject = user?.id ?? (typed.success ? typed.data : 'no e-mail')
    const detail = { address, reason, ...(!user && { account: 'unknown' }) }
    await transact(strangerActor(), async ({ tx, audit }) => {
      const [crowd] = await tx.$queryRaw<{ rows: number }[]>`
        select count(*)::int as rows from (select 1 from mastra_admin.failed_sign_in limit ${MOST}) t`
      const key = keyOf([user?.id ?? 'unknown', address, reason])
      const isKnown = (await tx.failedSignIn.count({ where: { key } })) > 0
      const apart = isKnown || (crowd?.rows ?? 0) < MOST
      const row = apart
        ? { key, subject, detail }
        : { key: keyOf(['several']), subject: 'several accounts', detail: { address: 'several', reason: 'several' } }
      const ended = await tx.$queryRaw<Counted[]>`delete from mastra_admin.failed_sign_in
        where key = ${row.key} and since < now() - make_interval(mins => ${WINDOW}) returning subject, detail, times`
      const [counted] = await tx.$queryRaw<{ times: number }[]>`
        insert into mastra_admin.failed_sign_in as f (key, subject, detail, times)
        values (${row.key}, ${row.subject}, ${JSON.stringify(row.detail)}::jsonb, 1)
        on conflict (key) do update set times = f.times + 1 returning times`
      const first = counted?.times === 1 ? [entryOf({ ...row, times: 1 })] : []
      await audit([...moreOf(ended), ...first])
    })
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a failed sign-in could not be noted')
  }
}

/** Tells the trail how many more there were in windows that are over, and lets go of these. */
export async function sweepFailedSignIns(): Promise<void> {
  await transact(strangerActor(), async ({ tx, audit }) => {
    const ended = await tx.$queryRaw<Counted[]>`delete from mastra_admin.failed_sign_in where key in (
        select key from mastra_admin.failed_sign_in where since < now() - make_interval(mins => ${WINDOW})
        order by since limit ${AT_ONCE} for update skip locked)
      returning subject, detail, times`
    await audit(moreOf(ended))
  })
}

/** The first of each is in the trail already. */
function moreOf(ended: readonly Counted[]): AuditDraft[] {
  return ended.filter(({ times }) => times > 1).map((row) => entryOf({ ...row, times: row.times - 1 }))
}

function entryOf({ subject, detail, times }: Counted): AuditDraft {
  return { action: 'session.fail', subjectId: subject, after: { ...detail, times } }
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
