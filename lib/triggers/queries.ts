import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { TRIGGERS, type TriggerEntry } from './catalogue'
import type { TriggerRow } from './dto'

/** Which triggers could be on Mastra's tables, and which are. Throws FORBIDDEN. */
export async function triggerPlan(actor: Actor): Promise<TriggerRow[]> {
  authorize(actor, 'triggers:manage')
  return Promise.all(
    TRIGGERS.map(async (entry) => {
      const { name, table, helps, price } = entry
      return { name, table, helps, price, state: await stateOf(entry) }
    }),
  )
}

/** Whether the trigger of this name tells of everything it is there for. Read from the catalogue of Postgres, by its index. */
export async function tells(name: TriggerEntry['name']): Promise<boolean> {
  const entry = TRIGGERS.find((one) => one.name === name)
  return entry !== undefined && (await stateOf(entry)) === 'present'
}

async function stateOf({ parts, table }: TriggerEntry): Promise<TriggerRow['state']> {
  const [row] = await database().$queryRaw<{ enabled: number; there: number }[]>`
    select count(*) filter (where tgenabled in ('O', 'A'))::int as enabled, count(*)::int as there
    from pg_trigger where tgrelid = to_regclass(${`mastra.${table}`}) and tgname = any(${[...parts]}::text[])`
  if (row?.enabled === parts.length) return 'present'
  return row && row.there > 0 ? 'partial' : 'absent'
}
