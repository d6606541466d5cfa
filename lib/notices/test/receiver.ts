import 'server-only'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** How a receiver answers: a status, with a place to go on to; or not at all. */
export type Answer = { status: number; location?: string } | 'silence'

/** A real receiver of webhooks on this machine, which answers as the test says and remembers what it was sent. */
export class Receiver {
  readonly received: Received[] = []
  answer: Answer = { status: 204 }

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const receiver = new Receiver(server, `http://127.0.0.1:${port}/in/secret-path`)
    server.on('request', (request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString('utf8')
        receiver.received.push({ path: request.url ?? '', headers: request.headers, body })
        const { answer } = receiver
        if (answer === 'silence') return
        response.writeHead(answer.status, answer.location ? { location: answer.location } : {})
        response.end('an answer that nobody reads')
      })
    })
    return receiver
  }

  stop = async (): Promise<void> => {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }
}
