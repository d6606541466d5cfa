import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { credentialSentence } from '@/lib/connections/credential-sentence'
import type { CredentialDto } from '@/lib/connections/dto'
import type { Viewer } from '@/lib/time/viewer'

/** What a credential is, not what it holds: its values stay in the database. */
export function ConnectionCredential({ credential, viewer }: { credential: CredentialDto | null; viewer: Viewer }) {
  if (!credential) return <p className="text-sm text-ink-muted">This connection has no credential.</p>
  return (
    <DescriptionList
      items={[
        { term: 'Type', value: credential.type },
        { term: 'Scope', value: <Codes values={credential.scope} none="No scopes" /> },
        {
          term: 'Values',
          value: (
            <>
              <Codes values={credential.keys} none="A single value without keys" masked />
              <p className="mt-1 text-xs text-ink-muted">Values are never shown.</p>
            </>
          ),
        },
        { term: 'Ends', value: <Life credential={credential} viewer={viewer} /> },
        { term: 'Id', value: <code className="font-mono text-xs break-all">{credential.id}</code> },
      ]}
    />
  )
}

/** When it ends by its own value, and what that means. */
function Life({ credential, viewer: { now, locale, timeZone } }: { credential: CredentialDto; viewer: Viewer }) {
  const said = credentialSentence(credential, now.getTime(), locale)
  const at = said?.ended
  if (!said || !at) return <span className="text-ink-muted">Unknown: its value does not say</span>
  return (
    <>
      <RelativeTime iso={at} timeZone={timeZone} />
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Badge tone={said.tone}>{said.word}</Badge>
        <span className="min-w-0 flex-1 basis-48">{said.sentence}</span>
      </p>
    </>
  )
}

function Codes({ values, none, masked = false }: { values: readonly string[]; none: string; masked?: boolean }) {
  if (values.length === 0) return <span className="text-ink-muted">{none}</span>
  return (
    <ul className="flex flex-wrap gap-1.5">
      {[...new Set(values)].map((value) => (
        <li key={value} className="rounded-sm bg-hover px-1.5 py-0.5 font-mono text-xs break-all">
          <bdi>{value}</bdi>
          {masked && <span className="text-ink-muted"> ••••••</span>}
        </li>
      ))}
    </ul>
  )
}
