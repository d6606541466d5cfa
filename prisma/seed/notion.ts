import { uuidFrom } from './cuid'
import { daysBefore, type EntityKind, type Integration, options, property } from './integration'
import { personFrom } from './people'
import { ALPHANUMERIC } from './random'
import { sentence, textOf, title } from './text'

const page: EntityKind = {
  type: 'PAGE',
  weight: 6,
  properties: [
    property('title', 'Title', 'SINGLE_LINE_TEXT'),
    property('url', 'Address', 'URL'),
    property('status', 'Status', 'SINGLE_SELECT', options('Draft', 'In review', 'Published')),
    property('tags', 'Tags', 'MULTI_SELECT', options('Spec', 'Runbook', 'Notiz', '議事録')),
    property('created_by', 'Author', 'PERSON'),
    property('last_edited_time', 'Edited', 'DATE', { modifiable: false }),
    property('properties', 'Properties', 'JSON_OBJECT', { visible: false }),
    property('content', 'Content', 'LONG_TEXT'),
    property('summary', 'Summary', 'ENRICHMENT'),
  ],
  draft: ({ random, at }) => {
    const id = uuidFrom(random)
    const author = personFrom(random)
    const heading = title(random)
    const written = random.chance(0.93)
    return {
      externalId: id,
      incomplete: !written,
      data: {
        object: 'page',
        title: heading,
        url: `https://www.notion.so/${id.replaceAll('-', '')}`,
        icon: { type: 'emoji', emoji: random.pick(['📄', '🚀', '🧪', '🏳️‍🌈', '👩🏽‍💻']) },
        status: random.pick(['Draft', 'In review', 'Published']),
        tags: random.some(['Spec', 'Runbook', 'Notiz', '議事録'], random.int(0, 3)),
        created_by: { name: author.name, email: author.email },
        last_edited_time: daysBefore(at, random.next() * 3),
        properties: {
          Name: {
            id: 'title',
            type: 'title',
            title: [{ type: 'text', plain_text: heading, annotations: { bold: false } }],
          },
          'Estimate (days)': { id: '%3Aabc', type: 'number', number: random.int(1, 30) },
        },
        ...(written && random.chance(0.4) ? { summary: { text: sentence(random), model: 'summarizer-2' } } : {}),
        content: written ? textOf(random, random.chance(0.03) ? 11_000 : random.int(60, 1_800)) : '',
      },
    }
  },
}

const database: EntityKind = {
  type: 'DATABASE',
  weight: 1,
  properties: [
    property('title', 'Title', 'SINGLE_LINE_TEXT'),
    property('schema', 'Schema', 'JSON_OBJECT'),
    property('is_inline', 'Inline', 'BOOLEAN'),
  ],
  draft: ({ random }) => ({
    externalId: uuidFrom(random),
    data: {
      title: title(random),
      schema: Object.fromEntries(
        random.some(['Name', 'Größe', '担当者', 'Due', 'a.b', 'x y'], 4).map((key) => [key, { type: 'rich_text' }]),
      ),
      is_inline: random.chance(0.5),
    },
  }),
}

export const notion: Integration = {
  name: 'NOTION',
  share: 3,
  kinds: [page, database],
  credential: 'OAUTH',
  tokenPrefix: 'ntn_',
  scopes: ['read_content', 'read_user_with_email'],
  syncConfig: (random) => ({
    workspaceId: uuidFrom(random),
    botId: uuidFrom(random),
    'integration-secret': `secret_${random.text(43, ALPHANUMERIC)}`,
    pageSize: 100,
  }),
}
