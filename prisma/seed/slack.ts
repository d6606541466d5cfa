import { daysBefore, type EntityKind, type Integration, options, property } from './integration'
import { personFrom } from './people'
import { HEX } from './random'
import { sentence, textOf } from './text'

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

const message: EntityKind = {
  type: 'MESSAGE',
  weight: 8,
  properties: [
    property('text', 'Text', 'LONG_TEXT'),
    property('user', 'User', 'USER'),
    property('channel', 'Channel', 'SINGLE_LINE_TEXT'),
    property('ts', 'Timestamp', 'SINGLE_LINE_TEXT', { modifiable: false }),
    property('reactions', 'Reactions', 'BADGE_LIST'),
    property('reply_count', 'Replies', 'NUMBER'),
    property('blocks', 'Blocks', 'JSON_ARRAY', { visible: false }),
  ],
  draft: ({ random, at, number }) => {
    const text = textOf(random, random.int(5, 280))
    const ts = `${Math.floor(at.getTime() / 1000)}.${String(number).padStart(6, '0')}`
    return {
      externalId: ts,
      data: {
        type: 'message',
        text: random.chance(0.1) ? `<@U${random.text(8, UPPER)}> ${text} :tada: 🎉` : text,
        user: `U${random.text(8, UPPER)}`,
        channel: random.pick(['#general', '#support', '#продажи', '#random', '#公告']),
        ts,
        reactions: random.some(['👍', '🎉', '👀', '❤️', '🙏🏽'], random.int(0, 3)),
        ...(random.chance(0.3) ? { thread_ts: ts, reply_count: random.int(1, 30) } : {}),
        blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }],
      },
    }
  },
}

const channel: EntityKind = {
  type: 'CHANNEL',
  weight: 1,
  properties: [
    property('name', 'Name', 'SINGLE_LINE_TEXT'),
    property('is_private', 'Private', 'BOOLEAN'),
    property('num_members', 'Members', 'NUMBER'),
    property('topic', 'Topic', 'JSON_OBJECT'),
  ],
  draft: ({ random, at, number }) => ({
    externalId: `C${number.toString(36).toUpperCase().padStart(9, '0')}`,
    data: {
      name: `team-${random.pick(['ops', 'vertrieb', '開発', 'data', 'people'])}-${number}`,
      is_private: random.chance(0.2),
      num_members: random.int(2, 900),
      topic: { value: sentence(random), last_set: Math.floor(at.getTime() / 1000) },
      created: daysBefore(at, random.int(10, 1000)),
    },
  }),
}

const member: EntityKind = {
  type: 'MEMBER',
  weight: 2,
  properties: [
    property('real_name', 'Name', 'PERSON'),
    property('email', 'E-mail', 'CONTACT'),
    property('tz', 'Time zone', 'SINGLE_SELECT', options('Europe/Zurich', 'Asia/Tokyo', 'America/New_York')),
    property('is_bot', 'Bot', 'CHECKBOX'),
    property('image', 'Picture', 'URL'),
  ],
  draft: ({ random, number }) => {
    const person = personFrom(random)
    return {
      externalId: `U${number.toString(36).toUpperCase().padStart(9, '0')}`,
      data: {
        real_name: person.name,
        email: person.email,
        tz: random.pick(['Europe/Zurich', 'Asia/Tokyo', 'America/New_York']),
        is_bot: random.chance(0.1),
        image: `https://avatars.slack-edge.example/${random.text(12, HEX)}.png`,
      },
    }
  },
}

export const slack: Integration = {
  name: 'SLACK',
  share: 5,
  kinds: [message, channel, member],
  credential: 'OAUTH',
  tokenPrefix: 'xoxb-',
  scopes: ['channels:history', 'channels:read', 'users:read', 'users:read.email'],
  syncConfig: (random) => ({
    teamId: `T${random.text(9, UPPER)}`,
    channels: ['#general', '#support'],
    signingSecret: random.text(32, HEX),
    socketMode: { enabled: random.chance(0.2), appToken: `xapp-1-${random.text(24, UPPER)}` },
  }),
}
