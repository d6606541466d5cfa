import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { REVEAL_SCRIPT } from '@/components/reveal-at-once'
import { NONCE_SCRIPT } from '@/components/ui/nonce'
import { PREFERENCE_SCRIPT } from '@/components/ui/preferences'
import { PreferencesInForce } from '@/components/ui/preferences-in-force'
import { Sprite } from '@/components/ui/sprite'
import { Toaster } from '@/components/ui/toaster'
import { TooltipLayer } from '@/components/ui/tooltip-layer'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Mastra Admin', template: '%s · Mastra Admin' },
  description: 'Browse, search and explain the records that Mastra syncs.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <head>
        {/* Before the first paint, so that what was chosen never flashes as something else. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no data in it */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: NONCE_SCRIPT + PREFERENCE_SCRIPT }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no data in it */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: REVEAL_SCRIPT }} />
      </head>
      <body>
        <PreferencesInForce />
        <Sprite />
        {children}
        <TooltipLayer />
        <Toaster />
      </body>
    </html>
  )
}
