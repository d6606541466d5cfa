import { describe, expect, it } from 'vitest'
import { loggedPath } from './report-request-error'

describe('the path in the log', () => {
  it.each([
    ['/records?q=ada@acme.example', '/(admin)/records', '/records'],
    ['/records/cm4x00000000000000000000a', '/(admin)/records/[recordId]', '/records/cm4x00000000000000000000a'],
    ['/records/ada%40acme.example/edit', '/(admin)/records/[recordId]/edit', '/records/…/edit'],
    ['/customers/ada', '/(admin)/customers/[reference]', '/customers/…'],
    [
      '/batches/0197a6d0-0000-7000-8000-000000000000',
      '/(admin)/batches/[batchId]',
      '/batches/0197a6d0-0000-7000-8000-000000000000',
    ],
    ['/ada', '', '/…'],
  ])('of %s is %s %s', (path, route, logged) => {
    expect(loggedPath(path, route)).toBe(logged)
  })
})
