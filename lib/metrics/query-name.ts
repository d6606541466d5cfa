const NAMED = /^\s*\/\* ([a-z][a-z ]{2,40}) \*\//
const COMMENT = /^\s*\/\*.*?\*\//s
const TABLE = /"?\b(mastra|mastra_admin)"?\."?([a-z_]+)"?/

/**
 * What a statement is called in the metrics: the name that it begins with in a comment, such as `list of records`; else what it does and
 * to which table first: `select records`, `insert audit_entry`, `commit`. Values are parameters and never part of a statement's text.
 */
export function queryName(sql: string): string {
  const head = sql.slice(0, 4_000)
  const named = NAMED.exec(head)?.[1]
  if (named) return named
  const [word = ''] = /[a-z]+/i.exec(head.replace(COMMENT, '')) ?? []
  const verb = word.toLowerCase() === 'with' ? 'select' : word.toLowerCase()
  const table = TABLE.exec(head)?.[2]
  return table ? `${verb} ${table}` : verb || 'empty'
}
