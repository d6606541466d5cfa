'use client'

import { FailurePage } from '@/components/failure-page'

/** Shown in the frame when a page could not be made; the log has the cause under the same reference. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      {/* A page that failed may not have got as far as its title. */}
      <title>Not loaded · Mastra Admin</title>
      <FailurePage error={error} retry={retry} />
    </>
  )
}
