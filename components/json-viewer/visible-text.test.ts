import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visibleText } from './visible-text'

const shown = (text: string, lines = false) =>
  visibleText(text, { lines })
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

it('keeps lines and tabs of text that has several lines, and nothing else unseen', () => {
  expect(visibleText('{\n\t"ü": 1\n}', { lines: true })).toEqual([{ text: '{\n\t"ü": 1\n}' }])
  expect(shown('"a": "x\u202Ey",\r\n"b"', true)).toBe('"a": "x<U+202E>y",<␍>\n"b"')
})

it('leaves writing systems and emoji as they are', () => {
  for (const text of ['می\u200Cخواهم', '👩\u200D👩\u200D👧', '👩🏽\u200D🚀', 'Zoë 東京 😀', 'non\u00A0breaking'])
    expect(visibleText(text)).toEqual([{ text }])
})

/** Any UTF-16, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))

it('loses nothing', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, lines) => {
      const pieces = visibleText(text, { lines })
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    }),
  )
})
