import { cliActor } from '../auth/actor'
import type { Role } from '../auth/permissions'
import { database } from '../db/client'
import { addUser } from '../users/add-user'
import { changeRole } from '../users/change-role'
import { disableUser } from '../users/disable-user'
import { enableUser } from '../users/enable-user'
import { listUsers } from '../users/queries'
import { resetCodes } from '../users/reset-codes'
import { type AddUserInput, addUserInput, roleInput, setPasswordInput } from '../users/schema'
import { setUserPassword } from '../users/set-password'
import { connected } from './connected'
import { CommandError } from './report'

export async function addPerson(input: AddUserInput): Promise<void> {
  const parsed = addUserInput.safeParse(input)
  if (!parsed.success) throw new CommandError(parsed.error.issues[0]?.message ?? 'This cannot be added.')
  await connected(() => addUser(cliActor(), parsed.data))
}

/** One line a person, columns divided by two spaces or more. */
export async function listPeople(): Promise<string> {
  const people = await connected(() => listUsers(cliActor()))
  const rows = people.map(({ email, role, disabledAt, invitation, lastSignInAt }) => [
    email,
    role,
    disabledAt ? 'disabled' : invitation ? 'invited' : 'active',
    lastSignInAt ?? 'never signed in',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** Whether they were not disabled before. */
export function disablePerson(email: string): Promise<boolean> {
  return connected(async () => (await disableUser(cliActor(), { userId: (await find(email)).id })).changed)
}

/** Whether they were disabled before. */
export function enablePerson(email: string): Promise<boolean> {
  return connected(async () => (await enableUser(cliActor(), { userId: (await find(email)).id })).changed)
}

/** Whether they had one-time codes before. */
export function resetPersonsCodes(email: string): Promise<boolean> {
  return connected(async () => (await resetCodes(cliActor(), { userId: (await find(email)).id })).changed)
}

/** Whether they had another role before. */
export function changePersonsRole(email: string, to: Role): Promise<boolean> {
  return connected(async () => {
    const { id, role } = await find(email)
    return (await changeRole(cliActor(), { userId: id, from: roleInput.parse(role), to })).changed
  })
}

/** The password is asked for once the person is known to exist. */
export async function setPersonsPassword(email: string, ask: () => Promise<string>): Promise<void> {
  await connected(async () => {
    const { id } = await find(email)
    const parsed = setPasswordInput.safeParse({ userId: id, password: await ask() })
    if (!parsed.success) throw new CommandError(parsed.error.issues[0]?.message ?? 'This password cannot be used.')
    await setUserPassword(cliActor(), parsed.data)
  })
}

async function find(email: string): Promise<{ id: string; role: string }> {
  const user = await database().user.findUnique({ where: { email }, select: { id: true, role: true } })
  if (!user) throw new CommandError(`There is no user ${email}. See: npm run admin -- user list`)
  return user
}
