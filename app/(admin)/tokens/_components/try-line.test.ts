import { describe, expect, it } from 'vitest'
import { tryLine } from './try-line'

describe('the line that tries a token', () => {
  it('exports what the token may, records first', () => {
    expect(tryLine('https://admin.example.com', ['records:read', 'audit:export', 'records:export'])).toBe(
      `curl --fail -H "Authorization: Bearer $TOKEN" 'https://admin.example.com/records/export?format=ndjson' -o records.ndjson`,
    )
    expect(tryLine('http://localhost:4000', ['audit:export'])).toContain(
      `'http://localhost:4000/audit/export?format=ndjson' -o audit.ndjson`,
    )
  })

  it('counts records where the token only reads, and is not there where an id would be needed', () => {
    expect(tryLine('https://a.test', ['records:read'])).toBe(
      `curl --fail -H "Authorization: Bearer $TOKEN" 'https://a.test/records/count'`,
    )
    expect(tryLine('https://a.test', ['connections:read'])).toBeNull()
  })
})
