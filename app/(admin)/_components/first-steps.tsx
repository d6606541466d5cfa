import { Plug } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/empty-state'
import type { Actor } from '@/lib/auth/actor'
import { countConnections } from '@/lib/connections/queries'

/** What will be here once something is synced, on a database in which nothing has been; else what stands in its place. */
export async function FirstSteps({ actor, fallback }: { actor: Actor; fallback: ReactNode }) {
  const count = await countConnections(actor, '', { now: new Date(), timeZone: 'UTC' })
  if (count === null || count.value > 0) return fallback
  return (
    <EmptyState
      level={3}
      icon={Plug}
      title="Nothing has been synced yet"
      text={
        <>
          <p>
            As soon as an end user connects an integration through Mastra, it shows up here. There is nothing to set up.
          </p>
          <ul className="mt-3 grid list-disc gap-1 pl-5 text-left">
            <li>Sync issues are grouped here by cause, with who is affected and since when.</li>
            <li>After about two weeks of syncs, connections that are quieter than usual are named here.</li>
            <li>Below, records are counted by day, by integration and by type.</li>
          </ul>
        </>
      }
    />
  )
}
