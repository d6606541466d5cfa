import { requireReader } from '@/lib/auth/actor'
import { countInSteps } from '@/lib/records/count-in-steps'
import { readRecordSearch } from '@/lib/records/search-params'
import { countResponse } from '@/lib/server/count-response'
import { forScripts } from '@/lib/server/for-scripts'
import { viewerZone } from '@/lib/time/viewer-zone'

/** The exact number of records in the list that the query names, with how far counting is, line by line. */
export const GET = forScripts((request) =>
  countResponse(request, async (raw, signal) => {
    const actor = await requireReader('records:read')
    const { search, problems } = readRecordSearch(raw)
    const clock = { now: new Date(), timeZone: await viewerZone() }
    return problems.length > 0 ? null : countInSteps(actor, search, clock, signal)
  }),
)
