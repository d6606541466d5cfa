import 'server-only'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { database } from '../db/client'
import type { ByteRange } from './byte-range'

/** Bytes that a piece has before it is compressed: what a request for any part reads more than it needs, at most twice. */
const PIECE = 1_048_576
const FASTEST = { level: 1 }
const [compress, decompress] = [promisify(gzip), promisify(gunzip)]

/** Writes a file in pieces, from its beginning: what a former attempt had written goes away. Gives the bytes that were written. */
export async function writeKept(
  exportId: string,
  bytes: AsyncIterable<Uint8Array>,
  sign: (written: number) => Promise<void>,
): Promise<number> {
  await database().exportPiece.deleteMany({ where: { exportId } })
  let waiting: Uint8Array[] = []
  let [size, start, number] = [0, 0, 0]
  const store = async () => {
    if (size === 0) return
    const body = await compress(Buffer.concat(waiting), FASTEST)
    await database().exportPiece.create({
      data: { exportId, number, start: BigInt(start), size, body: new Uint8Array(body) },
    })
    start += size
    number += 1
    waiting = []
    size = 0
    await sign(start)
  }
  for await (const some of bytes) {
    waiting.push(some)
    size += some.byteLength
    if (size >= PIECE) await store()
  }
  await store()
  return start
}

/** Bytes of the whole file. */
export async function keptSize(exportId: string): Promise<number> {
  const last = await database().exportPiece.findFirst({
    where: { exportId },
    orderBy: { number: 'desc' },
    select: { start: true, size: true },
  })
  return last ? Number(last.start) + last.size : 0
}

/** The bytes of a range, a piece at a time, as they are taken. Throws when the file goes away meanwhile. */
export async function* readKept(exportId: string, { first, last }: ByteRange): AsyncGenerator<Uint8Array> {
  for (let at = first; at <= last; ) {
    const piece = await database().exportPiece.findFirst({
      where: { exportId, start: { lte: BigInt(at) } },
      orderBy: { number: 'desc' },
    })
    const start = Number(piece?.start ?? 0)
    if (!piece || at >= start + piece.size) throw new Error('A part of the file is missing.')
    const body = await decompress(piece.body)
    yield body.subarray(at - start, Math.min(last + 1 - start, piece.size))
    at = start + piece.size
  }
}
