import 'server-only'
import { createServer } from 'node:net'

/**
 * A port of 127.0.0.1 that nothing listens on now: `preferred` if it is free, else one the system picks. Someone may take it
 * before the caller does, so the caller still has to handle that.
 */
export async function freePort(preferred?: number): Promise<number> {
  return (preferred !== undefined && (await tryPort(preferred))) || (await pickPort())
}

/** The port when it can be listened on, else undefined. */
export async function tryPort(port: number, host = '127.0.0.1'): Promise<number | undefined> {
  try {
    return await listenOnce(port, host)
  } catch {
    return undefined
  }
}

function pickPort(): Promise<number> {
  return listenOnce(0, '127.0.0.1')
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const taken = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve(taken))
    })
  })
}
