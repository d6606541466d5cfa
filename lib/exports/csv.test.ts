import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteText } from './byte-text'
import { appendCsvText, csvLine, csvText } from './csv'

/** RFC 4180 read letter by letter, as a spreadsheet would. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"') quoted = !quoted
    else if (!quoted && letter === ',') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!quoted && letter === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      rows.push([])
      at += 1
    } else cell += letter
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  it('reads back as what was written, but for the mark before a formula', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => csvLine(cells.map(csvText))).join('')
        const unmarked = parse(text).map((cells) =>
          cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
        )
        const plain = rows.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')))
        expect(unmarked).toEqual(plain)
      }),
    )
  })

  it('never lets a cell begin as a formula', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'),
        fc.string(),
        (sign, rest) => {
          expect(parse(csvLine([csvText(sign + rest)]))[0]?.[0]).toBe(`'${sign}${rest}`)
        },
      ),
    )
  })

  it('is the same by way of bytes, in any pieces', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=a",\r\n✓]*$/, { size: '+2' }))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean())), (cells) => {
        const out = new ByteText()
        const pieces: Buffer[] = []
        for (const [cell, taken] of cells) {
          appendCsvText(out, cell)
          if (taken) pieces.push(...out.take())
        }
        const expected = Buffer.from(cells.map(([cell]) => csvText(cell)).join(''))
        expect(Buffer.concat([...pieces, ...out.take()])).toEqual(expected)
      }),
    )
  })

  it('is the same by way of bytes where it is longer than what is written at a time, wherever a character falls', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const cell = before + '😀"✓x'.repeat(150_000)
      const out = new ByteText()
      appendCsvText(out, cell)
      out.append(cell)
      const pieces = out.take()
      expect(Buffer.concat(pieces).equals(Buffer.from(csvText(cell) + cell))).toBe(true)
      expect(pieces.length).toBeGreaterThan(4)
    }
  })

  it('tells an empty text from none', () => {
    expect(csvLine([csvText(''), '', csvText('a,b'), csvText('a"b')])).toBe('"",,"a,b","a""b"\r\n')
  })
})
