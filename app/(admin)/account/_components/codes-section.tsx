import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import type { CodesState } from '@/lib/account/dto'
import { RenewRecovery, TurnOffCodes } from './change-codes'
import { SetUpCodes } from './set-up-codes'

/** Whether a code of an authenticator app is asked for besides the password, and what changes that. */
export function CodesSection({ codes, timeZone }: { codes: CodesState; timeZone: string }) {
  const { since, recoveryLeft, isRequired } = codes
  return (
    <Section
      title="One-time codes"
      note={since ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}
      actions={
        <>
          <SetUpCodes isOn={since !== null} />
          {since && <RenewRecovery />}
          {since && <TurnOffCodes isRequired={isRequired} />}
        </>
      }
    >
      <p className="text-sm">
        {since ? (
          <>
            Signing in asks for your password and a code from your authenticator app. Turned on{' '}
            <RelativeTime iso={since} timeZone={timeZone} />. {recoveryWords(recoveryLeft)}
          </>
        ) : (
          'With an authenticator app on your phone, knowing your password is not enough to sign in as you.'
        )}
      </p>
    </Section>
  )
}

function recoveryWords(left: number): string {
  if (left === 0) return 'No recovery codes are left. Make new ones, or you will be locked out if you lose the app.'
  return left === 1 ? 'One recovery code is left.' : `${left} recovery codes are left.`
}
