import { adoptDatabase, connectTo } from '../db/client'
import { databaseUrl } from './database-url'

/** One command runs one verb after another: two connections are plenty. */
const CONNECTIONS = 2

/** Runs `work` with DATABASE_URL as the database of this process, and ends its connections afterwards. */
export async function connected<T>(work: () => Promise<T>): Promise<T> {
  const client = connectTo(databaseUrl(), CONNECTIONS)
  adoptDatabase(client)
  try {
    return await work()
  } finally {
    await client.$disconnect()
  }
}
