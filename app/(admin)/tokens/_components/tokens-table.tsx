'use client'

import { KeyRound } from 'lucide-react'
import { ActionButton } from '@/components/action-button'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import type { TokenRow } from '@/lib/tokens/dto'
import { revokeTokenAction } from '../actions'

interface TokensTableProps {
  label: string
  tokens: readonly TokenRow[]
  timeZone: string
  showsOwner?: boolean
}

/** Tokens by name, each with what it may, until when, its last use, and what ends it. */
export function TokensTable({ label, tokens, timeZone, showsOwner = false }: TokensTableProps) {
  const columns: TableColumn<TokenRow>[] = [
    {
      id: 'name',
      header: 'Name',
      phone: 'title',
      maxWidth: '16rem',
      cell: ({ name, hint }) => (
        <>
          <bdi className="block truncate font-medium">{name}</bdi>
          <code className="font-mono text-xs font-normal text-ink-muted">{hint}…</code>
        </>
      ),
    },
    ...(showsOwner
      ? [{ id: 'owner', header: 'Owner', cell: ({ owner }: TokenRow) => <bdi className="break-all">{owner}</bdi> }]
      : []),
    {
      id: 'scopes',
      header: 'May',
      maxWidth: '18rem',
      cell: ({ scopes }) => <span className="whitespace-normal text-ink-muted">{scopes.join(', ')}</span>,
    },
    { id: 'state', header: 'State', cell: (token) => <TokenState token={token} timeZone={timeZone} /> },
    {
      id: 'lastUsedAt',
      header: 'Last use',
      cell: ({ lastUsedAt, lastUsedFrom }) =>
        lastUsedAt ? (
          <span className="whitespace-normal">
            <RelativeTime iso={lastUsedAt} timeZone={timeZone} />
            {lastUsedFrom && <bdi className="block text-xs text-ink-muted">from {lastUsedFrom}</bdi>}
          </span>
        ) : (
          <span className="text-ink-muted">Never</span>
        ),
    },
    {
      id: 'revoke',
      header: 'Revoke',
      align: 'right',
      phone: 'line',
      cell: (token) => (token.state === 'active' ? <Revoke token={token} /> : <Gone />),
    },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={tokens}
      getRowId={({ id }) => id}
      empty={
        <EmptyState
          icon={KeyRound}
          title="No tokens"
          text={showsOwner ? 'Nobody else has one.' : 'A script that reads records or exports needs one.'}
        />
      }
    />
  )
}

function TokenState({ token: { state, expiresAt }, timeZone }: { token: TokenRow; timeZone: string }) {
  if (state === 'revoked') return <Badge icon="ban">Revoked</Badge>
  return (
    <span className="flex flex-wrap items-center gap-x-2 whitespace-normal text-ink-muted">
      {state === 'active' ? (
        <Badge calm tone="success">
          Active
        </Badge>
      ) : (
        <Badge tone="warning">Expired</Badge>
      )}
      <span>
        {state === 'active' && 'until '}
        <RelativeTime iso={expiresAt} timeZone={timeZone} />
      </span>
    </span>
  )
}

/** On a phone there is no column that would stand empty without it. */
function Gone() {
  return <span className="text-ink-muted max-sm:hidden">–</span>
}

function Revoke({ token }: { token: TokenRow }) {
  return (
    <ActionButton
      compact
      action={(key) => revokeTokenAction({ tokenId: token.id }, key)}
      confirmation={{
        title: `Revoke the token ${token.name}?`,
        text: 'Whatever uses it is refused from the next request on. This cannot be undone: make a new token if one is needed.',
        confirm: 'Revoke',
        danger: true,
      }}
      outcome={({ changed }) => ({
        message: changed ? `${token.name} was revoked.` : `${token.name} was already revoked.`,
        quiet: !changed,
      })}
    >
      Revoke<span className="sr-only"> the token {token.name}</span>
    </ActionButton>
  )
}
