import { RelativeTime } from '@/components/relative-time'
import { Section } from '@/components/ui/section'
import type { FailedSignInRow } from '@/lib/account/dto'

/** That someone tried to sign in as this person and was not let in. */
export function FailedSignIns({ failed, timeZone }: { failed: readonly FailedSignInRow[]; timeZone: string }) {
  return (
    <Section title="Failed sign-ins" flush>
      <p className="border-b border-line px-4 py-3 text-sm">
        Someone tried to sign in as you and was not let in. If that was not you, tell your administrator, and change
        this password wherever else you use it.
      </p>
      <ul aria-label="Failed sign-ins">
        {failed.map(({ at, address, reason, times }) => (
          <li key={`${at} ${address} ${reason}`} className="border-b border-line px-4 py-3 text-sm last:border-b-0">
            <p className="font-medium first-letter:uppercase">
              <bdi>{reason}</bdi>
              {times > 1 && `, ${times} times`}
            </p>
            <p className="break-words text-ink-muted">
              {address && <bdi>{address} · </bdi>}
              <RelativeTime iso={at} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
