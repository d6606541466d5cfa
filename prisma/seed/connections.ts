import type { NewId } from './cuid'
import { uuidFrom } from './cuid'
import { issuesOf } from './failures'
import type { EntityKind, Integration } from './integration'
import { integrations } from './integrations'
import { ALPHANUMERIC, type Random } from './random'
import { referencesFrom } from './references'
import type { ConnectionRow, CredentialRow, EntityRow } from './rows'

const CONNECTIONS = 300
const REFERENCES = 120
const FAILING = 20
const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface PlannedEntity {
  row: EntityRow
  kind: EntityKind
  integration: Integration
  /** How many records it has, in proportion to the others of its integration; 0 is none. */
  weight: number
}

export interface PlannedConnection {
  row: ConnectionRow
  credential: CredentialRow | null
  entities: PlannedEntity[]
}

/** Who is connected to what: every reference and every integration at least once, no pair twice. */
function pairsFrom(random: Random): { reference: string; integration: Integration }[] {
  const references = referencesFrom(random, REFERENCES)
  const pairs = new Map<string, { reference: string; integration: Integration }>()
  const add = (reference: string, integration: Integration) =>
    pairs.set(`${integration.name} ${reference}`, { reference, integration })
  for (const [index, reference] of references.entries()) {
    const integration = integrations[index % integrations.length]
    if (integration) add(reference, integration)
  }
  while (pairs.size < CONNECTIONS) add(random.pick(references), random.pick(integrations))
  return [...pairs.values()]
}

function credentialOf(
  random: Random,
  integration: Integration,
  id: string,
  connectionId: string,
  now: Date,
): CredentialRow {
  const token = `${integration.tokenPrefix}${random.text(40, ALPHANUMERIC)}`
  const value =
    integration.credential === 'API_KEY'
      ? { apiKey: token, createdAt: new Date(now.getTime() - random.int(10, 400) * DAY).toISOString() }
      : {
          access_token: token,
          refresh_token: random.text(64, ALPHANUMERIC),
          token_type: 'Bearer',
          expires_at: new Date(now.getTime() + random.int(-48, 24) * HOUR).toISOString(),
          ...(random.chance(0.3) ? { id_token: `eyJ${random.text(40)}.${random.text(60)}.${random.text(30)}` } : {}),
        }
  return {
    id,
    type: integration.credential,
    value: JSON.stringify(value),
    scope: integration.scopes,
    k_id: connectionId,
  }
}

function lastSyncOf(random: Random, createdAt: Date, now: Date, failing: boolean): Date | null {
  if (random.chance(0.45)) return null
  const hours = failing ? random.int(30, 900) : random.next() ** 3 * 200
  return new Date(Math.max(createdAt.getTime(), now.getTime() - Math.round(hours * HOUR)))
}

/** Many small customers and a few large ones; some have connected and synced nothing yet. */
function sizeOf(random: Random): number {
  return random.chance(0.08) ? 0 : (1 - random.next()) ** -0.8
}

/** The connections with their credentials and entities, `FAILING` of them failing. */
export function planConnections(random: Random, newId: NewId, now: Date): PlannedConnection[] {
  const pairs = pairsFrom(random.fork('pairs'))
  const failures = random.fork('failing').some([...pairs.keys()], FAILING)
  return pairs.map(({ reference, integration }, index) => {
    const own = random.fork(`${integration.name} ${reference}`)
    const createdAt = new Date(now.getTime() - own.int(3, 720) * DAY - own.int(0, DAY - 1))
    const id = newId(createdAt)
    const failure = failures.indexOf(index)
    const failing = failure >= 0
    const seenFailing = new Date(now.getTime() - own.int(0, 90) * HOUR - own.int(0, HOUR - 1))
    const size = sizeOf(own)
    const lastSyncAt = lastSyncOf(own, createdAt, now, failing)
    const kinds = integration.kinds.filter((_, position) => position === 0 || own.chance(0.65))
    const connectedAt = new Date(createdAt.getTime() + own.int(2_000, 60_000))
    return {
      row: {
        id,
        name: integration.name,
        issues: failing ? issuesOf(own, failure, seenFailing) : [],
        syncConfig: own.chance(0.8) ? JSON.stringify(integration.syncConfig(own)) : null,
        createdAt,
        updatedAt: own.chance(0.8) ? (failing ? seenFailing : connectedAt) : null,
        lastSyncAt,
        subscriptionId: own.chance(0.35) ? uuidFrom(own) : null,
        connectionId: reference,
      },
      credential: own.chance(0.95) ? credentialOf(own, integration, newId(connectedAt), id, now) : null,
      entities: kinds.map((kind) => ({
        kind,
        integration,
        weight: size * kind.weight,
        row: {
          id: newId(connectedAt),
          type: kind.type,
          createdAt: connectedAt,
          updatedAt: own.chance(0.9) ? connectedAt : null,
          createdBy: own.chance(0.9) ? reference : 'SYSTEM',
          lastSyncId: lastSyncAt && own.chance(0.7) ? `run_${own.text(20, ALPHANUMERIC)}` : null,
          k_id: id,
        },
      })),
    }
  })
}
