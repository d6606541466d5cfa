import { afterEach, describe, expect, it, vi } from 'vitest'
import { readEnv } from '../env'

async function siteAt(NEXTAUTH_URL: string | undefined) {
  vi.resetModules()
  vi.doMock('../env', () => ({ env: () => readEnv({ NODE_ENV: 'production', NEXTAUTH_URL }) }))
  return import('./site')
}

describe('cookies of this site', () => {
  afterEach(() => vi.doUnmock('../env'))

  it('are bound to this host where browsers come by https', async () => {
    const { cookieName, isSecureSite } = await siteAt('https://admin.example')
    expect([isSecureSite(), cookieName('session')]).toEqual([true, '__Host-session'])
  })

  it('keep their plain name where they come without: browsers would refuse the other', async () => {
    for (const url of ['http://localhost:3000', undefined]) {
      const { cookieName, isSecureSite } = await siteAt(url)
      expect([isSecureSite(), cookieName('session')]).toEqual([false, 'session'])
    }
  })
})
