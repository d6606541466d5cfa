import { daysBefore, type EntityKind, type Integration, options, property } from './integration'
import { personFrom } from './people'
import { HEX } from './random'
import { sentence, textOf, title } from './text'

const LABELS = ['INBOX', 'UNREAD', 'IMPORTANT', 'STARRED', 'CATEGORY_UPDATES', 'SENT']

const message: EntityKind = {
  type: 'MESSAGE',
  weight: 8,
  properties: [
    property('subject', 'Subject', 'SINGLE_LINE_TEXT'),
    property('from', 'From', 'PERSON'),
    property('to', 'To', 'JSON_ARRAY'),
    property('labelIds', 'Labels', 'BADGE_LIST', options(...LABELS)),
    property('snippet', 'Snippet', 'SINGLE_LINE_TEXT'),
    property('body', 'Body', 'LONG_TEXT', { visible: false }),
    property('unread', 'Unread', 'BOOLEAN'),
    property('sizeEstimate', 'Size', 'NUMBER', { config: { unit: 'bytes' } }),
    property('internalDate', 'Received', 'DATE'),
  ],
  draft: ({ random, at, number }) => {
    const from = personFrom(random)
    const body = textOf(random, random.int(60, 2_500))
    return {
      externalId: `${random.text(10, HEX)}${number.toString(16).padStart(6, '0')}`,
      data: {
        threadId: random.text(16, HEX),
        historyId: String(random.int(1_000_000, 99_999_999)),
        labelIds: random.some(LABELS, random.int(1, 4)),
        subject: `${random.pick(['', 'Re: ', 'Fwd: ', 'AW: '])}${title(random)}`,
        from: { name: from.name, email: from.email },
        to: Array.from({ length: random.int(1, 4) }, () => personFrom(random).email),
        snippet: sentence(random),
        body: random.chance(0.3) ? `<html><body><p>${body}</p><script>track()</script></body></html>` : body,
        unread: random.chance(0.3),
        sizeEstimate: body.length * 3,
        internalDate: daysBefore(at, random.next() * 5),
      },
    }
  },
}

const thread: EntityKind = {
  type: 'THREAD',
  weight: 2,
  properties: [
    property('snippet', 'Snippet', 'SINGLE_LINE_TEXT'),
    property('messageCount', 'Messages', 'NUMBER'),
    property('participants', 'Participants', 'JSON_ARRAY'),
  ],
  draft: ({ random, number }) => ({
    externalId: `t${random.text(9, HEX)}${number.toString(16).padStart(6, '0')}`,
    data: {
      snippet: sentence(random),
      messageCount: random.int(1, 40),
      participants: Array.from({ length: random.int(1, 5) }, () => personFrom(random).email),
    },
  }),
}

export const gmail: Integration = {
  name: 'GMAIL',
  share: 4,
  kinds: [message, thread],
  credential: 'OAUTH',
  tokenPrefix: 'ya29.a0',
  scopes: ['https://www.googleapis.com/auth/gmail.readonly', 'openid', 'email'],
  syncConfig: (random) => ({
    query: 'newer_than:90d -in:spam',
    historyId: String(random.int(1_000_000, 99_999_999)),
    nextPageToken: random.text(20),
    pubsub: {
      topic: 'projects/demo/topics/gmail',
      credentials: { client_email: 'sync@demo.example', private_key: random.text(64) },
    },
  }),
}
