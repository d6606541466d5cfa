import type { ReactNode } from 'react'
import { LocaleProvider } from '@/components/locale'
import { requireActor } from '@/lib/auth/actor'
import { viewer } from '@/lib/time/viewer'
import { AppShell } from './_components/app-shell'
import { BrowserOwner } from './_components/browser-owner'
import { placesFor } from './_components/navigation'
import { ZoneReporter } from './_components/zone-reporter'

/** The frame around every page. It needs to know who is looking, but the right to look is decided by each page and verb. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [actor, { timeZone, locale }] = await Promise.all([requireActor(), viewer()])
  return (
    <LocaleProvider locale={locale}>
      <BrowserOwner person={actor.id} />
      <ZoneReporter known={timeZone} />
      <AppShell
        places={placesFor(actor.role)}
        email={actor.email}
        role={actor.role}
        zone={timeZone}
        method={actor.session?.method ?? 'password'}
      >
        {children}
      </AppShell>
    </LocaleProvider>
  )
}
