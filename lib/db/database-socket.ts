import 'server-only'
import { lookup } from 'node:dns'
import { type LookupFunction, Socket, type SocketConnectOpts } from 'node:net'

type Told = Parameters<LookupFunction>[2]

/** Who waits for the address of a name that is being looked up. */
const waiting = new Map<string, Told[]>()

/**
 * Looks a name up once for all who ask meanwhile. The system's look-up holds one of the four threads that Node has for these, for files and for passwords; where no server for names answers, for ten
 * seconds or more. Each connection with one of its own leaves none, and then pages that need no database wait as well.
 */
export const lookupShared: LookupFunction = (host, options, told) => {
  const key = JSON.stringify([host, options])
  const others = waiting.get(key)
  if (others) {
    others.push(told)
    return
  }
  waiting.set(key, [told])
  lookup(host, options, (error, address, family) => {
    const all = waiting.get(key) ?? []
    waiting.delete(key)
    for (const each of all) each(error, address, family)
  })
}

/** A socket of a connection to Postgres. */
export class DatabaseSocket extends Socket {
  override connect(
    target: SocketConnectOpts | number | string,
    host?: string | (() => void),
    connected?: () => void,
  ): this {
    if (typeof target === 'number' && typeof host === 'string')
      return super.connect({ port: target, host, lookup: lookupShared }, connected)
    const listener = typeof host === 'function' ? host : connected
    if (typeof target === 'number') return super.connect(target, listener)
    return typeof target === 'string' ? super.connect(target, listener) : super.connect(target, listener)
  }
}
