import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visibleText } from './visible-text'

const shown = (text: string) =>
  visibleText(text)
    .map((piece) => (piece.sign ? `<${piece.sign}>` : piece.text))
    .join('')

it('gives a sign to what has no shape', () => {
  expect(shown('a\nb\tc')).toBe('a<↵>b<⇥>c')
  expect(shown('user\u202Egpj.exe')).toBe('user<U+202E>gpj.exe')
  expect(shown('\uFEFFid\u200B')).toBe('<U+FEFF>id<U+200B>')
  expect(shown('null\u0000 \u001b[31m')).toBe('null<U+0000> <U+001B>[31m')
  expect(shown('a\u200Db')).toBe('a<U+200D>b')
  expect(shown('lone \ud800!')).toBe('lone <U+D800>!')
})

it('leaves writing systems and emoji as they are', () => {
  for (const text of ['می\u200Cخواهم', '👩\u200D👩\u200D👧', '👩🏽\u200D🚀', 'Zoë 東京 😀', 'non\u00A0breaking'])
    expect(visibleText(text)).toEqual([{ text }])
})

it('loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(
        visibleText(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
