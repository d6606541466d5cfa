import type { Route } from 'next'
import { NumberText } from './number-text'
import { RelativeTime } from './relative-time'
import { Alert } from './ui/alert'
import { LinkButton } from './ui/link-button'

interface SearchReachProps {
  /** Rows found on this page. */
  found: number
  /** The moment, ISO 8601, up to which rows were looked through. */
  reached: string
  timeZone: string
  /** Where the search goes on. */
  further: Route
  /** What indexes would make fast that are not there, in sentences; none where nothing is known to help. */
  remedies?: readonly string[]
  /** Where they can be built, for those who may. */
  database?: Route
}

/** Says that a search was ended before its end: how far it came, and the way on. What it found so far stands below. */
export function SearchReach({ found, reached, timeZone, further, remedies = [], database }: SearchReachProps) {
  return (
    <div className="border-b border-line p-3">
      <Alert title={found === 0 ? 'No match so far.' : 'These are the matches so far.'}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <p className="min-w-0 flex-1 basis-60">
            No index serves this filter, so records are searched one by one. The search has reached{' '}
            <RelativeTime iso={reached} timeZone={timeZone} />.
            {remedies.length > 0 && (
              <>
                {' '}
                An index that {database ? 'you' : 'an administrator'} can build would make it instant: “
                {remedies.join('” “')}”
              </>
            )}
          </p>
          {remedies.length > 0 && database && (
            <LinkButton href={database} prefetch={false} compact tone="ghost">
              Indexes
            </LinkButton>
          )}
          <LinkButton href={further} prefetch={false} scroll={false} compact>
            Search further
          </LinkButton>
        </div>
      </Alert>
    </div>
  )
}

/** Says that words were looked for in the beginning of each document only, and the way to look in all of it. */
export function HeadOnly({ characters, whole }: { characters: number; whole: Route }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5 text-sm text-ink-muted">
      <span>
        Words were searched for in the first <NumberText value={characters} /> characters of each document.
      </span>
      <LinkButton href={whole} prefetch={false} scroll={false} tone="ghost" compact>
        Search whole documents
      </LinkButton>
    </p>
  )
}
