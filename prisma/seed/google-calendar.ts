import { daysBefore, type EntityKind, type Integration, type JsonObject, options, property } from './integration'
import { personFrom } from './people'
import { textOf, title } from './text'

/** Google names the day alone for events that last all day. */
function timeOf(iso: string, allDay: boolean): JsonObject {
  return allDay ? { date: iso.slice(0, 10) } : { dateTime: iso, timeZone: 'Europe/Zurich' }
}

const event: EntityKind = {
  type: 'EVENT',
  weight: 9,
  properties: [
    property('summary', 'Title', 'SINGLE_LINE_TEXT'),
    property('description', 'Description', 'LONG_TEXT'),
    property('status', 'Status', 'SINGLE_SELECT', options('confirmed', 'tentative', 'cancelled')),
    property('start', 'Start', 'JSON_OBJECT'),
    property('end', 'End', 'JSON_OBJECT'),
    property('organizer', 'Organizer', 'PERSON'),
    property('attendees', 'Attendees', 'JSON_ARRAY'),
    property('hangoutLink', 'Meeting', 'URL'),
    property('updated', 'Changed', 'DATE', { modifiable: false }),
    property('guestsCanInviteOthers', 'Guests may invite', 'BOOLEAN', { visible: false }),
  ],
  draft: ({ random, at, number }) => {
    const organizer = personFrom(random)
    const begins = daysBefore(at, random.int(-60, 20))
    const allDay = random.chance(0.15)
    return {
      externalId: `${random.text(20)}${number.toString(36).padStart(6, '0')}`,
      data: {
        kind: 'calendar#event',
        etag: `"${at.getTime() * 2}000"`,
        summary: title(random),
        ...(random.chance(0.6) ? { description: textOf(random, random.int(20, 700)) } : {}),
        status: random.weighted({ confirmed: 8, tentative: 1, cancelled: 1 }),
        start: timeOf(begins, allDay),
        end: timeOf(daysBefore(new Date(begins), -1 / 24), allDay),
        organizer: { email: organizer.email, displayName: organizer.name, self: random.chance(0.5) },
        attendees: Array.from({ length: random.int(0, 6) }, () => ({
          email: personFrom(random).email,
          responseStatus: random.pick(['accepted', 'declined', 'needsAction', 'tentative']),
        })),
        hangoutLink: `https://meet.google.com/${random.text(3)}-${random.text(4)}-${random.text(3)}`,
        updated: at.toISOString(),
        guestsCanInviteOthers: random.chance(0.8),
        reminders: { useDefault: true },
      },
    }
  },
}

const calendar: EntityKind = {
  type: 'CALENDAR',
  weight: 1,
  properties: [
    property('summary', 'Name', 'SINGLE_LINE_TEXT'),
    property('timeZone', 'Time zone', 'SINGLE_LINE_TEXT'),
    property('primary', 'Primary', 'CHECKBOX'),
    property('accessRole', 'Access', 'SINGLE_SELECT', options('owner', 'writer', 'reader')),
    property('defaultReminders', 'Reminders', 'JSON_ARRAY'),
  ],
  draft: ({ random, number }) => ({
    externalId: `c_${random.text(16)}${number}@group.calendar.google.com`,
    data: {
      kind: 'calendar#calendarListEntry',
      summary: `${personFrom(random).name}`,
      timeZone: random.pick(['Europe/Zurich', 'Asia/Tokyo', 'America/New_York']),
      primary: random.chance(0.3),
      accessRole: random.pick(['owner', 'writer', 'reader']),
      defaultReminders: [{ method: 'popup', minutes: 10 }],
    },
  }),
}

export const googleCalendar: Integration = {
  name: 'GOOGLE_CALENDAR',
  share: 5,
  kinds: [event, calendar],
  credential: 'OAUTH',
  tokenPrefix: 'ya29.a0',
  scopes: ['https://www.googleapis.com/auth/calendar.readonly', 'openid', 'email'],
  syncConfig: (random) => ({
    calendarId: 'primary',
    nextSyncToken: `CPDAlvWDx70CEPDAlvWDx70CGAU${random.text(8)}`,
    channel: { id: random.text(24), token: random.text(32), expiration: random.int(1_700_000_000, 1_900_000_000) },
    singleEvents: true,
  }),
}
