import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { policyOf } from '../mask/policy'
import { mailOf } from './mail'
import { composeNotice } from './message'
import { sendMail } from './send-mail'

const received: { from: string; to: string[]; source: string }[] = []
let refuse: string[] = []
let server: SMTPServer
let url = ''

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, callback) =>
      password === 'secret' ? callback(null, { user: username }) : callback(new Error('no')),
    onRcptTo: ({ address }, _session, callback) => callback(refuse.includes(address) ? new Error('unknown') : null),
    onData: (stream, { envelope }, callback) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ from, to, source: Buffer.concat(pieces).toString('utf8') })
        callback()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  url = `smtp://user:secret@127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
beforeEach(() => {
  received.length = 0
  refuse = []
})

const from = 'Mastra Admin <admin@acme.example>'
const hostile = 'It broke\r\nBcc: all@evil.example\r\n\r\n<img src=x onerror="alert(1)"> token=canary9a7b1'
const cause = { id: 'a'.repeat(32), title: hostile, kind: 'other', firstSeenAt: new Date(0) }
const events = [
  {
    event: 'new' as const,
    at: new Date(0),
    connections: 2,
    integrations: ['HUB\r\nSPOT'],
    cause,
    connection: null,
    overSince: null,
  },
]
const body = () =>
  composeNotice(policyOf('everyone', []), 'notice', { channel: 'Ops\r\nX: y', events, total: 1, now: new Date(0) })
const send = (recipients = ['a@acme.example', 'b@acme.example'], to = url) =>
  sendMail(mailOf(body()), { id: '0196', recipients }, { url: to, from })
const headersOf = (source: string) => source.slice(0, source.indexOf('\r\n\r\n'))

describe('an e-mail', () => {
  it('reaches each recipient, who learns of no other, and has the same id on every try', async () => {
    expect(await send()).toMatchObject({
      accepted: true,
      sentence: expect.stringMatching(/^Accepted by the mail server after \d+ ms$/),
    })
    await send()
    expect(received.map(({ from: sender, to }) => ({ sender, to }))).toEqual(
      Array.from({ length: 2 }, () => ({ sender: 'admin@acme.example', to: ['a@acme.example', 'b@acme.example'] })),
    )
    for (const { source } of received) {
      expect(headersOf(source)).toContain('Message-ID: <0196@mastra-admin>')
      expect(headersOf(source)).not.toContain('b@acme.example')
    }
  })

  it('takes no header, no mark-up and no secret from what it tells', async () => {
    await send()
    const [{ source } = { source: '' }] = received
    expect(headersOf(source)).not.toMatch(/^(bcc|x):/im)
    expect(source).not.toContain('canary9a7b1')
    const { html, subject, text } = mailOf(body())
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).toContain('New cause: It broke Bcc: all@evil.example')
  })

  it('says what the mail server refused, never in its words nor with its password', async () => {
    refuse = ['b@acme.example']
    expect((await send()).sentence).toMatch(/, but for 1 of 2 recipients$/)
    expect(await send(['b@acme.example'])).toMatchObject({
      accepted: false,
      sentence: 'The mail server refused the sender or a recipient.',
    })
    const wrong = await send(undefined, url.replace('secret', 'other-password'))
    expect(wrong).toMatchObject({ accepted: false, sentence: 'The mail server refused the sign-in of SMTP_URL.' })
    expect(
      await sendMail(mailOf(body()), { id: '1', recipients: ['a@acme.example'] }, { url: '', from }),
    ).toMatchObject({
      accepted: false,
      sentence: expect.stringContaining('SMTP_URL'),
    })
  })
})
