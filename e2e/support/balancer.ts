import { once } from 'node:events'
import { createServer, request } from 'node:http'

/** What stands in front of several instances: it sends each request to one that was ready when it last looked, and tries none twice. */
export interface Balancer {
  origin: string
  add: (instance: string) => void
  /** Forgets an instance that has ended. */
  remove: (instance: string) => void
  /** Instances that are sent requests now. */
  ready: () => string[]
  stop: () => Promise<void>
}

/** Milliseconds between two looks at `/api/ready`. */
const LOOK = 200

export async function startBalancer(): Promise<Balancer> {
  const instances = new Map<string, boolean>()
  let turn = 0
  const ready = () => [...instances].flatMap(([instance, isReady]) => (isReady ? [instance] : []))
  const looks = new Set<string>()
  const look = async (instance: string) => {
    // One look at a time: an answer that was long on its way must not count more than a newer one.
    if (looks.has(instance)) return
    looks.add(instance)
    const answered = await fetch(`${instance}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    looks.delete(instance)
    if (instances.has(instance)) instances.set(instance, answered)
  }
  const looking = setInterval(() => {
    for (const instance of instances.keys()) void look(instance)
  }, LOOK)
  const server = createServer((incoming, outgoing) => {
    const candidates = ready()
    turn += 1
    const chosen = candidates[turn % Math.max(1, candidates.length)]
    if (!chosen) {
      outgoing.writeHead(503).end()
      return
    }
    const onward = request(
      `${chosen}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
        answer.on('error', () => outgoing.destroy())
      },
    )
    onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()))
    incoming.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The balancer has no port.')
  return {
    origin: `http://localhost:${address.port}`,
    add: (instance) => {
      instances.set(instance, false)
    },
    remove: (instance) => {
      instances.delete(instance)
    },
    ready,
    stop: async () => {
      clearInterval(looking)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
