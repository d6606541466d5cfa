import { Command, InvalidArgumentError, Option } from 'commander'
import { ROLES, type Role } from '../auth/permissions'
import { emailInput } from '../users/schema'
import { requireMigrations } from './database-url'
import { readPassword } from './password'
import { say } from './step'

interface PersonOptions {
  email: string
}

interface PasswordOptions extends PersonOptions {
  passwordStdin: boolean
}

interface RoleOptions extends PersonOptions {
  role: Role
}

/** `user add`, `list`, `disable`, `enable`, `password`, `role` and `reset-codes`. What they change stands in the audit trail as done from the command line. */
export function userCommands(): Command {
  const user = new Command('user').description('the people who may sign in')
  user
    .command('add')
    .description('adds someone, who can sign in at once')
    .addOption(emailOption())
    .addOption(roleOption())
    .addOption(passwordOption())
    .action(async ({ email, role, passwordStdin }: RoleOptions & PasswordOptions) => {
      const { addPerson } = await people()
      await addPerson({ email, role, password: await readPassword(passwordStdin) })
      say(`Added ${email} as ${role}.`)
    })
  user
    .command('list')
    .description('prints everyone: e-mail, role, state, last sign-in (UTC)')
    .action(async () => {
      const { listPeople } = await people()
      process.stdout.write(await listPeople())
    })
  user
    .command('disable')
    .description('keeps someone out from their next request on; the last active administrator stays')
    .addOption(emailOption())
    .action(async ({ email }: PersonOptions) => {
      const { disablePerson } = await people()
      say((await disablePerson(email)) ? `Disabled ${email}.` : `${email} is already disabled.`)
    })
  user
    .command('enable')
    .description('lets someone who was disabled sign in again')
    .addOption(emailOption())
    .action(async ({ email }: PersonOptions) => {
      const { enablePerson } = await people()
      say((await enablePerson(email)) ? `Enabled ${email}.` : `${email} is not disabled.`)
    })
  user
    .command('role')
    .description('gives someone another role, from their next request on')
    .addOption(emailOption())
    .addOption(roleOption())
    .action(async ({ email, role }: RoleOptions) => {
      const { changePersonsRole } = await people()
      say((await changePersonsRole(email, role)) ? `${email} is now ${role}.` : `${email} is already ${role}.`)
    })
  user
    .command('password')
    .description('gives someone a new password and ends all their sessions')
    .addOption(emailOption())
    .addOption(passwordOption())
    .action(async ({ email, passwordStdin }: PasswordOptions) => {
      const { setPersonsPassword } = await people()
      await setPersonsPassword(email, () => readPassword(passwordStdin))
      say(`${email} has a new password; their sessions have ended.`)
    })
  user
    .command('reset-codes')
    .description(
      'turns off the one-time codes of someone who has lost their authenticator app, and ends all their sessions',
    )
    .addOption(emailOption())
    .action(async ({ email }: PersonOptions) => {
      const { resetPersonsCodes } = await people()
      say(
        (await resetPersonsCodes(email))
          ? `${email} is no longer asked for a code.`
          : `${email} has no one-time codes.`,
      )
    })
  return user
}

/** Loaded once the address of the database is known to be good: the verbs read the whole environment when they are loaded. */
async function people() {
  await requireMigrations()
  return import('./people')
}

function emailOption(): Option {
  return new Option('--email <address>', 'their e-mail').makeOptionMandatory().argParser(parseEmail)
}

function roleOption(): Option {
  return new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory()
}

function passwordOption(): Option {
  return new Option('--password-stdin', 'read the password from standard input instead of asking').default(false)
}

function parseEmail(text: string): string {
  const parsed = emailInput.safeParse(text)
  if (!parsed.success)
    throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? 'This is not an e-mail address.')
  return parsed.data
}
