import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { type ExportManifest, exportManifest, manifestLine } from './manifest-dto'

/** `code` is 1 for a file that is not what was exported, and 2 for one of which that cannot be said. */
export type Verdict = { ok: true; manifest: ExportManifest } | { ok: false; code: 1 | 2; sentence: string }

/**
 * Whether a file is what was exported, whole and unchanged. NDJSON carries its manifest as its last line; for the others it is the file
 * `manifestFile`, by default `<file>.manifest.json`. Reads the file once, in constant memory. Throws what the file system throws.
 */
export async function verifyExport(file: string, manifestFile?: string): Promise<Verdict> {
  const beside = manifestFile ?? `${file}.manifest.json`
  if (manifestFile === undefined && !existsSync(beside)) return verifyLines(file)
  const parsed = exportManifest.safeParse(jsonIn(readFileSync(beside, 'utf8')))
  if (!parsed.success) return { ok: false, code: 2, sentence: `${beside} is not the manifest of an export.` }
  return judge(parsed.data, await digest(file))
}

/** All but the last line is what the manifest in that line is about. */
async function verifyLines(file: string): Promise<Verdict> {
  const hash = createHash('sha256')
  let bytes = 0
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0)
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([rest, piece])
    // The end of the line before the last, once there is one that is not the end of all.
    const cut = seen.lastIndexOf(10, seen.length - 2) + 1
    hash.update(seen.subarray(0, cut))
    bytes += cut
    rest = seen.subarray(cut)
  }
  const parsed = manifestLine.safeParse(jsonIn(rest.toString('utf8')))
  if (!parsed.success && file.endsWith('.ndjson'))
    return { ok: false, code: 1, sentence: `${file} does not end with its manifest: it is incomplete.` }
  if (!parsed.success)
    return { ok: false, code: 2, sentence: `${file} cannot be checked: it needs its .manifest.json beside it.` }
  return judge(parsed.data.manifest, { bytes, sha256: hash.digest('hex') })
}

async function digest(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

function judge(manifest: ExportManifest, found: { bytes: number; sha256: string }): Verdict {
  if (found.bytes < manifest.bytes)
    return { ok: false, code: 1, sentence: `It is incomplete: ${found.bytes} of ${manifest.bytes} bytes are there.` }
  if (found.sha256 !== manifest.sha256) return { ok: false, code: 1, sentence: 'It was changed since it was exported.' }
  return { ok: true, manifest }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
