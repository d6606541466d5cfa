import { cliActor } from '../auth/actor'
import { addTrigger } from '../triggers/add-trigger'
import { findTrigger } from '../triggers/catalogue'
import { dropTrigger } from '../triggers/drop-trigger'
import { triggerPlan } from '../triggers/queries'
import { triggerInput } from '../triggers/schema'
import { connected } from './connected'
import { CommandError } from './report'

/** Every trigger with its state, what it helps and costs, and the statements that add and drop it. */
export async function printTriggers(): Promise<string> {
  const rows = await connected(() => triggerPlan(cliActor()))
  return rows
    .map(({ name, table, state, helps, price }) => {
      const entry = findTrigger(name)
      const statements = (which: 'create' | 'drop') => entry?.[which].map((one) => `${one};`).join('\n') ?? ''
      const sql = `-- add\n${statements('create')}\n-- drop\n${statements('drop')}`
      return `${name} (on mastra.${table}): ${state}\n${helps}\n${price}\n\n${sql}\n`
    })
    .join('\n')
}

export async function changeByName(name: string, to: 'add' | 'drop'): Promise<void> {
  const parsed = triggerInput.safeParse({ name })
  if (!parsed.success) throw new CommandError(`There is no trigger ${name}. See: npm run admin -- db trigger plan`)
  await connected(() => (to === 'add' ? addTrigger : dropTrigger)(cliActor(), parsed.data))
}
