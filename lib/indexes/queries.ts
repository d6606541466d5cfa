import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { ownsTables } from '../db/owns-tables'
import { adviceOn } from './advice'
import { type CatalogueEntry, catalogue } from './catalogue'
import type { ForeignIndex, IndexPlan, IndexRow } from './dto'
import { type FilterUse, filterUses } from './filter-use'
import { type IndexPurpose, readPurpose } from './known-indexes'

/** Which indexes help on this database, with what each would cost or costs, and what else is on Mastra's tables. Throws FORBIDDEN. */
export async function indexPlan(actor: Actor): Promise<IndexPlan> {
  authorize(actor, 'indexes:manage')
  const [uses, present, rows, noTrigrams, owned] = await Promise.all([
    filterUses(),
    presentIndexes(),
    tableRows(),
    whyNoTrigrams(),
    ownsTables(),
  ])
  const entries = await knownEntries(uses)
  const names = new Set(entries.map(({ name }) => name))
  return {
    rows,
    indexes: entries.map((entry) => describe(entry, present.get(entry.name), uses, rows[entry.table])),
    others: [...present.values()].filter(({ name }) => !names.has(name)).map(asForeign),
    // Whoever may not build any index is told that alone.
    noTrigrams: owned ? noTrigrams : null,
    owned,
  }
}

/** The entry of that name, among what helps and what was built before. */
export async function findEntry(name: string): Promise<CatalogueEntry | undefined> {
  return (await knownEntries(await filterUses())).find((entry) => entry.name === name)
}

/** Paths come from what people filter by, and from what has been built: a path that nobody uses any more must still be droppable. */
async function knownEntries(uses: readonly FilterUse[]): Promise<CatalogueEntry[]> {
  const built = await builtPurposes()
  const purposes = [...uses.map(({ purpose }) => purpose), ...built]
  const paths = new Map(
    purposes.flatMap((purpose) => (purpose.use === 'path' ? [[JSON.stringify(purpose), purpose]] : [])),
  )
  return catalogue([...paths.values()])
}

async function builtPurposes(): Promise<IndexPurpose[]> {
  const rows = await database().$queryRaw<{ comment: string }[]>`
    select obj_description(i.indexrelid, 'pg_class') as comment from pg_index i
    where i.indrelid = 'mastra.records'::regclass and starts_with(obj_description(i.indexrelid, 'pg_class'), '{"use":"path"')`
  return rows.flatMap(({ comment }) => readPurpose(comment) ?? [])
}

interface Present {
  name: string
  table: string
  definition: string
  valid: boolean
  bytes: number
  scans: number
  phase: string | null
  share: number
}

async function presentIndexes(): Promise<Map<string, Present>> {
  const rows = await database().$queryRaw<Present[]>`
    select c.relname as name, t.relname as table, pg_get_indexdef(i.indexrelid) as definition, i.indisvalid as valid,
      pg_relation_size(i.indexrelid)::float8 as bytes, coalesce(s.idx_scan, 0)::float8 as scans, p.phase,
      coalesce(case when p.blocks_total > 0 then p.blocks_done::float8 / p.blocks_total
        when p.tuples_total > 0 then p.tuples_done::float8 / p.tuples_total end, 0)::float8 as share
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'mastra'
    left join pg_stat_all_indexes s on s.indexrelid = i.indexrelid
    left join pg_stat_progress_create_index p on p.index_relid = i.indexrelid
    where t.relname in ('records', 'connections') order by t.relname, c.relname`
  return new Map(rows.map((row) => [row.name, row]))
}

async function tableRows(): Promise<IndexPlan['rows']> {
  const [row] = await database().$queryRaw<IndexPlan['rows'][]>`
    select greatest((select reltuples from pg_class where oid = 'mastra.records'::regclass), 0)::float8 as records,
      greatest((select reltuples from pg_class where oid = 'mastra.connections'::regclass), 0)::float8 as connections`
  return row ?? { records: 0, connections: 0 }
}

async function whyNoTrigrams(): Promise<string | null> {
  const [row] = await database().$queryRaw<{ installed: boolean; offered: boolean; allowed: boolean }[]>`
    select exists (select from pg_extension where extname = 'pg_trgm') as installed,
      exists (select from pg_available_extensions where name = 'pg_trgm') as offered,
      has_database_privilege(current_database(), 'create') as allowed`
  if (!row || row.installed) return null
  if (!row.offered) return 'This server does not have the extension pg_trgm.'
  return row.allowed ? null : 'The extension pg_trgm is not installed, and this role may not install it.'
}

function describe(
  entry: CatalogueEntry,
  present: Present | undefined,
  filters: readonly FilterUse[],
  rows: number,
): IndexRow {
  const { name, table, helps, price, perRow, purpose } = entry
  const used = filters.find((use) => JSON.stringify(use.purpose) === JSON.stringify(purpose))?.uses ?? 0
  const uses = purpose.use === 'sort' ? null : used
  const state = !present ? 'absent' : present.phase !== null ? 'building' : present.valid ? 'ready' : 'invalid'
  return {
    name,
    table,
    helps,
    price,
    state,
    uses,
    rows,
    advice: adviceOn({ state, uses, rows, isForWords: purpose.use === 'search' }),
    expected: present ? null : { seconds: (rows * perRow.microseconds) / 1e6, bytes: rows * perRow.bytes },
    progress: present?.phase ? { phase: present.phase, share: present.share } : null,
    actual: present && state === 'ready' ? { bytes: present.bytes, scans: present.scans } : null,
  }
}

function asForeign({ name, table, definition, bytes, scans }: Present): ForeignIndex {
  return { name, table, definition, bytes, scans }
}
