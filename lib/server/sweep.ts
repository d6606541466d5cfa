import 'server-only'
import { pruneByRetention } from '../audit/retention'
import { sweepFailedSignIns } from '../auth/failed-sign-ins'
import { sweepLinks } from '../auth/one-time-link'
import { sweepSessions } from '../auth/session-rows'
import { sweepTokens } from '../auth/token-rows'
import { sweepBatches } from '../batches/sweep'
import { sweepCalls } from '../db/once'
import { sweepKeptFiles } from '../exports/keeper'
import { sweepHealth } from '../health/sweep'
import { sweepBuckets } from '../limits/limit'
import { describeError, log } from '../log'
import { sweepNotices } from '../notices/sweep'
import { sweepIdSets } from '../records/id-sets'

const HOUR = 60 * 60_000
/** Milliseconds after the start at which the first look is taken, when whoever waits for the first page has it. */
const FIRST = 60_000

/** What lets go of what is not kept any longer, each by the rule of its own noun, and milliseconds between two looks. */
const SWEEPS = [
  { of: 'previews and lists of batches', every: HOUR, sweep: sweepBatches },
  { of: 'files of exports', every: HOUR, sweep: sweepKeptFiles },
  { of: 'imported ids', every: HOUR, sweep: sweepIdSets },
  { of: 'changes of health and samples', every: HOUR, sweep: sweepHealth },
  { of: 'messages of notices', every: HOUR, sweep: sweepNotices },
  { of: 'sessions', every: HOUR, sweep: sweepSessions },
  { of: 'counts of failed sign-ins', every: HOUR / 4, sweep: sweepFailedSignIns },
  { of: 'links that ended', every: HOUR, sweep: sweepLinks },
  { of: 'tokens that ended', every: HOUR, sweep: sweepTokens },
  { of: 'answers to presses of a button', every: HOUR, sweep: sweepCalls },
  { of: 'counts of requests', every: HOUR, sweep: sweepBuckets },
  { of: 'audit entries', every: 24 * HOUR, sweep: pruneByRetention },
]

/** Lets go of what is old in this process for as long as it lives. Any number of processes may do so at once; an outage is waited out. */
export function sweepRegularly(): void {
  for (const { of, every, sweep } of SWEEPS) {
    const look = () =>
      sweep().catch((error: unknown) => log.error({ of, error: describeError(error) }, 'what is old was not let go of'))
    setTimeout(() => {
      void look()
      setInterval(() => void look(), every).unref()
    }, FIRST).unref()
  }
}
