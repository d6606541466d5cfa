import { EmptyState } from '@/components/empty-state'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import type { SessionRow } from '@/lib/account/dto'
import { EndSession, EndSessions } from './end-session'

interface SessionsSectionProps {
  sessions: readonly SessionRow[]
  timeZone: string
  /** Whose they are, when they are another person's. */
  of?: { id: string; email: string }
}

/** Where a person is signed in, each with what ends it. */
export function SessionsSection({ sessions, timeZone, of }: SessionsSectionProps) {
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <Section title="Sessions" note={`${sessions.length}`} actions={others.length > 0 && <EndSessions of={of} />} flush>
      {sessions.length === 0 ? (
        <EmptyState title="No sessions" text="They are not signed in anywhere." />
      ) : (
        <ul aria-label="Sessions">
          {sessions.map((session) => (
            <li
              key={session.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 text-sm last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {session.device}
                  {session.isCurrent && <Badge tone="accent">This session</Badge>}
                </p>
                <p className="text-ink-muted">
                  {session.address && <bdi>{session.address} · </bdi>}
                  signed in <RelativeTime iso={session.createdAt} timeZone={timeZone} />
                  {session.method === 'provider' && ' with the identity provider'} · last used{' '}
                  <RelativeTime iso={session.lastUsedAt} timeZone={timeZone} />
                </p>
              </div>
              {!session.isCurrent && <EndSession session={session} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
