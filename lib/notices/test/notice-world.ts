import 'server-only'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { rememberIssues } from '@/lib/issues/remember'
import { addChannel } from '../add'
import { databaseNow } from '../deliver'
import { gatherNotices } from '../gather'
import { type NoticeBody, noticeBody } from '../message'
import { type ChannelSettings, NOTICE_EVENTS } from '../schema'

const MINUTE = 60_000

export const ALL: ChannelSettings = {
  events: [...NOTICE_EVENTS],
  threshold: 3,
  integrations: [],
  quiet: null,
  interval: 1,
}

/** A database in which issues come and go, and channels that are told. */
export class NoticeWorld {
  readonly admin = actorOf('ADMIN')
  private made = 0
  private constructor(
    readonly db: PrismaClient,
    readonly appUrl: string,
    readonly drop: () => Promise<void>,
  ) {}

  static async make(): Promise<NoticeWorld> {
    const { client, appUrl, drop } = await withTestDatabase()
    return new NoticeWorld(client, appUrl, drop)
  }

  clean = async (): Promise<void> => {
    await this.db.noticeChannel.deleteMany()
    await this.db.connection.deleteMany()
    await this.db.issueSighting.deleteMany()
    await this.db.issueCause.deleteMany()
    await this.db.noticeMemory.deleteMany()
  }

  webhook = async (settings: Partial<ChannelSettings> = {}, address = 'https://receiver.example/in/secret-path') => {
    const input = { kind: 'webhook', name: 'Team', settings: { ...ALL, ...settings }, address } as const
    const { channelId, secret } = await addChannel(this.admin, input)
    if (!secret) throw new Error('A webhook has a secret.')
    return { channelId, secret }
  }

  connection = async (integration: string, ...issues: string[]): Promise<string> => {
    this.made += 1
    const data = { name: integration, connectionId: `user-${this.made}`, issues }
    return (await this.db.connection.create({ data })).id
  }

  set = (id: string, ...issues: string[]) => this.db.connection.update({ where: { id }, data: { issues } })

  look = () => rememberIssues()

  /** What waits for a channel, in the order in which it came about. */
  events = async (channelId: string): Promise<string[]> => {
    const rows = await this.db.noticeEvent.findMany({ where: { channelId, messageId: null }, orderBy: { id: 'asc' } })
    return rows.map(({ event, connections }) => `${event} ${connections}`)
  }

  /** As a process does some minutes from now, so that nothing waits for more to come. */
  gather = async (minutes = 1): Promise<void> => gatherNotices(await this.later(minutes))

  later = async (minutes: number): Promise<Date> => new Date((await databaseNow()).getTime() + minutes * MINUTE)

  messages = async (channelId: string): Promise<NoticeBody[]> => {
    const rows = await this.db.noticeMessage.findMany({ where: { channelId }, orderBy: { id: 'asc' } })
    return rows.map(({ body }) => noticeBody.parse(JSON.parse(body)))
  }
}
