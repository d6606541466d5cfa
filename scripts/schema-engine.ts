import { serveSchemaEngine } from '@/lib/cli/schema-engine-rpc'

serveSchemaEngine(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
