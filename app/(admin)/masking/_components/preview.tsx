import { EmptyState } from '@/components/empty-state'
import { JsonViewer } from '@/components/json-viewer/json-viewer'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/permissions'
import { formatNumber, pluralOf } from '@/lib/format-number'
import { previewMasking } from '@/lib/masking/preview'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'

interface PreviewProps {
  actor: Actor
  /** Its id or external id. */
  record: string
  role: Role
}

/** One record's data as a role is shown it. */
export async function Preview({ actor, record, role }: PreviewProps) {
  const [seen, { timeZone, locale }] = await Promise.all([previewMasking(actor, record, role), viewer()])
  if (!seen)
    return (
      <EmptyState
        level={3}
        title="There is no record with this id or external id"
        text="Copy one from the table of records. Letters in upper and lower case are not the same."
      />
    )
  const { id, externalId, entityType, document } = seen
  return (
    <section aria-label={`What ${role} is shown`} className="border-t border-line">
      <p className="px-4 py-3 text-sm wrap-anywhere">
        <Link href={routes.record(id)} prefetch={false} className="text-accent-text underline">
          <bdi>{entityType}</bdi> <bdi>{externalId ?? id}</bdi>
        </Link>
        {document === null
          ? ': its data is too large to be shown here.'
          : `: ${maskedWords(document.masked.length, locale)} masked for ${role}.`}
      </p>
      {document && <JsonViewer text={document.text} masked={document.masked} timeZone={timeZone} locale={locale} />}
    </section>
  )
}

function maskedWords(count: number, locale: string): string {
  if (count === 0) return 'nothing is'
  return `${formatNumber(locale, count)} ${pluralOf(count, { one: 'value is', other: 'values are' })}`
}
