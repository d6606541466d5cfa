import 'server-only'

const BY_CODE: Readonly<Record<string, (where: string) => string>> = {
  ECONNREFUSED: (where) =>
    `Nothing answers at ${where}: the database server is not running, or this is not its address.`,
  ENOTFOUND: (where) => `The host of ${where} is not known. Check the address in DATABASE_URL.`,
  EAI_AGAIN: (where) =>
    `The host of ${where} could not be looked up. Check the address in DATABASE_URL and the network.`,
  ETIMEDOUT: (where) => `The database server at ${where} did not answer in time. Check the address and the firewall.`,
  EHOSTUNREACH: (where) => `There is no way to ${where} from this machine. Check the address and the network.`,
  ECONNRESET: (where) =>
    `The database server at ${where} closed the connection. Check whether it requires sslmode=require.`,
  '28P01': (where) => `The database server at ${where} refused the user name or password in DATABASE_URL.`,
  '28000': (where) =>
    `The database server at ${where} does not let this user in. Check the user in DATABASE_URL and pg_hba.conf.`,
  '3D000': (where) =>
    `The database server at ${where} has no such database. Check the name at the end of DATABASE_URL.`,
  '57P03': (where) => `The database server at ${where} is starting or stopping. Try again in a moment.`,
  '53300': (where) => `The database server at ${where} has no connection left to give.`,
}

/** Where a connection string points to, without its secrets: `host:port`. */
export function addressOf(url: string): string {
  const { hostname, port } = new URL(url)
  return `${hostname || 'localhost'}:${port || '5432'}`
}

/** Why a connection failed, as a sentence that tells what to check. It never holds the connection string, whose password it may contain. */
export function connectionProblem(error: unknown, url: string): string {
  const where = addressOf(url)
  const code = codeOf(error)
  const known = code === undefined ? undefined : BY_CODE[code]
  if (known) return known(where)
  const said = error instanceof Error ? error.message : String(error)
  if (/timeout/i.test(said))
    return `The database server at ${where} did not answer in time. Check the address and the firewall.`
  return `No connection to the database server at ${where}: ${said || code}.`
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
