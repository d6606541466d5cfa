import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { z } from 'zod'
import { connectionProblem } from '../db/connection-problem'
import { OWN_SCHEMA } from '../db/migrations'
import { withSchemaEngine } from '../db/schema-engine'

/** Without a method it is the answer to a `print` of ours. */
const message = z.object({ id: z.number(), method: z.string().optional(), params: z.unknown() })
const printed = z.object({ stdout: z.string() })
const failure = z.object({ message: z.string(), code: z.string().optional() })

type Engine = Parameters<Parameters<typeof withSchemaEngine>[1]>[0]

/**
 * Speaks what Prisma's command line expects of its schema engine: one JSON-RPC message a line, on standard input and output.
 * Arguments: `--datamodels <file>` repeated, `--datasource <json>`, or `cli can-connect-to-database`.
 */
export async function serveSchemaEngine(args: readonly string[]): Promise<void> {
  const url = z.object({ url: z.string().default('') }).parse(JSON.parse(argumentOf(args, '--datasource') ?? '{}')).url
  if (args.includes('can-connect-to-database')) return canConnect(url)
  const files = args.filter((_, index) => args[index - 1] === '--datamodels')
  const datamodels = files.map((file): [string, string] => [file, readFileSync(file, 'utf8')])
  const options = { url, schema: OWN_SCHEMA, ...(datamodels.length > 0 && { datamodels }) }
  await withSchemaEngine(options, async (engine) => {
    for await (const line of createInterface({ input: process.stdin })) await answer(engine, line)
  })
}

async function answer(engine: Engine, line: string): Promise<void> {
  const { id, method, params } = message.parse(JSON.parse(line))
  if (method === undefined) return
  try {
    const result = await call(engine, method, params)
    const script = printed.safeParse(result)
    if (script.success) send({ id, method: 'print', params: { content: script.data.stdout } })
    send({ id, result: result ?? {} })
  } catch (error) {
    const { message: said, code } = failure.safeParse(error).data ?? { message: String(error) }
    const data = { is_panic: false, message: said, error_code: code, meta: null }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

async function call(engine: Engine, method: string, params: unknown): Promise<unknown> {
  const name = method === 'getDatabaseVersion' ? 'version' : method
  const work: unknown = Reflect.get(engine, name)
  if (typeof work !== 'function') throw new Error(`The schema engine knows no ${method}.`)
  return Reflect.apply(work, engine, [params])
}

function send(content: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...content })}\n`)
}

function argumentOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at === -1 ? undefined : args[at + 1]
}

async function canConnect(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    const fields = { error_code: 'P1001', message: connectionProblem(error, url) }
    // Prisma leaves the first line out.
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
    process.exitCode = 1
  }
}
