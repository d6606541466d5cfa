import { daysBefore, type EntityKind, type Integration, options, property } from './integration'
import { companyFrom, personFrom } from './people'
import { ALPHANUMERIC } from './random'
import { textOf, title } from './text'

const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed']

const ticket: EntityKind = {
  type: 'TICKET',
  weight: 7,
  properties: [
    property('subject', 'Subject', 'SINGLE_LINE_TEXT'),
    property('description', 'Description', 'LONG_TEXT'),
    property('status', 'Status', 'SINGLE_SELECT', options(...STATUSES)),
    property('priority', 'Priority', 'SINGLE_SELECT', options('urgent', 'high', 'normal', 'low')),
    property('tags', 'Tags', 'BADGE_LIST'),
    property('requester', 'Requester', 'CONTACT'),
    property('assignee', 'Assignee', 'USER'),
    property('satisfaction', 'Satisfaction', 'FLOAT'),
    property('custom_fields', 'Custom fields', 'JSON_ARRAY', { visible: false }),
    property('updated_at', 'Changed', 'DATE'),
    property('has_incidents', 'Has incidents', 'CHECKBOX'),
  ],
  draft: ({ random, at, number }) => ({
    externalId: String(10_000 + number),
    data: {
      subject: title(random),
      description: textOf(random, random.chance(0.02) ? 10_500 : random.int(50, 1_500)),
      status: random.pick(STATUSES),
      priority: random.chance(0.8) ? random.pick(['urgent', 'high', 'normal', 'low']) : null,
      tags: random.some(['billing', 'bug', 'vip', 'données', '要対応', 'refund'], random.int(0, 4)),
      requester: personFrom(random).email,
      assignee: random.chance(0.7) ? personFrom(random).name : null,
      satisfaction: random.int(10, 50) / 10,
      custom_fields: [
        { id: 360_000_000_001, value: random.text(6) },
        { id: 360_000_000_002, value: random.chance(0.5) },
      ],
      via: { channel: random.pick(['web', 'email', 'api', 'chat']) },
      updated_at: daysBefore(at, random.next()),
      has_incidents: random.chance(0.1),
    },
  }),
}

const organization: EntityKind = {
  type: 'ORGANIZATION',
  weight: 1,
  properties: [
    property('name', 'Name', 'COMPANY'),
    property('domain_names', 'Domains', 'MULTI_SELECT'),
    property('details', 'Details', 'LONG_TEXT'),
    property('shared_tickets', 'Shares tickets', 'BOOLEAN'),
  ],
  draft: ({ random, number }) => {
    const { name, domain } = companyFrom(random)
    return {
      externalId: String(360_000_000_000 + number),
      data: { name, domain_names: [domain], details: textOf(random, 80), shared_tickets: random.chance(0.4) },
    }
  },
}

export const zendesk: Integration = {
  name: 'ZENDESK',
  share: 4,
  kinds: [ticket, organization],
  credential: 'API_KEY',
  tokenPrefix: 'zd_',
  scopes: ['read'],
  syncConfig: (random) => ({
    subdomain: random.pick(['acme', 'globex', 'initech']),
    email: 'sync@acme.com',
    apiKey: random.text(40, ALPHANUMERIC),
    incremental: { startTime: random.int(1_700_000_000, 1_750_000_000), after_cursor: random.text(24, ALPHANUMERIC) },
  }),
}
