import { CopyButton } from '@/components/ui/copy-button'

/** In place of a button whose verb the role of this app may not do: what the owner of the tables runs, to copy. */
export function OwnerCommand({ verb, command }: { verb: 'build' | 'drop' | 'add'; command: string }) {
  return <CopyButton text={`npm run admin -- ${command}`} what={`command to ${verb}`} />
}

/** Why there are no buttons, and who has them. Nothing where the role owns the tables. */
export function OwnerNote({ owned, example }: { owned: boolean; example: string }) {
  if (owned) return null
  return (
    <p className="px-4 pb-3 text-sm text-ink-muted">
      This app connects as a role that does not own Mastra’s tables, as recommended. Their owner does this from a shell:{' '}
      <code className="font-mono text-xs wrap-anywhere text-ink">npm run admin -- {example}</code>
    </p>
  )
}
