import { type Actor, provenActor } from '../auth/actor'
import type { Role } from '../auth/permissions'

/** Someone of this role, for tests of verbs; not in the table of users. */
export function actorOf(role: Role, name: string = role.toLowerCase()): Actor {
  return provenActor({ id: `${name}-id`, email: `${name}@test.local`, role })
}
