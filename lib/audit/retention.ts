import 'server-only'
import { settingActor } from '../auth/actor'
import { env } from '../env'
import { pruneAudit } from './prune'

/** Lets go of entries older than AUDIT_RETENTION_DAYS; without that setting they are kept for ever. */
export async function pruneByRetention(): Promise<void> {
  const days = env().AUDIT_RETENTION_DAYS
  if (days !== undefined) await pruneAudit(settingActor('AUDIT_RETENTION_DAYS'), { days })
}
