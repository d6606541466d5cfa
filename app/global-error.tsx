'use client'

import { FailurePage } from '@/components/failure-page'
import './globals.css'

/** The last resort: the root layout itself failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-xl px-4 py-24">
          <FailurePage error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
