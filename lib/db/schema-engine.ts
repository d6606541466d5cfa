import 'server-only'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { migrationAdapter } from './schema-engine-adapter'

let loaded = false

export interface EngineOptions {
  url: string
  /** Where `_prisma_migrations` is, and what unqualified names mean. */
  schema: string
  /** Pairs of file name and content of `schema.prisma`, for the commands that compare. */
  datamodels?: [string, string][]
}

/**
 * Runs `work` with Prisma's schema engine inside this process and closes its connections. The engine is WebAssembly from npm,
 * of the same version as the client, so nothing is downloaded.
 */
export async function withSchemaEngine<T>(
  options: EngineOptions,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loadOnce()
  const adapter = migrationAdapter(options.url, options.schema)
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(adapter)
    const engine = await bindings.SchemaEngine.new({ datamodels: options.datamodels }, () => undefined, bound)
    return await work(engine)
  } finally {
    await adapter.close()
  }
}

/** Node 20 cannot import `.wasm` as a module, which the package's own entry does; so the halves are put together here. */
function loadOnce(): void {
  if (loaded) return
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: giveUp } })
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    './schema_engine_bg.js': { ...bindings },
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  loaded = true
}

/** The engine calls this with the reason before it stops for good; without it there would be only `unreachable`. */
function giveUp(reason: string): never {
  throw new Error(`Prisma's schema engine gave up: ${reason}`)
}
