import 'server-only'
import type { MaskPolicy } from '../mask/policy'
import { composeNotice, type NoticeBody } from './message'

const MINUTE = 60_000

/** What the test sends and the preview shows: one event that never happened. */
export function sampleNotice(policy: MaskPolicy, type: NoticeBody['type'], channel: string, now: Date): NoticeBody {
  const at = new Date(now.getTime() - MINUTE)
  const cause = {
    id: '00000000000000000000000000000000',
    title: 'invalid_grant: the refresh token of <user> has expired (an example)',
    kind: 'authorisation',
    firstSeenAt: at,
  }
  const about = { cause, connection: null, overSince: null }
  return composeNotice(policy, type, {
    channel,
    events: [{ event: 'new', at, connections: 12, integrations: ['HUBSPOT', 'GITHUB'], ...about }],
    total: 1,
    now,
  })
}
