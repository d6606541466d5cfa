import 'server-only'
import { actorOf } from '@/lib/db/test-actors'
import { type TestDatabase, withTestDatabase } from '@/lib/db/test-database'
import { type MailServer, startMailServer } from '@/lib/db/test-mail-server'
import { env } from '@/lib/env'
import { addUser } from '@/lib/users/add-user'
import { askReset } from '../ask-reset'
import { signIn } from '../sign-in'
import { unnoted } from '../test-failures'

/** What people of the tests have before a link gives them another. */
export const PASSWORD = 'correct horse battery'

/** A database, a mail server, and people who are sent links. */
export class LinkWorld {
  readonly admin = actorOf('ADMIN')
  private added = 0
  private constructor(
    readonly test: TestDatabase,
    readonly mail: MailServer,
  ) {}

  static async make(): Promise<LinkWorld> {
    const mail = await startMailServer()
    return new LinkWorld(await withTestDatabase(), mail)
  }

  end = async (): Promise<void> => {
    Object.assign(env(), { SMTP_URL: undefined, SMTP_FROM: undefined })
    await this.test.drop()
    await this.mail.stop()
  }

  /** Links go by mail, which is accepted. */
  byMail = (): void => {
    Object.assign(env(), { SMTP_URL: this.mail.url, SMTP_FROM: 'Mastra Admin <admin@acme.example>' })
    this.mail.refuse(false)
  }

  /** Without a mail server: an administrator hands them over. */
  byHand = (): void => void Object.assign(env(), { SMTP_URL: undefined })

  fresh = (): string => {
    this.added += 1
    return `user${this.added}@example.test`
  }

  someone = async (role: 'SUPPORT' | 'ADMIN' = 'SUPPORT') => {
    const email = this.fresh()
    return { email, ...(await addUser(this.admin, { email, role, password: PASSWORD })) }
  }

  tokenIn = (path: string | null): string => path?.split('#')[1] ?? ''

  enter = (email: string, password: string) =>
    signIn({ email, password }, { address: `192.0.2.${this.added}`, userAgent: '', replaces: null }, unnoted)

  expire = (userId: string) =>
    this.test.client.oneTimeLink.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } })

  trail = (subjectId: string) =>
    this.test.client.auditEntry.findMany({
      where: { subjectId, NOT: { action: 'session.sign-in' } },
      orderBy: { id: 'asc' },
      select: { action: true, after: true, actorEmail: true },
    })

  actions = async (subjectId: string) => (await this.trail(subjectId)).map(({ action }) => action)

  /** Asks as the page does, and waits for what goes on after the answer. */
  ask = async (email: string, address = `198.51.100.${this.added}`): Promise<void> => {
    const work: (() => Promise<void>)[] = []
    await askReset({ email }, { address, later: (piece) => void work.push(piece) })
    for (const piece of work) await piece()
  }
}
