'use client'

import { FailurePage } from '@/components/failure-page'

/** Shown without the frame, when not even the person behind the request could be looked up. */
export default function ShellError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <title>Not loaded · Mastra Admin</title>
      <FailurePage error={error} retry={retry} />
    </main>
  )
}
