import 'server-only'

// Kept on globalThis: what hears the signal and what answers `/api/ready` are parts of different bundles of the same process.
const shared = globalThis as typeof globalThis & { mastraAdminStopping?: boolean }

/** Says that this process is about to end: `/api/ready` answers so from now on, and a balancer sends nothing new. */
export function beginStopping(): void {
  shared.mastraAdminStopping = true
}

export function isStopping(): boolean {
  return shared.mastraAdminStopping ?? false
}
