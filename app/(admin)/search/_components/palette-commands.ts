import { CircleUserRound, Keyboard, Link, LogOut, Monitor, Moon, PanelLeft, Rows2, Rows3, Sun, Zap } from 'lucide-react'
import type { useRouter } from 'next/navigation'
import type { RegisteredShortcut } from '@/components/keyboard/registry'
import { copyText } from '@/components/ui/copy-text'
import { choosePreference, readPreference } from '@/components/ui/use-preference'
import { routes } from '@/lib/routes'
import { signOut } from '../../_components/sign-out'
import type { Item } from './found-item'

export interface KnownCommand extends Item {
  words: string
}

const command = (title: string, words: string, rest: Pick<Item, 'icon' | 'run' | 'keys'>): KnownCommand => ({
  id: `command ${title}`,
  title,
  words,
  group: 'commands',
  place: { kind: 'command', key: title },
  ...rest,
})

/** What can be done from anywhere, and what the page offers that lies under the window. */
export function commandsFor(
  shortcuts: readonly RegisteredShortcut[],
  { onHelp, router }: { onHelp: () => void; router: ReturnType<typeof useRouter> },
): KnownCommand[] {
  const byLabel = new Map(shortcuts.map((shortcut) => [shortcut.label, shortcut]))
  const ofPage = [...byLabel.values()].flatMap(({ label, keys, run, group }) =>
    run && group !== 'Go to' && keys !== '?' && keys !== '['
      ? [command(label, group, { icon: Zap, run, keys: keys || undefined })]
      : [],
  )
  const isNarrow = readPreference('sidebar') === 'narrow'
  return [
    ...ofPage,
    command('Switch theme: light', 'appearance colours bright', {
      icon: Sun,
      run: () => choosePreference('theme', 'light'),
    }),
    command('Switch theme: dark', 'appearance colours night', {
      icon: Moon,
      run: () => choosePreference('theme', 'dark'),
    }),
    command('Switch theme: like the system', 'appearance colours automatic', {
      icon: Monitor,
      run: () => choosePreference('theme', 'system'),
    }),
    command('Density: comfortable', 'rows spacing', {
      icon: Rows2,
      run: () => choosePreference('density', 'comfortable'),
    }),
    command('Density: compact', 'rows spacing', { icon: Rows3, run: () => choosePreference('density', 'compact') }),
    command(isNarrow ? 'Widen the sidebar' : 'Narrow the sidebar', 'collapse expand', {
      icon: PanelLeft,
      run: () => choosePreference('sidebar', isNarrow ? 'wide' : 'narrow'),
      keys: '[',
    }),
    command('Keyboard shortcuts', 'help keys', { icon: Keyboard, run: onHelp, keys: '?' }),
    command('Copy a link to this page', 'share address url send', {
      icon: Link,
      run: () => void copyText(window.location.href, 'link to this page'),
    }),
    command('Refresh what is shown', 'refresh', { icon: Zap, run: () => router.refresh() }),
    command(
      'Your account',
      'profile password sessions devices two-factor 2fa mfa authenticator one-time recovery codes',
      {
        icon: CircleUserRound,
        run: () => router.push(routes.account()),
      },
    ),
    command('Sign out', 'log out leave', {
      icon: LogOut,
      run: () => void signOut(),
    }),
  ]
}
