import { describe, expect, it } from 'vitest'
import { closedTo } from './doors'

const FORM = 'application/x-www-form-urlencoded'
const ask = (line: string, { type = FORM, kept = '' } = {}) => {
  const [method = '', address = ''] = line.split(' ')
  const url = new URL(`https://admin.example/api/auth/${address}`)
  const path = decodeURI(url.pathname).split('/').slice(3)
  return closedTo(
    {
      method,
      path,
      url,
      type: method === 'POST' ? type : null,
      kept: kept ? { name: 'the-cookie', value: kept } : null,
    },
    'provider',
  )
}

describe('the doors of next-auth', () => {
  it.each([
    'GET csrf',
    'GET providers',
    'GET error?error=CredentialsSignin&provider=credentials',
    'GET signin?callbackUrl=%2Frecords%3Fq%3D%E2%82%AC',
    'GET signin?callbackUrl=https://admin.example/records',
    'POST signin/provider',
    'POST signout',
    'POST callback/credentials',
    'GET callback/provider?code=1&state=2',
    'GET callback/provider?error=access_denied',
  ])('are open to %s', (line) => {
    expect(ask(line)).toBeNull()
    expect(ask(line, { kept: 'https://admin.example/records' })).toBeNull()
  })

  it.each([
    ['GET session', 404],
    ['POST _log', 404],
    ['GET verify-request', 404],
    ['GET signin/__proto__', 404],
    ['GET callback/constructor', 404],
    ['GET callback', 404],
    ['GET csrf/more', 404],
    ['GET callback/credentials', 405],
    ['HEAD csrf', 405],
    ['POST csrf', 405],
    ['POST callback/provider', 405],
    ['GET error?error=%0d%0aSet-Cookie:%20a=b', 400],
    ['GET error?error=fine&error=%E2%82%AC', 400],
    ['GET providers?callbackUrl=nonsense', 400],
    ['GET signin?callbackUrl=javascript:alert(1)', 400],
  ])('are closed to %s with %i', (line, status) => {
    expect(ask(line)).toMatchObject({ status })
  })

  it('take forms alone, and say which method there is', () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])
      expect(ask('POST callback/credentials', { type })).toMatchObject({ status: 415 })
    expect(ask('GET callback/credentials')).toMatchObject({ status: 405, allow: 'POST' })
  })

  it('take away a cookie that would keep its owner outside', () => {
    for (const kept of ['http://[', 'nonsense', 'javascript:alert(1)'])
      expect(ask('GET csrf', { kept })).toMatchObject({ status: 400, drop: 'the-cookie' })
  })
})
