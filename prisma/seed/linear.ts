import { uuidFrom } from './cuid'
import { daysBefore, type EntityKind, type Integration, options, property } from './integration'
import { personFrom } from './people'
import { ALPHANUMERIC } from './random'
import { textOf, title } from './text'

const issue: EntityKind = {
  type: 'ISSUE',
  weight: 6,
  properties: [
    property('identifier', 'Identifier', 'SINGLE_LINE_TEXT', { modifiable: false }),
    property('title', 'Title', 'SINGLE_LINE_TEXT'),
    property('description', 'Description', 'LONG_TEXT'),
    property('state', 'State', 'SINGLE_SELECT', options('Backlog', 'Todo', 'In Progress', 'Done', 'Canceled')),
    property('priority', 'Priority', 'NUMBER'),
    property('estimate', 'Estimate', 'FLOAT'),
    property('labels', 'Labels', 'BADGE_LIST'),
    property('assignee', 'Assignee', 'USER'),
    property('url', 'Address', 'URL'),
    property('dueDate', 'Due', 'DATE'),
  ],
  draft: ({ random, at, number }) => {
    const identifier = `${random.pick(['ENG', 'OPS', 'WEB'])}-${number}`
    return {
      externalId: uuidFrom(random),
      data: {
        identifier,
        title: title(random),
        ...(random.chance(0.7)
          ? { description: `## Why\n\n${textOf(random, random.int(40, 900))}\n\n- [ ] done` }
          : {}),
        state: random.pick(['Backlog', 'Todo', 'In Progress', 'Done', 'Canceled']),
        priority: random.int(0, 4),
        estimate: random.pick([0.5, 1, 2, 3, 5, 8]),
        labels: random.some(['bug', 'feature', 'réseau', 'セキュリティ', 'good first issue'], random.int(0, 3)),
        assignee: random.chance(0.6) ? personFrom(random).email : null,
        url: `https://linear.app/acme/issue/${identifier}`,
        ...(random.chance(0.3) ? { dueDate: daysBefore(at, random.int(-40, 5)).slice(0, 10) } : {}),
      },
    }
  },
}

const project: EntityKind = {
  type: 'PROJECT',
  weight: 1,
  properties: [
    property('name', 'Name', 'SINGLE_LINE_TEXT'),
    property('progress', 'Progress', 'FLOAT'),
    property('lead', 'Lead', 'PERSON'),
    property('targetDate', 'Target', 'DATE'),
    property('milestones', 'Milestones', 'JSON_ARRAY'),
  ],
  draft: ({ random, at }) => ({
    externalId: uuidFrom(random),
    data: {
      name: title(random),
      progress: random.int(0, 100) / 100,
      lead: { name: personFrom(random).name },
      targetDate: daysBefore(at, -random.int(10, 200)).slice(0, 10),
      milestones: random.some(['Alpha', 'Beta', 'GA'], 2),
    },
  }),
}

export const linear: Integration = {
  name: 'LINEAR',
  share: 3,
  kinds: [issue, project],
  credential: 'OAUTH',
  tokenPrefix: 'lin_oauth_',
  scopes: ['read', 'issues:create'],
  syncConfig: (random) => ({
    organizationId: uuidFrom(random),
    teams: random.some(['ENG', 'OPS', 'WEB'], 2),
    webhook: { enabled: true, secret: `lin_wh_${random.text(24, ALPHANUMERIC)}` },
  }),
}
