import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  /** For SMTP_URL. */
  url: string
  /** What came, oldest first, as it was sent. */
  received: { to: string[]; text: string }[]
  /** The token of the last link that was sent to this person. */
  tokenFor: (email: string) => string | undefined
  /** From now on each message is refused for good, or taken again. */
  refuse: (refused: boolean) => void
  stop: () => Promise<void>
}

/** A mail server of this process that keeps what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const received: MailServer['received'] = []
  let refused = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => callback(refused ? new Error('unknown') : null),
    onData: (stream, { envelope }, callback) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=')
        received.push({ to: envelope.rcptTo.map(({ address }) => address), text })
        callback()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    tokenFor: (email) =>
      received
        .filter(({ to, text }) => to.includes(email) && text.includes('new-password#'))
        .map(({ text }) => /new-password#([\w-]+)/.exec(text)?.[1])
        .at(-1),
    refuse: (next) => {
      refused = next
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
