import { expect, it } from 'vitest'
import { pathOfTarget } from './plain-requests'

it.each([
  ['/', '/'],
  ['/records?q=a%20b', '/records?q=a%20b'],
  ['//evil.example/records', '//evil.example/records'],
  ['http://evil.example/records?size=25', '/records?size=25'],
  ['HTTPS://evil.example', '/'],
  ['*', '/%'],
  ['http://[', '/%'],
  ['javascript:alert(1)', '/%'],
  ['', '/%'],
])('asks at %s for %s', (target, expected) => {
  expect(pathOfTarget(target)).toBe(expected)
})
