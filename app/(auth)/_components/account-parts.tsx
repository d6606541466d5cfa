import type { Route } from 'next'
import type { ComponentProps, ReactNode } from 'react'
import { TextField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'

/** Which account it is: the first field of a form for who is not signed in. */
export function AccountField(props: Pick<ComponentProps<typeof TextField>, 'ref' | 'autoFocus' | 'defaultValue'>) {
  return (
    <TextField
      label="Email"
      name="email"
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      {...props}
    />
  )
}

/** The way to the other form, below the button. */
export function OtherWay({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex items-center justify-self-center text-sm text-accent-text hover:underline pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  )
}
