import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageHeader } from '@/components/page-header'
import { RefreshWhile } from '@/components/refresh-while'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { batchDetail } from '@/lib/batches/queries'
import { batchInput } from '@/lib/batches/schema'
import { BATCH_VERBS } from '@/lib/batches/verbs-schema'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'
import { batchTitle, STATE_WORDS, subjectsOf } from '../_components/batch-words'
import { BatchControls } from './_components/batch-controls'
import { BatchFacts } from './_components/batch-facts'
import { BatchPreview } from './_components/batch-preview'
import { BatchProgress } from './_components/batch-progress'
import { LeftAlone } from './_components/left-alone'
import { UndoneBy } from './_components/undone-by'

interface Props {
  params: Promise<{ batchId: string }>
}

// The title and the page ask for the same batch; one query serves both.
const loadBatch = cache(async (segment: string) => {
  const actor = await requireActor('batches:read')
  const read = batchInput.safeParse({ batchId: segment })
  return read.success ? batchDetail(actor, read.data.batchId) : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const batch = await loadBatch((await params).batchId)
  return { title: batch ? batchTitle((await viewer()).locale, batch) : 'Batch not found' }
}

/** One batch: what it will do before it does, how far it is, what it left alone and why, and the way back. */
export default async function BatchPage({ params }: Props) {
  const actor = await requireActor('batches:read')
  const batch = await loadBatch((await params).batchId)
  if (!batch) notFound()
  const { locale, timeZone } = await viewer()
  const state = STATE_WORDS[batch.state]
  const subjects = subjectsOf(batch.verb)
  const isPreview = batch.state === 'ready'
  const may = {
    steer: can(actor, BATCH_VERBS[batch.verb].permission),
    start: batch.actorId === actor.id,
    undo: can(actor, 'audit:undo') && can(actor, BATCH_VERBS[BATCH_VERBS[batch.verb].inverse].permission),
  }
  return (
    <>
      <PageHeader
        title={batchTitle(locale, batch)}
        crumbs={[{ label: 'Batches', href: routes.batches() }]}
        note={<Badge tone={state.tone}>{state.word}</Badge>}
        actions={<BatchControls batch={batch} may={may} timeZone={timeZone} />}
      />
      <RefreshWhile active={batch.state === 'preparing' || batch.state === 'running'} />
      <div className="grid gap-4">
        {batch.state === 'preparing' && (
          <Alert title={`Looking for the ${subjects.other}. Nothing has been changed yet.`}>
            You can leave this page; the preview will be under Batches.
          </Alert>
        )}
        {batch.reason && <Alert tone={batch.state === 'failed' ? 'danger' : 'warning'} title={batch.reason} />}
        {isPreview && batch.total > 0 && (
          <Alert title="Nothing has been changed yet.">
            {BATCH_VERBS[batch.verb].subject === 'record'
              ? 'The set of records is fixed. Those that someone or a sync changes before their turn comes are left alone and listed here.'
              : 'The set of connections and messages is fixed. New messages stay, and connections that have changed by then are listed here.'}
          </Alert>
        )}
        {isPreview && batch.total === 0 && (
          <Alert tone="warning" title={`There is nothing to do: no ${subjects.one} is left to change.`} />
        )}
        {batch.startedAt !== null && <BatchProgress batch={batch} />}
        <Section title="Batch">
          <BatchFacts batch={batch} timeZone={timeZone} />
        </Section>
        {batch.undoneBy.length > 0 && <UndoneBy batches={batch.undoneBy} />}
        {batch.exceptions.drifted.length > 0 && (
          <LeftAlone kind="drifted" batch={batch} timeZone={timeZone} mayChoose={false} />
        )}
        {batch.preview && <BatchPreview batch={batch} preview={batch.preview} timeZone={timeZone} />}
        {batch.preview && batch.preview.skipped.length > 0 && (
          <LeftAlone
            kind="skipped"
            batch={batch}
            timeZone={timeZone}
            mayChoose={isPreview && batch.undoesId !== null && may.start && may.steer}
          />
        )}
      </div>
    </>
  )
}
