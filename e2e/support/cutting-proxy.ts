import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between a browser and the server, as a proxy that drops connections does. */
export interface CuttingProxy {
  origin: string
  /** Cuts every connection that is open; gives how many those were. */
  cut: () => number
  stop: () => Promise<void>
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { port } = new URL(target)
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(port), '127.0.0.1')
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.')
  const cut = () => {
    const count = open.size / 2
    for (const socket of open) socket.destroy()
    return count
  }
  const stop = async () => {
    server.close()
    cut()
    await once(server, 'close')
  }
  return { origin: `http://localhost:${address.port}`, cut, stop }
}
