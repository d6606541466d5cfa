import 'server-only'
import { existsSync, readFileSync } from 'node:fs'

/** Whether a process of this number runs, also one of another user. A zombie, which nobody has waited for yet, does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const stat = `/proc/${pid}/stat`
  // The state follows the program's name, which is in parentheses and may hold some itself.
  return !existsSync(stat) || readFileSync(stat, 'utf8').split(') ').at(-1)?.[0] !== 'Z'
}
