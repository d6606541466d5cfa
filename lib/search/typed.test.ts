import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST, readTyped, wordsOf } from './typed'

const OURS = 'https://admin.example'

describe('readTyped', () => {
  it.each([
    ['https://admin.example/records/abc', '/records/abc'],
    ['  https://admin.example/records?q=status%3AACTIVE#main ', '/records?q=status%3AACTIVE#main'],
    ['HTTPS://ADMIN.example/', '/'],
    ['https://admin.example', '/'],
    ['\u200ehttps://admin.example/issues\u200b', '/issues'],
  ])('knows the address of a page of this site: %s', (raw, path) => {
    expect(readTyped(raw, OURS)).toEqual({ kind: 'address', path })
  })

  it.each([
    'https://evil.example/records/abc',
    'https://admin.example.evil.example/records',
    'https://admin.example@evil.example/records',
    'https://someone:secret@admin.example/records',
    'http://admin.example/records',
    'https://admin.example:444/records',
    '//admin.example/records',
    'javascript:alert(1)',
    'https://admin.example/records and more',
  ])('never follows what is no address of this site: %s', (raw) => {
    expect(readTyped(raw, OURS)).toEqual({ kind: 'text', text: raw })
  })

  it.each([
    'https://admin.example/api/auth/signout',
    'https://admin.example/login',
    'https://admin.example//evil.example',
  ])('leads to pages only: %s', (raw) => {
    expect(readTyped(raw, OURS)).toMatchObject({ kind: 'unanswerable' })
  })

  it.each([
    ['nothing', ''],
    ['space', ' \t\n '],
    ['marks that nobody sees', '\u200e\u200b\ufeff'],
  ])('takes %s for nothing', (_, raw) => {
    expect(readTyped(raw, OURS)).toEqual({ kind: 'nothing' })
  })

  it.each([
    ['NUL', 'a\u0000b'],
    ['half of a pair', 'a\ud800b'],
    ['more than anything has', 'x'.repeat(LONGEST + 1)],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['a million', 'x'.repeat(1_000_000)],
  ])('answers %s with a sentence', (_, raw) => {
    expect(readTyped(raw, OURS)).toMatchObject({ kind: 'unanswerable', why: expect.stringMatching(/\.$/) })
  })

  it('keeps what a text is made of, whatever its direction, and only takes out what cannot be seen', () => {
    expect(readTyped(' شركة\u202e النور %_\\ ', OURS)).toEqual({ kind: 'text', text: 'شركة النور %_\\' })
    expect(readTyped('one\ntwo', OURS)).toEqual({ kind: 'text', text: 'one two' })
  })

  it('never throws, and gives only what Postgres can be asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (raw) => {
        const typed = readTyped(raw, OURS)
        if (typed.kind !== 'text') return
        expect(typed.text).not.toMatch(/\p{Surrogate}|\p{Cc}/u)
        expect(typed.text.length).toBeLessThanOrEqual(LONGEST)
        expect(typed.text.trim()).toBe(typed.text)
      }),
    )
  })
})

it('takes a text apart into words, each once, and no more than eight', () => {
  expect(wordsOf('ada  lovelace ada')).toEqual(['ada', 'lovelace'])
  expect(wordsOf('a b c d e f g h i j')).toHaveLength(8)
})
