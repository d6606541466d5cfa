import type { ByteText } from './byte-text'
import { appendCsvText, csvLine, csvText } from './csv'
import type { ExportFormat } from './manifest-dto'

/** One column of a file. Its values come as text; null is a value that is not there. */
export interface ExportColumn {
  name: string
  /** `json`: JSON text, which a CSV cell shows plain where it is a text or a number. */
  kind: 'text' | 'number' | 'json'
  /** Takes secrets out of a value before it goes anywhere; `row` is all that the statement gave, also beyond the columns. */
  mask?: (value: string, row: readonly (string | null)[]) => string
}

/** How the rows of a file are written: what stands before, between and behind them. */
export interface Renderer {
  head: string
  row: (out: ByteText, values: readonly (string | null)[], place: number) => void
  tail: string
}

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** The writer of a format. Masks are applied here, once, for all of them. */
export function rendererFor(format: ExportFormat, columns: readonly ExportColumn[]): Renderer {
  const masked = (row: readonly (string | null)[], at: number, column: ExportColumn) => {
    const value = row[at] ?? null
    return value === null || !column.mask ? value : column.mask(value, row)
  }
  if (format === 'csv')
    return {
      head: csvLine(columns.map(({ name }) => csvText(name))),
      row: (out, values) => {
        columns.forEach((column, at) => {
          if (at > 0) out.append(',')
          appendCell(out, masked(values, at, column), column)
        })
        out.append('\r\n')
      },
      tail: '',
    }
  const keys = columns.map(({ name }) => JSON.stringify(name))
  const object = (values: readonly (string | null)[]) =>
    `{${columns.map((column, at) => `${keys[at]}:${jsonOf(masked(values, at, column), column)}`).join(',')}}`
  return format === 'ndjson'
    ? { head: '', row: (out, values) => out.append(`${object(values)}\n`), tail: '' }
    : {
        head: '[',
        row: (out, values, place) => out.append(`${place === 0 ? '\n' : ',\n'}${object(values)}`),
        tail: '\n]\n',
      }
}

function appendCell(out: ByteText, value: string | null, { kind }: ExportColumn): void {
  if (value === null) return
  if (kind === 'number') out.append(value)
  else if (kind === 'text') appendCsvText(out, value)
  else if (value.startsWith('"')) appendCsvText(out, JSON.parse(value) as string)
  else if (value.startsWith('{') || value.startsWith('[')) appendCsvText(out, value)
  else if (value !== 'null') out.append(value)
}

/** JSON goes through as text, so that no number loses a digit. */
function jsonOf(value: string | null, { kind }: ExportColumn): string {
  if (value === null) return 'null'
  return kind === 'text' ? JSON.stringify(value) : value
}
