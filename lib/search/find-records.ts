import 'server-only'
import { database } from '../db/client'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { formatNumber } from '../format-number'
import { knownIndexes } from '../indexes/known-indexes'
import type { MaskPolicy } from '../mask/policy'
import { likePattern } from '../query/like'
import { allOf } from '../query/logic'
import { HEAD, inIds, recordHead, recordTexts } from '../records/search-text'
import { formatInstant } from '../time/format'
import type { Looked } from './find-exact'
import type { FoundHits, Hit } from './line'
import { recordHits } from './record-hits'
import { wordsOf } from './typed'
import { withIndexes } from './with-indexes'

/** Milliseconds for the look into the index, and for all looks at the newest records together. */
const INDEX_BUDGET = 200
const WALK_BUDGET = 180
/** Records of the first step along the primary key; each further one is twice as long. */
const FIRST_STEP = 250
/** Matches that the index gives at most before the newest of them are taken: each is read without its secrets, which is the dearest part. */
const MOST_MATCHES = 40
/** Records that are read to choose those that are shown from: who types a name means it, and not a note that mentions it. */
const CHOSEN_AMONG = 15
/** Bytes, as stored, above which a document is not read where no index leads to it. */
const LARGE = 32_768

const HEAD_NOTE = `In data, the first ${HEAD} characters of each document were searched.`

/** A text index is on groups of three letters or digits; words without one are not in it. */
const INDEXED_WORD = /[\p{L}\p{N}]{3}/u

/**
 * Records that have every word in their id, external id or data: of the person's own and then the newest, those first that have them in their name. By the index
 * `mastra_admin_records_search` where it is there; without it among the newest records along the primary key, as far as the time goes, and
 * says how far that was. What is masked is not found (lib/records/search-text.ts).
 */
export async function* findRecords(
  policy: MaskPolicy,
  db: PrismaClient,
  looked: Looked,
  own: readonly string[],
  most: number,
): AsyncGenerator<FoundHits> {
  const words = wordsOf(looked.text)
  if (words.length === 0) return
  const wanted = Math.max(most, CHOSEN_AMONG)
  const near = await walkNewest(policy, db, looked, words, own, wanted)
  const answer = async (ids: readonly string[], note?: string, lacksIndex = false): Promise<FoundHits> => ({
    type: 'group',
    group: 'records',
    hits: (await shown(policy, db, looked, ids.slice(0, wanted))).slice(0, most),
    ...(note === undefined ? {} : { note }),
    ...(lacksIndex ? { lacksIndex } : {}),
  })
  if (near.ids.length >= wanted) {
    yield await answer(near.ids)
    return
  }
  const isIndexed = (await knownIndexes(database())).some(({ use }) => use === 'search')
  if (!isIndexed || !words.some((word) => INDEXED_WORD.test(word))) {
    if (near.whole) yield await answer(near.ids)
    else yield await answer(near.ids, reachNote(looked, near, isIndexed), !isIndexed)
    return
  }
  const found = await withinBudget(
    db,
    INDEX_BUDGET,
    (tx) => withIndexes(tx, () => byIndex(policy, tx, words, wanted)),
    looked.signal,
  )
  const ids = [...new Set([...near.ids, ...(found ?? [])])]
  if (found) yield await answer(ids, ids.length === 0 ? HEAD_NOTE : undefined)
  else yield await answer(ids, 'There is more than could be searched at once: the list of records has the rest.')
}

async function shown(
  policy: MaskPolicy,
  db: PrismaClient,
  { text, signal }: Looked,
  ids: readonly string[],
): Promise<Hit[]> {
  return (await withinBudget(db, INDEX_BUDGET, (tx) => recordHits(policy, tx, ids, wordsOf(text)), signal)) ?? []
}

async function byIndex(
  policy: MaskPolicy,
  tx: Prisma.TransactionClient,
  words: readonly string[],
  most: number,
): Promise<string[]> {
  const where = allOf(words.map((word) => Prisma.sql`(${recordHead(policy, `%${likePattern([word])}%`)})`))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    /* search for records */ with found as materialized (select r.id from mastra.records r where ${where} limit ${MOST_MATCHES})
    select id from found order by id desc limit ${most}`
  return rows.map(({ id }) => id)
}

interface Walked {
  ids: string[]
  seen: number
  /** The earliest creation among those looked at, ISO 8601; null when none were. */
  backTo: string | null
  /** Whether every record was looked at. */
  whole: boolean
}

interface Step {
  last: string | null
  seen: number
  backTo: string | null
}

/** The person's own records and then the newest, in steps along the primary key, until there are enough or the time is over. */
async function walkNewest(
  policy: MaskPolicy,
  db: PrismaClient,
  { signal }: Looked,
  words: readonly string[],
  own: readonly string[],
  most: number,
): Promise<Walked> {
  const until = Date.now() + WALK_BUDGET
  const where = withoutLarge(policy, words)
  const walked: Walked = { ids: [], seen: 0, backTo: null, whole: false }
  const isIndexed = (await knownIndexes(database())).some(({ use }) => use === 'search')
  await withinBudget(
    db,
    WALK_BUDGET,
    async (tx) => {
      const among = async (range: Prisma.Sql) => {
        const rows = await tx.$queryRaw<{ id: string }[]>`
          /* walk of a search */ select r.id from mastra.records r where ${range} and ${where} order by r.id desc limit ${most}`
        return rows.map(({ id }) => id)
      }
      if (own.length > 0) {
        const found = new Set(await among(Prisma.sql`r.id = any(${[...own]}::text[])`))
        walked.ids = own.filter((id) => found.has(id))
      }
      let behind = Prisma.sql`true`
      for (let records = FIRST_STEP; ; records *= 2) {
        // Where the step ends is known before any document is read, so that reading them can end with the last one that is wanted.
        const [step] = await tx.$queryRaw<Step[]>`
          select min(id) as last, count(*)::int as seen, to_char(min("createdAt"), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "backTo"
          from (select r.id, r."createdAt" from mastra.records r where ${behind} order by r.id desc limit ${records}) as step`
        if (!step?.last) {
          walked.whole = true
          return
        }
        const found = await among(Prisma.sql`r.id >= ${step.last} and ${behind}`)
        walked.ids = [...new Set([...walked.ids, ...found])]
        walked.seen += step.seen
        walked.backTo = step.backTo
        walked.whole = step.seen < records
        // With an index a look at the newest is enough to see whether the word is in every other record.
        if (walked.whole || walked.ids.length >= most || isIndexed || Date.now() > until) return
        behind = Prisma.sql`r.id < ${step.last}`
      }
    },
    signal,
  )
  return walked
}

/** A document of megabytes would take as long as a thousand others. */
function withoutLarge(policy: MaskPolicy, words: readonly string[]): Prisma.Sql {
  const likes = words.map((word) => `%${likePattern([word])}%`)
  return Prisma.sql`case when pg_column_size(r.data) < ${LARGE} then ${recordTexts(policy, likes)} else ${allOf(likes.map((like) => Prisma.sql`(${inIds(like)})`))} end`
}

function reachNote({ locale, timeZone }: Looked, { seen, backTo }: Walked, isIndexed: boolean): string {
  const newest = `${formatNumber(locale, seen)} newest records${backTo ? `, back to ${formatInstant(backTo, timeZone, locale)}` : ''}`
  return isIndexed
    ? `Words of fewer than three letters were searched for in the ${newest}.`
    : `Only the ${newest}${backTo ? ',' : ''} were searched.`
}
