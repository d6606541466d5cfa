import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excerpt } from './excerpt'

it('is the whole of a short text, and the beginning of a long one', () => {
  expect(excerpt('short', 9, 'x')).toEqual({ text: 'short', before: false, after: false })
  expect(excerpt('abcdef', 3)).toEqual({ text: 'abc', before: false, after: true })
  expect(excerpt('abcdef', 3, 'B')).toEqual({ text: 'abc', before: false, after: true })
  expect(excerpt('abcdef', 3, 'nowhere')).toEqual({ text: 'abc', before: false, after: true })
})

it('goes where the words are', () => {
  const text = `${'a'.repeat(5_000)}Needle${'b'.repeat(5_000)}`
  const found = excerpt(text, 1_000, 'needle')
  expect(found).toMatchObject({ before: true, after: true })
  expect(found.text).toHaveLength(1_000)
  expect(found.text.indexOf('Needle')).toBe(200)
  expect(excerpt(`${'a'.repeat(5_000)}Needle`, 1_000, 'needle')).toMatchObject({ before: true, after: false })
})

it('tears no character', () => {
  expect(excerpt('😀😀😀', 3)).toEqual({ text: '😀', before: false, after: true })
  fc.assert(
    fc.property(fc.nat(400), fc.integer({ min: 10, max: 40 }), (smiles, length) => {
      const found = excerpt(`${'😀'.repeat(smiles)}x${'😀'.repeat(40)}`, length, 'x')
      expect(found.text.replaceAll('😀', '')).toMatch(/^x?$/)
    }),
  )
})
