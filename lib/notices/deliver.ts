import 'server-only'
import { settingActor } from '../auth/actor'
import { database } from '../db/client'
import type { NoticeChannel, NoticeMessage } from '../db/generated/client'
import { transact } from '../db/transact'
import { nextTry } from './backoff'
import type { TryOutcome } from './outcome'
import { sendOnce } from './send'

/** Milliseconds for which a try holds its message; longer than any try takes. Of a process that is killed another takes over then. */
const HELD = 60_000

export interface DeliveryTools {
  now: () => Date | Promise<Date>
  random?: () => number
  send?: typeof sendOnce
}

/** The clock that all instances share. */
export async function databaseNow(): Promise<Date> {
  const [row] = await database().$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  return row?.now ?? new Date()
}

/**
 * Tries the message that is due longest and that no other process is at, and writes down what came of it. Returns false when there is
 * none. The key (state, next_at) finds it.
 */
export async function deliverNext({ now, random = Math.random, send = sendOnce }: DeliveryTools): Promise<boolean> {
  const begun = await now()
  const claimed = await claim(begun)
  if (!claimed) return false
  const outcome = await send(claimed.channel, claimed.message, begun)
  await settleTry(claimed.message, outcome, { now: await now(), random: random() })
  return true
}

async function claim(now: Date): Promise<{ message: NoticeMessage; channel: NoticeChannel } | null> {
  const [row] = await database().$queryRaw<{ id: string }[]>`
    update mastra_admin.notice_message set tries = tries + 1, last_try_at = ${now}::timestamptz, last_outcome = null,
      next_at = ${new Date(now.getTime() + HELD)}::timestamptz
    where id = (
      select m.id from mastra_admin.notice_message m join mastra_admin.notice_channel c on c.id = m.channel_id
      where m.state = 'due' and m.kind = 'notice' and m.next_at <= ${now}::timestamptz
        and c.removed_at is null and c.paused_by is null and c.off_reason is null
      order by m.next_at limit 1 for update of m skip locked)
    returning id`
  if (!row) return null
  const { channel, ...message } = await database().noticeMessage.findUniqueOrThrow({
    where: { id: row.id },
    include: { channel: true },
  })
  return { message, channel }
}

/** Of a message that another process has taken over meanwhile nothing is written: what it finds counts. */
async function settleTry(
  message: NoticeMessage,
  outcome: TryOutcome,
  { now, random }: { now: Date; random: number },
): Promise<void> {
  const again = outcome.gone ? null : nextTry(message.tries, { dueSince: message.dueSince, now, random })
  const state = outcome.accepted ? 'delivered' : again ? 'due' : 'failed'
  const where = { id: message.id, state: 'due', tries: message.tries }
  const data = { state, ...toldOf(outcome), ...(again && state === 'due' ? { nextAt: again } : {}) }
  if (state !== 'failed') {
    await database().noticeMessage.updateMany({ where, data })
    return
  }
  const reason = outcome.gone
    ? 'The receiver answered that it is gone for good (410).'
    : `A message was not accepted for a day. The last try: ${outcome.sentence}`
  await transact(settingActor('notices'), async ({ tx, audit }) => {
    await tx.noticeMessage.updateMany({ where, data })
    const off = await tx.noticeChannel.updateMany({
      where: { id: message.channelId, offReason: null },
      data: { offReason: reason },
    })
    const entry = { action: 'notice.switch-off', subjectId: message.channelId, after: { reason } } as const
    await audit(off.count > 0 ? [entry] : [])
  })
}

/** What is kept of a try. */
export function toldOf({ status, millis, sentence }: TryOutcome) {
  return { lastStatus: status, lastMillis: millis, lastOutcome: sentence }
}
