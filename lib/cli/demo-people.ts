import { cliActor } from '../auth/actor'
import { adoptDatabase, connectTo } from '../db/client'
import { addDemoUser } from '../users/add-demo-user'
import { DEMO_USERS } from '../users/demo-users'

/** Adds the demo's people who are not there yet; those who are keep the role, password and state they have by now. */
export async function addDemoUsers(url: string): Promise<void> {
  const client = connectTo(url, 2)
  adoptDatabase(client)
  try {
    for (const person of DEMO_USERS) {
      const known = await client.user.count({ where: { email: person.email } })
      if (known === 0) await addDemoUser(cliActor(), person)
    }
  } finally {
    await client.$disconnect()
  }
}
