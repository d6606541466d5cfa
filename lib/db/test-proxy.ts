import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A network between the app and Postgres that does what networks do. */
export interface TestProxy {
  /** The connection string of the database, by way of the proxy. */
  url: string
  /** Passes everything on, also what was held back. */
  pass: () => void
  /** Neither passes anything on nor closes: a firewall that forgot, a cable that was pulled. */
  stall: () => void
  /** The same in one direction: what is asked arrives, what is answered does not. */
  stallAnswers: () => void
  /** Cuts every connection; new ones are accepted. */
  cut: () => void
  /** Cuts every connection and refuses new ones until `pass`, as a server that is down does. */
  refuse: () => Promise<void>
  /** Holds each piece of every answer back for so many milliseconds. */
  delay: (milliseconds: number) => void
  /** Connections that are open. */
  size: () => number
  stop: () => Promise<void>
}

export async function startTestProxy(databaseUrl: string): Promise<TestProxy> {
  const target = new URL(databaseUrl)
  const pairs = new Set<{ client: Socket; upstream: Socket }>()
  const held: (() => void)[] = []
  let mode: 'pass' | 'stall' | 'stall-answers' = 'pass'
  let lag = 0
  const move = (to: Socket, chunk: Buffer, isAnswer: boolean) => {
    const write = () => {
      if (!to.destroyed) to.write(chunk)
    }
    if (mode === 'stall' || (mode === 'stall-answers' && isAnswer)) held.push(write)
    else if (lag > 0 && isAnswer) setTimeout(write, lag)
    else write()
  }
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const pair = { client, upstream }
    pairs.add(pair)
    for (const socket of [client, upstream]) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        pairs.delete(pair)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk) => move(upstream, chunk, false))
    upstream.on('data', (chunk) => move(client, chunk, true))
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.')
  const { port } = address
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  const cut = () => {
    held.length = 0
    for (const { client, upstream } of pairs) {
      client.destroy()
      upstream.destroy()
    }
  }
  const close = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    cut()
    await closed
  }
  return {
    url: url.href,
    pass: () => {
      mode = 'pass'
      lag = 0
      for (const write of held.splice(0)) write()
      if (!server.listening) void listen(port)
    },
    stall: () => {
      mode = 'stall'
    },
    stallAnswers: () => {
      mode = 'stall-answers'
    },
    cut,
    refuse: close,
    delay: (milliseconds) => {
      lag = milliseconds
    },
    size: () => pairs.size,
    stop: close,
  }
}
