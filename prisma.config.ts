import path from 'node:path'
import { defineConfig } from 'prisma/config'

// Prisma looks its schema engine up after reading this, and would otherwise download one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('scripts/schema-engine')

/** The five tables and three enums that belong to Mastra: mapped, so that they can be queried, but never migrated. */
const MASTRA_TABLES = ['connections', 'credentials', 'entity', 'properties', 'records']
const MASTRA_ENUMS = ['PropertyType', 'RecordEnrichmentStatus', 'RecordStatus']

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', initShadowDb: 'CREATE SCHEMA mastra;' },
  experimental: { externalTables: true },
  tables: { external: MASTRA_TABLES.map((name) => `mastra.${name}`) },
  enums: { external: MASTRA_ENUMS.map((name) => `mastra.${name}`) },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
