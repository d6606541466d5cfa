import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { FocusKeeper } from '@/components/focus-keeper'
import { Hydrated } from '@/components/hydrated'
import { PageHeader } from '@/components/page-header'
import { env } from '@/lib/env'
import { Charts } from './_components/charts'
import { Columns } from './_components/columns'
import { Controls } from './_components/controls'
import { Documents } from './_components/documents'
import { Editors } from './_components/editors'
import { Filters } from './_components/filters'
import { Forms } from './_components/forms'
import { Frame } from './_components/frame'
import { Live } from './_components/live'
import { Overlays } from './_components/overlays'
import { Palettes } from './_components/palettes'
import { Peeks } from './_components/peeks'
import { States } from './_components/states'
import { Tables } from './_components/tables'
import { Tokens } from './_components/tokens'
import { Waiting } from './_components/waiting'

export const metadata: Metadata = { title: 'Design' }

/**
 * Every component in every state, for those who build. Not there in production, but for the test that photographs each plate, so that a
 * change that breaks the look is seen. Knows no person and no data.
 */
export default async function DesignPage() {
  await connection()
  if (env().NODE_ENV === 'production' && !env().MASTRA_ADMIN_DESIGN) notFound()
  return (
    <Hydrated className="mx-auto grid max-w-5xl gap-8 p-6">
      <main id="main" className="grid min-w-0 gap-8">
        <PageHeader title="Design" note="Every component in every state." />
        <Tokens />
        <Controls />
        <Forms />
        <States />
        <Charts />
        <Waiting />
        <Frame />
        <Filters />
        <Tables />
        <Columns />
        <Peeks />
        <Documents />
        <Editors />
        <Live />
        <Overlays />
        <Palettes />
      </main>
      <FocusKeeper />
    </Hydrated>
  )
}
