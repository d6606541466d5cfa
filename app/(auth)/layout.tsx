import type { ReactNode } from 'react'
import { Hydrated } from '@/components/hydrated'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <Hydrated className="grid min-h-dvh place-items-center px-4 py-10">
      <main className="w-full max-w-sm rounded-lg border border-line bg-surface p-6 shadow-raised">{children}</main>
    </Hydrated>
  )
}
