import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { absentAmong, noteFilterUse, wantedIndexes } from '../indexes/filter-use'
import { maskPolicy } from '../mask/mask-policy'
import type { Clock } from '../query/dates'
import { boundFilter, impliedSpan } from '../query/implied-span'
import { type Count, countUpTo } from '../table/count'
import { findPage, type ListResult } from '../table/find-page'
import { keysetTerms, readKeys, selectKeys } from '../table/keyset'
import type { PageDirection } from '../table/page'
import type { SortTerm } from '../table/sort'
import { isDataColumn, type RecordColumn } from './columns'
import { type CreationOrder, creationOrder, isByCreation } from './creation-order'
import { creationWalk, ownPlace } from './creation-walk'
import { selectCells } from './data-cells'
import type { Neighbours, RecordDetail, RecordDocument, RecordFacets, RecordRow } from './dto'
import { facetsOf } from './facets'
import { RECORD_FIELDS } from './fields'
import { fromFor, RECORDS_FROM } from './fields-sql'
import { matching, STATE_CONDITION } from './matching'
import { isNewestFirst, type PageIds, sortedIds } from './page-ids'
import { type RawDetail, type RawRow, readDetail, readDocument, readRow } from './present'
import { readPage } from './read-page'
import { hasWords, recordRegistry } from './record-registry'
import { refusedSort } from './refused-sort'
import { isRecordId } from './schema'
import { columnsOf } from './search-params'
import type { RecordSearch } from './search-query'
import { sortColumnsFor } from './sort-columns'
import { propertiesFor } from './typed-columns'

/** Milliseconds; none of these keeps the rows waiting. */
const NEIGHBOURS_BUDGET = 2_000
const COUNT = { cap: 10_000, budget: 2_000 }
/** Bytes, as stored, above which a row does not read its document. */
const PREVIEW_LIMIT = 8_192
/** Bytes of text above which a page does not embed a document: it would cross the wire twice, as HTML and as data. */
export const EMBED_LIMIT = 65_536

const COLUMNS = Prisma.sql`r.id, r."externalId", r.source, r."entityType", r.status::text as status,
  r."enrichmentStatus"::text as "enrichmentStatus", ${isoText(Prisma.sql`r."deletedAt"`)} as "deletedAt",
  ${isoText(Prisma.sql`r."createdAt"`)} as "createdAt", ${isoText(Prisma.sql`r."updatedAt"`)} as "updatedAt",
  c.id as "connection.id", c.name as "connection.name", c."connectionId" as "connection.connectionId"`

const PREVIEW = Prisma.sql`pg_column_size(r.data) as "storedBytes",
  case when pg_column_size(r.data) < ${PREVIEW_LIMIT} then r.data::text end as text`
const NO_PREVIEW = Prisma.sql`0 as "storedBytes", null::text as text`

/**
 * One page of the list, or why there is none to show. One statement: the rows are chosen first, and only then read. Dates in the
 * filter are read by `clock`.
 */
export async function listRecords(actor: Actor, search: RecordSearch, clock: Clock): Promise<ListResult<RecordRow>> {
  authorize(actor, 'records:read')
  const problems = await refusedSort(actor, search)
  if (problems.length > 0) return { kind: 'params', problems }
  const [policy, creation, registry, properties, columns] = await Promise.all([
    maskPolicy(actor),
    orderFor(search.terms),
    recordRegistry(actor, search.q, search.text),
    propertiesFor(search),
    sortColumnsFor(search),
  ])
  const terms = keysetTerms(search.terms, columns)
  const span = impliedSpan(search.q, registry.fields, 'createdAt', clock)
  const shown = columnsOf(search, properties).map(({ name }) => name)
  const result = await findPage<RawRow>({
    search,
    clock,
    registry,
    columns,
    within: STATE_CONDITION[search.state],
    read: async (parts) =>
      readPage<RawRow>(await readDatabase(), parts, {
        terms,
        creation,
        span,
        isWhole: search.q === '',
        rowsOf: (ids) => selectRows(ids, shown),
      }),
  })
  if (result.kind !== 'page') return result
  const page = { ...result.page, rows: result.page.rows.map((row) => readRow(policy, row, shown, properties)) }
  const wanted = wantedIndexes(boundFilter(search.q, registry.fields, clock))
  if (search.after === undefined && search.before === undefined) noteFilterUse(wanted)
  const remedies = page.reached ? await absentAmong(wanted) : []
  return { kind: 'page', page, headOnly: registry.reach === 'head' && hasWords(search.q), remedies }
}

function selectRows({ page, order, keys }: PageIds, shown: readonly RecordColumn[]): Prisma.Sql {
  return Prisma.sql`
    /* list of records */ with page as materialized (${page})
    select ${COLUMNS}, ${keys} as "cursorKeys", ${selectCells(shown.filter(isDataColumn))} as cells,
      ${shown.includes('data') ? PREVIEW : NO_PREVIEW}
    ${RECORDS_FROM} join page on page.id = r.id order by ${order}`
}

/**
 * How many records match: exact up to 10,000, an estimate beyond or where counting would take over two seconds. Null when the filter
 * has a problem.
 */
export async function countRecords(actor: Actor, search: RecordSearch, clock: Clock): Promise<Count | null> {
  authorize(actor, 'records:read')
  const condition = await matching(actor, search, clock)
  return condition && countUpTo(await readDatabase(), Prisma.sql`${fromFor(condition)} where ${condition}`, COUNT)
}

/** The most frequent values among the matching records, by facet; null when counting them took too long or there is no list. */
export async function recordFacets(actor: Actor, search: RecordSearch, clock: Clock): Promise<RecordFacets | null> {
  authorize(actor, 'records:read')
  const condition = await matching(actor, search, clock)
  return condition && facetsOf(await readDatabase(), condition)
}

/** One record whole, its document masked; null when there is none of that id, or the id cannot be one. */
export async function getRecord(actor: Actor, id: string): Promise<RecordDetail | null> {
  authorize(actor, 'records:read')
  if (!isRecordId(id)) return null
  const [raw] = await (await readDatabase()).$queryRaw<RawDetail[]>`
    /* one record */ select ${COLUMNS}, r."entityId", e.id as "entity.id", e.type as "entity.type", document.bytes,
      case when document.bytes <= ${EMBED_LIMIT} then document.text end as text
    ${RECORDS_FROM}
    cross join lateral (select text, octet_length(text) as bytes from (select r.data::text as text) as data) as document
    where r.id = ${id}`
  if (!raw) return null
  return readDetail(await maskPolicy(actor), raw, raw.deletedAt === null ? null : await deleterOf(id, raw.deletedAt))
}

/** Who soft-deleted the record at that instant, if the trail knows: whatever else writes to the table leaves no entry. */
async function deleterOf(id: string, deletedAt: string): Promise<string | null> {
  const entry = await (await readDatabase()).auditEntry.findFirst({
    where: {
      subjectType: 'record',
      subjectId: id,
      action: 'record.soft-delete',
      after: { path: ['deletedAt'], equals: deletedAt },
    },
    orderBy: { id: 'desc' },
    select: { actorEmail: true },
  })
  return entry?.actorEmail ?? null
}

/** The record's document, masked, whatever its size; null when there is no such record. */
export async function recordDocument(
  actor: Actor,
  id: string,
): Promise<Extract<RecordDocument, { kind: 'embedded' }> | null> {
  authorize(actor, 'records:read')
  if (!isRecordId(id)) return null
  const [raw] = await (await readDatabase()).$queryRaw<{ text: string; entityType: string }[]>`
    select data::text as text, "entityType" from mastra.records where id = ${id}`
  return raw ? readDocument((await maskPolicy(actor)).ofRecord(raw.entityType), raw.text) : null
}

/**
 * The records beside one in a list, also when it is not, or no longer, of that list itself; null when it took too long or the list
 * was not understood.
 */
export async function recordNeighbours(
  actor: Actor,
  id: string,
  search: RecordSearch,
  clock: Clock,
): Promise<Neighbours | null> {
  authorize(actor, 'records:read')
  const condition = await matching(actor, search, clock)
  if (!condition || (await refusedSort(actor, search)).length > 0) return null
  const terms = keysetTerms(search.terms, await sortColumnsFor(search))
  const creation = await orderFor(search.terms)
  const span = impliedSpan(search.q, RECORD_FIELDS, 'createdAt', clock)
  return withinBudget(await readDatabase(), NEIGHBOURS_BUDGET, async (tx) => {
    const own = creation.kind === 'walk' ? ownPlace(creation) : selectKeys(terms)
    const [place] = await tx.$queryRaw<{ keys: string }[]>`
      select ${own} as keys from mastra.records r where r.id = ${id}`
    if (!place) return { previous: null, next: null }
    const beyond = readKeys(place.keys)
    const beside = async (direction: PageDirection) => {
      const page = { where: condition, beyond, direction, limit: 1 }
      const newestFirst = isNewestFirst(terms, direction)
      const [row] = await tx.$queryRaw<{ id: string }[]>(
        creation.kind === 'walk'
          ? creationWalk({ ...page, span, order: creation, newestFirst })
          : sortedIds({ ...page, terms }).page,
      )
      return row?.id ?? null
    }
    return { previous: await beside('before'), next: await beside('after') }
  })
}

/** Only the list by creation has another way than sorting. */
function orderFor(terms: readonly SortTerm[]): Promise<CreationOrder> {
  return isByCreation(terms) ? creationOrder(database()) : Promise.resolve({ kind: 'sorted' })
}
