import { createRequire } from 'node:module'
import {
  type EntityKind,
  type Integration,
  type Json,
  type JsonObject,
  options,
  type PropertySpec,
  property,
} from './integration'
import { ALPHANUMERIC, HEX, type Random } from './random'
import { title } from './text'

/** Webhook payloads that GitHub really sent, published under the MIT licence. */
const webhooks: { name: string; examples: JsonObject[] }[] = createRequire(import.meta.url)(
  '@octokit/webhooks-examples',
)

function examplesOf(event: string): JsonObject[] {
  const examples = webhooks.find(({ name }) => name === event)?.examples
  if (!examples) throw new Error(`@octokit/webhooks-examples has no event "${event}".`)
  return examples
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same subject, but another one: ids, numbers, titles and times differ from record to record. */
function varied(subject: JsonObject, random: Random, number: number, at: Date): JsonObject {
  const fresh: JsonObject = {
    id: 2_000_000_000 + number,
    number,
    title: title(random),
    name: `v${random.int(0, 9)}.${random.int(0, 20)}.${random.int(0, 9)}`,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    head_sha: random.text(40, HEX),
  }
  const known = Object.entries(fresh).filter(([key]) => typeof subject[key] === typeof fresh[key])
  return { ...subject, ...Object.fromEntries(known) }
}

const common = [
  property(
    'action',
    'Action',
    'SINGLE_SELECT',
    options('opened', 'edited', 'closed', 'created', 'published', 'completed'),
  ),
  property('sender', 'Sender', 'PERSON'),
  property('repository', 'Repository', 'JSON_OBJECT'),
]

function kindOf(
  type: string,
  event: string,
  subjectKey: string,
  weight: number,
  properties: PropertySpec[] = [],
): EntityKind {
  const examples = examplesOf(event)
  return {
    type,
    weight,
    properties: [
      ...common,
      property(subjectKey, type.toLowerCase().replaceAll('_', ' '), 'JSON_OBJECT'),
      ...properties,
    ],
    draft: ({ random, at, number }) => {
      const payload = random.pick(examples)
      const subject = payload[subjectKey]
      return {
        externalId: String(2_000_000_000 + number),
        data: isObject(subject) ? { ...payload, [subjectKey]: varied(subject, random, number, at) } : payload,
      }
    },
  }
}

const push: EntityKind = {
  type: 'PUSH',
  weight: 3,
  properties: [
    property('ref', 'Ref', 'SINGLE_LINE_TEXT'),
    property('after', 'Commit', 'SINGLE_LINE_TEXT', { modifiable: false }),
    property('compare', 'Compare', 'URL'),
    property('pusher', 'Pusher', 'PERSON'),
    property('forced', 'Forced', 'BOOLEAN'),
    property('commits', 'Commits', 'JSON_ARRAY'),
    property('head_commit', 'Head commit', 'JSON_OBJECT', { visible: false }),
    property('repository', 'Repository', 'JSON_OBJECT'),
  ],
  draft: ({ random, at }) => {
    const after = random.text(40, HEX)
    const payload = random.pick(examplesOf('push'))
    const branch = random.pick(['main', 'release/2026', 'feature/größe', 'dependabot/npm_and_yarn/next-16'])
    return { externalId: after, data: { ...payload, ref: `refs/heads/${branch}`, after, pushed_at: at.toISOString() } }
  },
}

export const github: Integration = {
  name: 'GITHUB',
  share: 3,
  kinds: [
    kindOf('ISSUE', 'issues', 'issue', 4, [
      property('changes', 'Changes', 'JSON_OBJECT', { visible: false }),
      property('assignee', 'Assignee', 'USER'),
    ]),
    push,
    kindOf('PULL_REQUEST', 'pull_request', 'pull_request', 2, [property('number', 'Number', 'NUMBER')]),
    kindOf('RELEASE', 'release', 'release', 1),
  ],
  credential: 'OAUTH',
  tokenPrefix: 'gho_',
  scopes: ['repo', 'read:org', 'admin:repo_hook'],
  syncConfig: (random) => ({
    installationId: random.int(100_000, 99_999_999),
    repositories: random.some(['Codertocat/Hello-World', 'octo-org/octo-repo', 'acme/größe'], 2),
    webhook: { id: random.int(1, 999_999_999), secret: random.text(40, ALPHANUMERIC), insecure_ssl: '0' },
    events: ['issues', 'push', 'pull_request', 'release'],
  }),
}
