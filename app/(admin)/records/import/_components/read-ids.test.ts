import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readIdTable } from './read-ids'

const valuesOf = (text: string) => {
  const table = readIdTable(text)
  return table?.columns[table.guess.column]?.values
}

describe('a file of ids', () => {
  it('is one id a line, with or without a name above', () => {
    expect(valuesOf('a-1\nb-2\r\n\n b-2 \nc-3')).toEqual(['a-1', 'b-2', 'c-3'])
    expect(readIdTable('externalId\n00042\n7')).toEqual({
      columns: [{ name: 'externalId', values: ['00042', '7'] }],
      guess: { column: 0, kind: 'externalId' },
    })
    expect(valuesOf('customer\nA1\nA2')).toEqual(['A1', 'A2'])
  })

  it('is CSV of any sign, whose column of ids is known by its name', () => {
    for (const sign of [',', ';', '\t']) {
      const table = readIdTable(
        `\uFEFFname${sign}Record ID${sign}note\nAda${sign}r1${sign}"a ""b""\nc"\nBob${sign}r2${sign}\n`,
      )
      expect(
        table?.columns.map(({ name }) => name),
        sign,
      ).toEqual(['name', 'Record ID', 'note'])
      expect(table?.guess).toEqual({ column: 1, kind: 'id' })
      expect(table?.columns[1]?.values).toEqual(['r1', 'r2'])
    }
  })

  it('is NDJSON, with every digit of a number, also as an export of ours', () => {
    const table = readIdTable(
      '{"externalId":12345678901234567890,"id":"r1"}\nnonsense\n{"id":"r2","x":{"id":"no"}}\n{"manifest":{"rows":2}}\n',
    )
    expect(table?.columns).toEqual([
      { name: 'externalId', values: ['12345678901234567890'] },
      { name: 'id', values: ['r1', 'r2'] },
    ])
    expect(table?.guess.kind).toBe('externalId')
  })

  it('may hold nothing', () => {
    for (const text of ['', ' \n ', ',,\n', '{}\n{}']) expect(readIdTable(text)).toBeNull()
  })

  it('gives back what a writer of CSV wrote', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '' && text.trim() === text)
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const text = Papa.unparse([['externalId', 'n'], ...cells.map((value, n) => [value, `n${n}`])])
        const column = readIdTable(text)?.columns.find(({ name }) => name === 'externalId')
        expect(column?.values).toEqual([...new Set(cells)])
      }),
    )
  })
})
