import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteText } from './byte-text'
import { type ExportColumn, rendererFor } from './render'

const columns: readonly ExportColumn[] = [
  { name: 'id', kind: 'text' },
  { name: 'count', kind: 'number' },
  { name: 'data', kind: 'json', mask: (value) => value.replaceAll('secret', '***') },
]
const write = (format: 'csv' | 'ndjson' | 'json', rows: (string | null)[][]) => {
  const { head, row, tail } = rendererFor(format, columns)
  const out = new ByteText()
  out.append(head)
  rows.forEach((values, place) => {
    row(out, values, place)
  })
  out.append(tail)
  return Buffer.concat(out.take()).toString()
}

describe('the rows of a file', () => {
  it('are JSON in NDJSON and in JSON, with every digit and without secrets', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.nat(), fc.jsonValue())), (values) => {
        const rows = values.map(([id, count, data]) => [id, `${count}`, JSON.stringify(data)])
        const expected = values.map(([id, count, data]) => JSON.parse(JSON.stringify({ id, count, data })))
        expect(JSON.parse(write('json', rows))).toEqual(expected)
        const lines = write('ndjson', rows).split('\n').slice(0, -1)
        expect(lines.map((line) => JSON.parse(line))).toEqual(expected)
      }),
    )
    expect(write('ndjson', [['a', '12345678901234567890', '{"n":0.10000000000000000001,"k":"secret"}']])).toBe(
      '{"id":"a","count":12345678901234567890,"data":{"n":0.10000000000000000001,"k":"***"}}\n',
    )
  })

  it('show texts and numbers of a document plain in CSV, and no formula', () => {
    const rows = [
      ['=a', '-1', '"=secret"'],
      [null, null, null],
      ['', '0', '-5.0'],
      ['b', '1', '{"a":"b"}'],
    ]
    expect(write('csv', rows)).toBe('id,count,data\r\n\'=a,-1,\'=***\r\n,,\r\n"",0,-5.0\r\nb,1,"{""a"":""b""}"\r\n')
  })
})
