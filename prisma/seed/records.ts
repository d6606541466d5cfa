import type { PlannedEntity } from './connections'
import { type NewId, uuidFrom } from './cuid'
import { integrations } from './integrations'
import { withOddities } from './oddities'
import { personFrom } from './people'
import type { Random } from './random'
import type { RecordRow } from './rows'
import { specialDocuments } from './special-documents'
import { sentence, title } from './text'

/** Records of integrations; those of people and the special ones come on top. */
const SYNCED = 23_500
const MANUAL = 150
const IMPORTED = 24
const TWINS = 60
const SHARED = 90
const HOUR = 3_600_000

function between(random: Random, from: Date, to: Date): Date {
  return new Date(from.getTime() + Math.floor(random.next() * Math.max(0, to.getTime() - from.getTime())))
}

type Fate = Pick<RecordRow, 'status' | 'enrichmentStatus' | 'deletedAt' | 'createdAt' | 'updatedAt'>

/** What became of a record since it was created. A sync does not move `updatedAt`, so it mostly stays where it was. */
function fateOf(random: Random, createdAt: Date, now: Date, incomplete = false): Fate {
  const moved = random.weighted({ no: 84, yes: 8, lost: 8 })
  return {
    status: random.chance(0.05) ? 'ARCHIVED' : 'ACTIVE',
    enrichmentStatus:
      incomplete && random.chance(0.6)
        ? 'FAILED'
        : random.weighted({ UNAPPLIED: 58, APPLIED: 33, PENDING: 7, FAILED: 2 }),
    deletedAt: random.chance(0.06) ? between(random, createdAt, now) : null,
    createdAt,
    updatedAt: moved === 'lost' ? null : moved === 'yes' ? between(random, createdAt, now) : createdAt,
  }
}

/** The first sync brings a good part of an entity in one transaction, hence at one instant; the rest arrives one by one. */
function arrivalOf(random: Random, entity: PlannedEntity, now: Date): Date {
  const connected = entity.row.createdAt
  if (random.chance(0.35)) return new Date(connected.getTime() + 90_000)
  return new Date(now.getTime() - Math.floor(random.next() ** 2 * (now.getTime() - connected.getTime())))
}

function recordsOf(
  random: Random,
  newId: NewId,
  entity: PlannedEntity,
  count: number,
  from: number,
  now: Date,
): RecordRow[] {
  const { kind, integration } = entity
  return Array.from({ length: count }, (_, index) => {
    const at = arrivalOf(random, entity, now)
    const draft = kind.draft({ random, at, number: from + index + 1 })
    // GitHub's payloads are the ones that were really sent.
    const data = integration.name === 'GITHUB' ? draft.data : withOddities(draft.data, random)
    return {
      id: newId(at),
      externalId: draft.externalId,
      data: JSON.stringify(data),
      source: integration.name,
      entityType: kind.type,
      entityId: entity.row.id,
      ...fateOf(random, at, now, draft.incomplete),
    }
  })
}

function syncedRecords(random: Random, newId: NewId, entities: readonly PlannedEntity[], now: Date): RecordRow[] {
  const shares = integrations.reduce((sum, { share }) => sum + share, 0)
  return integrations.flatMap((integration) => {
    const own = entities.filter((entity) => entity.integration === integration)
    const weights = own.reduce((sum, { weight }) => sum + weight, 0)
    let made = 0
    return own.flatMap((entity, index) => {
      const count = Math.round(((SYNCED * integration.share) / shares) * (entity.weight / weights))
      const rows = recordsOf(random.fork(`${integration.name} ${index}`), newId, entity, count, made, now)
      made += count
      return rows
    })
  })
}

/** The same external id twice in one entity, as nothing forbids it; of some pairs one is deleted. */
function twinsOf(random: Random, newId: NewId, records: readonly RecordRow[], now: Date): RecordRow[] {
  return random.some(records, TWINS).map((record) => {
    const createdAt = between(random, record.createdAt, now)
    return {
      ...record,
      id: newId(createdAt),
      ...fateOf(random, createdAt, now),
      deletedAt: random.chance(0.4) ? between(random, createdAt, now) : null,
    }
  })
}

/** One external id in two connections, as when two people sync the same calendar: Mastra's sync mixes these up. */
function shareExternalIds(random: Random, records: readonly RecordRow[]): void {
  for (const record of random.some(records, SHARED)) {
    const others = records.filter(({ entityType, source, entityId }) => {
      return entityType === record.entityType && source === record.source && entityId !== record.entityId
    })
    if (others.length > 0) record.externalId = random.pick(others).externalId
  }
}

/** Typed in by people: they belong to no entity and have no external id. */
function manualRecords(random: Random, newId: NewId, now: Date): RecordRow[] {
  return Array.from({ length: MANUAL }, () => {
    const at = new Date(now.getTime() - random.int(0, 4_000 * HOUR))
    const person = personFrom(random)
    const data = { title: title(random), note: sentence(random), author: person.name, email: person.email }
    const entityType = random.pick(['NOTE', 'TASK', 'CONTACT'])
    const row = { id: newId(at), externalId: null, source: 'MANUAL', entityType, entityId: null }
    return { ...row, data: JSON.stringify(data), ...fateOf(random, at, now) }
  })
}

/** Written by another program, whose ids are no cuids: what a screen assumes of ids must hold for these too. */
function importedRecords(random: Random, now: Date): RecordRow[] {
  return Array.from({ length: IMPORTED }, (_, index) => {
    const at = new Date(now.getTime() - random.int(0, 9_000 * HOUR))
    const externalId = `legacy-${String(index + 1).padStart(6, '0')}`
    const data = JSON.stringify({ legacy_id: externalId, name: personFrom(random).name })
    const row = {
      id: index % 2 ? uuidFrom(random) : externalId,
      externalId,
      data,
      source: 'IMPORT',
      entityType: 'CONTACT',
    }
    return { ...row, entityId: null, ...fateOf(random, at, now) }
  })
}

/** The documents at the limits, in an entity of their own kind, live and recent enough to be met. */
function specialRecords(random: Random, newId: NewId, entities: readonly PlannedEntity[], now: Date): RecordRow[] {
  const home = entities.find(({ kind, weight }) => kind.type === 'PAGE' && weight > 0)
  return specialDocuments(random).map((document, index) => {
    const createdAt = new Date(now.getTime() - (index + 1) * 37 * 60_000)
    const fate: Fate = {
      status: 'ACTIVE',
      enrichmentStatus: 'UNAPPLIED',
      deletedAt: null,
      createdAt,
      updatedAt: createdAt,
    }
    const row = { id: newId(createdAt), source: 'NOTION', entityType: 'PAGE', entityId: home?.row.id ?? null }
    return { ...row, ...document, ...fate }
  })
}

/** All records of the demo, about 24,000. */
export function planRecords(random: Random, newId: NewId, entities: readonly PlannedEntity[], now: Date): RecordRow[] {
  const synced = syncedRecords(random.fork('synced'), newId, entities, now)
  shareExternalIds(random.fork('shared'), synced)
  return [
    ...synced,
    ...twinsOf(random.fork('twins'), newId, synced, now),
    ...manualRecords(random.fork('manual'), newId, now),
    ...importedRecords(random.fork('imported'), now),
    ...specialRecords(random.fork('special'), newId, entities, now),
  ]
}
