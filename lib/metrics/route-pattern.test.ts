import { describe, expect, it } from 'vitest'
import { routePatternOf } from './route-pattern'

const PATTERNS = [
  '/',
  '/records',
  '/records/[recordId]',
  '/records/export',
  '/records/[recordId]/edit',
  '/api/auth/[...nextauth]',
]

describe('the pattern of a path', () => {
  it.each([
    ['/', '/'],
    ['/records', '/records'],
    ['/records/', '/records'],
    ['/records/export', '/records/export'],
    ['/records/cm4x', '/records/[recordId]'],
    ['/records/ada%40acme.example/edit', '/records/[recordId]/edit'],
    ['/api/auth/callback/credentials', '/api/auth/[...nextauth]'],
    ['/_next/static/chunks/1.js', '/_next'],
    ['/wp-admin/ada@acme.example', 'other'],
    ['/records/a/b/c', 'other'],
  ])('%s is %s', (path, pattern) => {
    expect(routePatternOf(path, PATTERNS)).toBe(pattern)
  })
})
