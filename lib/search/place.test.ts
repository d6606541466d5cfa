import { expect, it } from 'vitest'
import { placeOf } from './place'

it.each([
  ['/records/abc', { kind: 'record', key: 'abc' }],
  ['/records/abc/edit?from=1', { kind: 'record', key: 'abc' }],
  ['/connections/c1', { kind: 'connection', key: 'c1' }],
  ['/customers/ada%40acme.example', { kind: 'customer', key: 'ada@acme.example' }],
  ['/issues/ff', { kind: 'cause', key: 'ff' }],
  ['/batches/b', { kind: 'batch', key: 'b' }],
  ['/views/v', { kind: 'view', key: 'v' }],
  ['/records?q=status%3AACTIVE', { kind: 'page', key: '/records' }],
  ['/records/twins', { kind: 'page', key: '/records/twins' }],
  ['/records/import/set', { kind: 'page', key: '/records/import/set' }],
  ['/', { kind: 'page', key: '/' }],
  ['/records/%E0%A4%A', { kind: 'page', key: '/records/%E0%A4%A' }],
] as const)('%s is about %o', (path, place) => {
  expect(placeOf(path)).toEqual(place)
})
