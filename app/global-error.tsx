'use client'

import { FailurePage } from '@/components/failure-page'
import { PreferencesInForce } from '@/components/ui/preferences-in-force'
import './globals.css'

/** The last resort: the root layout itself failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <PreferencesInForce />
        <main className="mx-auto max-w-xl px-4 py-24">
          <title>Not loaded · Mastra Admin</title>
          <FailurePage error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
