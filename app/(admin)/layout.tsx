import type { ReactNode } from 'react'
import { requireActor } from '@/lib/auth/actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AppShell } from './_components/app-shell'
import { ZoneReporter } from './_components/zone-reporter'

/** The frame around every page. It needs to know who is looking, but the right to look is decided by each page and verb. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [actor, zone] = await Promise.all([requireActor(), viewerZone()])
  return (
    <>
      <ZoneReporter known={zone} />
      <AppShell email={actor.email} role={actor.role} zone={zone}>
        {children}
      </AppShell>
    </>
  )
}
