import 'server-only'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { Arrivals, cameAfter } from './arrivals'
import { AHEAD, type Mark, sees, wholeNumber } from './mark'
import type { LiveSource } from './sources'
import type { News } from './stream-schema'
import type { Listener } from './subscriber'

/** Milliseconds: a row may come so long after its time, as when a sync's transaction stays open; and a page may be so old. */
const LATE = 5 * 60_000
const LONGEST_PAGE = 60 * 60_000
/** Rows that one look reads at most, and milliseconds that one of its statements may take. */
const MOST_ROWS = 100_000
const BUDGET = 2_000

interface RawRow {
  id: string
  version: bigint
  cameAt: number
}

interface List {
  /** Arrivals that are in the list. */
  rows: Set<string>
  /** Whether a look at it took too long: it is not looked at any more, and there may be more than was counted. */
  lost: boolean
  /** Moves on with `rows`. */
  version: number
}

/** What is watched of one table, for as long as anyone does. Its statements are those of one look, whoever watches. */
export class TableWatch {
  readonly listeners = new Set<Listener>()
  private readonly arrivals: Arrivals
  private readonly lists = new Map<string, List>()
  private versions = new Map<string, bigint | null>()
  private last: Mark | null = null
  private reachesTo = Number.POSITIVE_INFINITY
  private preparedAt = 0

  constructor(
    private readonly source: LiveSource,
    /** Counts statements, for whoever wants to know what watching costs. */
    private readonly count: () => void,
  ) {
    this.arrivals = new Arrivals(source.returns)
  }

  /** Looks once, at `mark`, and tells each listener what is new to it. Throws what the database throws. */
  async look(db: PrismaClient, mark: Mark, signal: AbortSignal): Promise<void> {
    if (this.source.prepare && Date.now() - this.preparedAt > 10_000) {
      this.preparedAt = Date.now()
      await this.source.prepare()
    }
    const ask = <Row>(statement: Prisma.Sql) => {
      this.count()
      return withinBudget(db, BUDGET, (tx) => tx.$queryRaw<Row[]>(statement), signal)
    }
    const listening = [...this.listeners]
    const ofLists = listening.filter(({ key }) => key !== null)
    if (ofLists.length > 0) await this.lookForArrivals(db, ask, mark, ofLists)
    await this.lookForChanges(ask, mark, listening)
    this.last = mark
    for (const listener of listening) if (this.listeners.has(listener)) this.tell(listener)
  }

  private async lookForArrivals(db: PrismaClient, ask: Ask, mark: Mark, listeners: readonly Listener[]): Promise<void> {
    const { source, arrivals, last } = this
    const oldest = listeners.reduce((least, { watch }) => (watch.mark.oldest < least.oldest ? watch.mark : least), mark)
    const earliest = Math.max(Math.min(mark.at, ...listeners.map(({ watch }) => watch.mark.at)), mark.at - LONGEST_PAGE)
    const begins = last === null || earliest < this.reachesTo
    const recent = await source.recent(db, new Date((begins ? earliest : mark.at) - LATE))
    if (!recent) return
    // The same arithmetic as `wholeNumber`: what any transaction wrote that the last look may not have seen.
    const end = mark.next + AHEAD
    const written = begins
      ? Prisma.empty
      : Prisma.sql`and ((${end}::bigint - ${source.version}::text::bigint) & 4294967295) <= ${end - last.oldest}::bigint`
    const found = await ask<RawRow>(Prisma.sql`
      select ${source.id} as id, ${source.version}::text::bigint as version, ${source.cameAt} as "cameAt" ${source.from}
      where ${recent} ${written} order by ${source.id} desc limit ${MOST_ROWS}`)
    if (!found) return
    const rows = found.map(({ version, ...row }) => ({ ...row, writer: wholeNumber(version, mark.next) }))
    if (begins) arrivals.begin(rows, oldest)
    const moved = begins ? [...arrivals.rows.keys()] : arrivals.add(rows.filter(({ writer }) => !sees(last, writer)))
    if (begins) this.reachesTo = earliest
    await this.lookThroughLists(ask, listeners, moved)
  }

  /** One statement for each list that someone watches, over what came and nothing else. */
  private async lookThroughLists(ask: Ask, listeners: readonly Listener[], moved: readonly string[]): Promise<void> {
    const byKey = new Map(listeners.map((listener) => [listener.key ?? '', listener]))
    for (const key of this.lists.keys()) if (!byKey.has(key)) this.lists.delete(key)
    for (const [key, { actor, watch, timeZone }] of byKey) {
      const known = this.lists.get(key)
      const list = known ?? { rows: new Set<string>(), lost: false, version: 0 }
      this.lists.set(key, list)
      const asked = known ? moved : [...this.arrivals.rows.keys()]
      if (list.lost) continue
      if (asked.length === 0) continue
      const listed = await this.source.listed(actor, watch.list ?? {}, { now: new Date(), timeZone })
      if (!listed) continue
      const found = await ask<{ id: string }>(Prisma.sql`
        select ${this.source.id} as id ${listed.from} where ${this.source.id} = any(${asked}::text[]) and ${listed.where}`)
      list.lost = found === null
      list.version += 1
      for (const id of found ? asked : []) list.rows.delete(id)
      for (const { id } of found ?? []) list.rows.add(id)
    }
  }

  /** One statement for all rows in view, however many pages show them. */
  private async lookForChanges(ask: Ask, mark: Mark, listeners: readonly Listener[]): Promise<void> {
    const ids = [...new Set(listeners.flatMap(({ watch }) => watch.ids))]
    if (ids.length === 0) return
    const { id, version, from } = this.source
    const found = await ask<{ id: string; version: bigint }>(Prisma.sql`
      select ${id} as id, ${version}::text::bigint as version ${from} where ${id} = any(${ids}::text[])`)
    if (!found) return
    const now = new Map<string, bigint | null>(ids.map((one) => [one, null]))
    for (const row of found) now.set(row.id, wholeNumber(row.version, mark.next))
    const news: Listener[] = []
    for (const listener of listeners) {
      for (const one of listener.watch.ids) {
        const writer = now.get(one) ?? null
        const before = this.versions.get(one)
        const moved =
          before !== undefined && before !== writer && this.last !== null && this.last.at > listener.watch.mark.at
        if (!moved && writer !== null && sees(listener.watch.mark, writer)) continue
        if (moved || !listener.changed.has(one)) news.push(listener)
        listener.changed.add(one)
      }
    }
    this.versions = now
    const details = news.filter(({ key }) => key === null)
    if (details.length > 0) await this.lookForWriters(ask, details)
  }

  /** Whether it was a user of ours who changed the row of a detail page: the audit trail knows. */
  private async lookForWriters(ask: Ask, listeners: readonly Listener[]): Promise<void> {
    const ids = [...new Set(listeners.flatMap(({ watch }) => watch.ids))]
    const found = await ask<{ id: string; at: number }>(Prisma.sql`
      select id, (select (extract(epoch from at) * 1000)::float8 from mastra_admin.audit_entry
        where subject_type = ${this.source.subject} and subject_id = wanted.id order by id desc limit 1) as at
      from unnest(${ids}::text[]) as wanted (id)`)
    const at = new Map(found?.map((entry) => [entry.id, entry.at]))
    for (const listener of listeners)
      listener.byUser = listener.watch.ids.some((id) => (at.get(id) ?? 0) >= listener.watch.mark.at)
  }

  private tell(listener: Listener): void {
    const list = this.lists.get(listener.key ?? '')
    if (list && list.version !== listener.counted) {
      listener.counted = list.version
      listener.fresh = this.freshFor(listener, list)
    }
    const { fresh, changed, byUser } = listener
    const more = fresh > 0 && (this.arrivals.overflown || list?.lost === true)
    const news: News = { fresh, more, changed: [...changed], byUser }
    const text = JSON.stringify(news)
    if (text === listener.told) return
    listener.told = text
    listener.tell(news)
  }

  private freshFor({ watch }: Listener, { rows }: List): number {
    const shown = new Set(watch.ids)
    return [...rows].filter((id) => {
      const arrival = shown.has(id) ? undefined : this.arrivals.rows.get(id)
      return arrival !== undefined && cameAfter(watch.mark, arrival)
    }).length
  }
}

type Ask = <Row>(statement: Prisma.Sql) => Promise<Row[] | null>
