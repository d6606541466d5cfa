import { DescriptionList } from '@/components/ui/description-list'
import type { CredentialDto } from '@/lib/connections/dto'

/** What a credential is, not what it holds: its values stay in the database. */
export function ConnectionCredential({ credential }: { credential: CredentialDto | null }) {
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
        { term: 'Id', value: <code className="font-mono text-xs break-all">{credential.id}</code> },
      ]}
    />
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
