import type { Metadata } from 'next'
import { EmptyState } from '@/components/empty-state'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { readTyped } from '@/lib/search/typed'
import { readOne } from '@/lib/table/table-params'
import { Explanations } from './_components/explanations'
import { WhatIsLookedAt } from './_components/what-is-looked-at'
import { WhyForm } from './_components/why-form'

export const metadata: Metadata = { title: 'Why can’t I see it?' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Names the step that lost a record, for whoever has a customer on the phone: plain sentences, and the same as text. */
export default async function WhyPage({ searchParams }: Props) {
  const actor = await requireActor('records:read')
  const raw = await searchParams
  const q = readOne(raw, 'q', []) ?? ''
  const list = readOne(raw, 'list', [])
  const typed = readTyped(q, '')
  return (
    <>
      <PageHeader
        title="Why can’t I see it?"
        note="Paste an id, an external id, an e-mail or an end user’s reference. Every step at which it could have been lost is checked."
      />
      <div className="grid max-w-3xl gap-4">
        <WhyForm q={q} list={list} />
        {typed.kind === 'nothing' && <WhatIsLookedAt />}
        {typed.kind === 'unanswerable' && <EmptyState title="This cannot be searched for" text={typed.why} />}
        {typed.kind === 'text' && (
          <Late key={`${q} ${list}`} what="The explanation" fallback={<SkeletonRows rows={6} />}>
            <Explanations actor={actor} text={typed.text} list={list} />
          </Late>
        )}
      </div>
    </>
  )
}
