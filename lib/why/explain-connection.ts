import 'server-only'
import { connectionEntities } from '../connections/detail-queries'
import { healthOf } from '../health/queries'
import { issuesOfConnection } from '../issues/queries'
import { routes } from '../routes'
import { type Asked, momentText } from './asked'
import type { Finding } from './finding'

/** Types that are named before the rest is counted. */
const NAMED = 8
/** Characters of an issue that are told. */
const SAID = 200

interface Connection {
  id: string
  integration: string
}

/** Whether what is missed may not have come because of the connection: it fails, is silent, or syncs nothing of that type. By primary keys. */
export async function explainConnection(
  asked: Asked,
  { id, integration }: Connection,
  types: readonly string[],
): Promise<Finding[]> {
  const { actor, viewer } = asked
  const [health, issues, entities] = await Promise.all([
    healthOf(actor, [id], viewer.now),
    issuesOfConnection(actor, id),
    connectionEntities(actor, id),
  ])
  const link = { label: 'Open the connection', href: routes.connection(id) }
  const state = health.get(id)
  const open = issues.filter(({ goneAt }) => goneAt === null)
  const since = open.map(({ firstSeenAt }) => firstSeenAt).sort()[0]
  const findings: Finding[] = []
  if (state && (state.state === 'failing' || state.state === 'degraded'))
    findings.push({
      verdict: 'reason',
      sentence: `The connection to ${integration} ${since ? `has been failing since ${momentText(asked, since)} at the latest` : 'is failing'}, so what is new or changed there may not have arrived.${
        open[0] ? ` It says: ${excerpt(open[0].message)}` : ''
      }`,
      link,
    })
  else if (state?.state === 'quiet')
    findings.push({
      verdict: 'reason',
      sentence:
        `The connection to ${integration} has been silent for longer than usual${state.quietSince ? ` since ${momentText(asked, state.quietSince)}` : ''}. ${state.evidence ?? ''}`.trim(),
      link,
    })
  else
    findings.push({
      verdict: state?.state === 'healthy' ? 'clear' : 'unknown',
      sentence:
        state?.state === 'healthy'
          ? `The connection to ${integration} works as usual.`
          : `The connection to ${integration} has no issue; how often something should arrive from it is not known.`,
      link,
    })
  findings.push(...ofTypes(integration, entities, types, link))
  return findings
}

function excerpt(message: string): string {
  return message.length > SAID ? `${message.slice(0, SAID)}…` : message
}

function ofTypes(
  integration: string,
  entities: readonly { type: string }[],
  types: readonly string[],
  link: Finding['link'],
): Finding[] {
  if (entities.length === 0)
    return [{ verdict: 'reason', sentence: `The connection to ${integration} syncs no type of records at all.`, link }]
  const known = [...new Set(entities.map(({ type }) => type))]
  const has = (type: string) => known.some((other) => other.toLowerCase() === type.toLowerCase())
  const named = `${known.slice(0, NAMED).join(', ')}${known.length > NAMED ? ` and ${known.length - NAMED} more` : ''}`
  const missing = types.filter((type) => !has(type))
  if (missing.length > 0)
    return [
      {
        verdict: 'reason',
        sentence: `The connection to ${integration} syncs no ${missing.join(', ')}, but ${named}.`,
        link,
      },
    ]
  return [{ verdict: 'clear', sentence: `The connection to ${integration} syncs ${named}.`, link }]
}
