import type { Metadata } from 'next'
import { CountText } from '@/components/count-text'
import { EmptyState } from '@/components/empty-state'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { ROLES } from '@/lib/auth/permissions'
import { listRules } from '@/lib/masking/queries'
import { type ParamProblem, type RawParams, readChoice, readOne } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AddRule } from './_components/add-rule'
import { Preview } from './_components/preview'
import { PreviewForm } from './_components/preview-form'
import { RuleItem } from './_components/rule-item'

export const metadata: Metadata = { title: 'Masking' }

const BUILT_IN = [
  'The value of a credential, which cannot be revealed either.',
  'Values under a key that names a secret: token, secret, password, API or private key, authorization, cookie, session id, one-time code, card number and PIN, in several languages and spellings.',
  'Tokens of known forms anywhere in a text, private keys, Bearer and Basic values, passwords in addresses, and what is assigned to the name of a secret.',
]

/** What is masked, by whom it was added, and what it leaves to each role of a record that one names. */
export default async function MaskingPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('masking:manage')
  const problems: ParamProblem[] = []
  const raw = await searchParams
  const record = readOne(raw, 'record', problems)?.trim() ?? ''
  const role = readChoice(raw, 'as', ROLES, 'SUPPORT', problems)
  const [rules, timeZone] = await Promise.all([listRules(actor), viewerZone()])
  return (
    <>
      <PageHeader
        title="Masking"
        note={<CountText count={{ kind: 'exact', value: rules.length }} one="added rule" many="added rules" />}
        actions={<AddRule />}
      />
      <Section title="Always masked">
        <ul className="grid list-disc gap-1 pl-5 text-sm">
          {BUILT_IN.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
      <Section title="Added rules" flush className="mt-4">
        {rules.length === 0 ? (
          <EmptyState
            title="No rules have been added"
            text="Add one to mask a key in your data for everyone, or to show e-mail addresses and phone numbers only in part to the roles that you choose."
          />
        ) : (
          <ul aria-label="Added rules">
            {rules.map((rule) => (
              <RuleItem key={rule.id} rule={rule} timeZone={timeZone} />
            ))}
          </ul>
        )}
      </Section>
      <Section title="Preview" flush className="mt-4">
        <div className="grid gap-4 p-4">
          <PreviewForm record={record} role={role} />
          {problems.map(({ message }) => (
            <Alert key={message} tone="warning" title={message} />
          ))}
        </div>
        {record !== '' && problems.length === 0 && (
          <Late key={`${record} ${role}`} what="The preview" fallback={<SkeletonRows rows={6} />}>
            <Preview actor={actor} record={record} role={role} />
          </Late>
        )}
      </Section>
    </>
  )
}
