import { describe, expect, it } from 'vitest'
import { comesFromElsewhere } from './comes-from-elsewhere'

const asked = (method: string, headers: Record<string, string>) =>
  comesFromElsewhere({ method, headers: new Headers({ host: 'admin.example', ...headers }) })
const fetched = (site: string, mode: string, dest: string) => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
})

describe('what another site had a browser send', () => {
  it.each([
    ['a program that says nothing', 'POST', {}, false],
    [
      'a form of this site',
      'POST',
      { origin: 'https://admin.example', ...fetched('same-origin', 'cors', 'empty') },
      false,
    ],
    ['a form of another site', 'POST', { origin: 'https://evil.example' }, true],
    ['a form of a site that hides where it is', 'POST', { origin: 'null' }, true],
    ['a form of another site, sent as a navigation', 'POST', fetched('cross-site', 'navigate', 'document'), true],
    ['a form of a sister site', 'POST', fetched('same-site', 'navigate', 'document'), true],
    ['another method of another site', 'DELETE', { origin: 'https://evil.example' }, true],
    ['an address that was typed', 'GET', fetched('none', 'navigate', 'document'), false],
    ['a link on another site', 'GET', fetched('cross-site', 'navigate', 'document'), false],
    ['a link on a sister site', 'GET', fetched('same-site', 'navigate', 'document'), false],
    ['a page of this site that fetches', 'GET', fetched('same-origin', 'cors', 'empty'), false],
    ['a page of another site that fetches', 'GET', fetched('cross-site', 'no-cors', 'empty'), true],
    ['an image on another site', 'GET', fetched('cross-site', 'no-cors', 'image'), true],
    ['a frame on a sister site', 'GET', fetched('same-site', 'navigate', 'iframe'), true],
    ['a script on another site', 'GET', fetched('cross-site', 'no-cors', 'script'), true],
  ])('%s: %s', (_, method, headers, expected) => {
    expect(asked(method, headers)).toBe(expected)
  })

  it('goes by the host that a proxy was asked for', () => {
    const origin = 'https://outside.example'
    expect(asked('POST', { origin })).toBe(true)
    expect(asked('POST', { origin, 'x-forwarded-host': 'outside.example' })).toBe(false)
  })
})
