import 'server-only'
import { database } from './db/client'
import type { PrismaClient } from './db/generated/client'

/** Mastra's own access layer, as its documentation writes it: `await mastra.dataLayer.db.record.findUnique(…)`. */
export const mastra = {
  dataLayer: {
    get db(): PrismaClient {
      return database()
    },
  },
}
