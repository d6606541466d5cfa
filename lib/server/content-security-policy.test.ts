import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, SONNER_STYLE } from './content-security-policy'

const site = { isSecure: false, isDevelopment: false }

describe('the policy of an answer', () => {
  it('lets no script in but by its nonce, and nothing that makes a program of text', () => {
    const policy = contentSecurityPolicy('abc', site)
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe')
  })

  it('has browsers ask by https only where there is https', () => {
    expect(contentSecurityPolicy('abc', site)).not.toContain('upgrade-insecure-requests')
    expect(contentSecurityPolicy('abc', { ...site, isSecure: true })).toContain('upgrade-insecure-requests')
  })

  it('knows the style of the library that draws messages', () => {
    const source = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8')
    const text: unknown = JSON.parse(/^__insertCSS\((".*")\);?$/m.exec(source)?.[1] ?? '""')
    const hashes = [String(text), ''].map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(SONNER_STYLE).toBe(hashes.join(' '))
  })
})
