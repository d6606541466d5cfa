import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { causeKind } from './cause-kind'
import { fingerprintOf } from './fingerprint'
import { causeTitle, normaliseIssue } from './normalise'

const FOLDER = 'lib/issues/corpus'
const groups = readdirSync(FOLDER).flatMap((file) =>
  z
    .array(
      z.strictObject({ cause: z.string(), api: z.string(), kind: z.string(), messages: z.array(z.string()).min(1) }),
    )
    .parse(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'))),
)

describe('messages of real interfaces', () => {
  it.each(groups.map((group) => [`${group.api}: ${group.cause}`, group] as const))(
    '%s is one cause',
    (_, { messages }) => {
      expect([...new Set(messages.map(fingerprintOf))]).toHaveLength(1)
    },
  )

  it('of different causes are different', () => {
    const seen = new Map<string, string>()
    const same: string[] = []
    for (const { cause, messages } of groups) {
      const print = fingerprintOf(messages[0] ?? '')
      const other = seen.get(print)
      if (other !== undefined) same.push(`${other} = ${cause}`)
      seen.set(print, cause)
    }
    expect(same).toEqual([])
  })

  it('are of the kind that people would say', () => {
    expect(causeKind('')).toBe('other')
    const wrong = groups
      .map(({ cause, kind, messages }) => ({ cause, kind, found: causeKind(messages[0] ?? '') as string }))
      .filter(({ kind, found }) => kind !== found)
    expect(wrong).toEqual([])
  })
})

const digits = fc.integer({ min: 1_000, max: 999_999_999 }).map(String)
const hex = fc.stringMatching(/^[0-9a-f]{6,12}$/).filter((text) => /\d/.test(text) && /[a-f]/.test(text))
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const varying: [string, fc.Arbitrary<string>][] = [
  ['a number', digits],
  ['a UUID', fc.uuid()],
  ['a time', time.map((date) => date.toISOString())],
  ['a date', time.map((date) => date.toUTCString())],
  ['an e-mail', fc.emailAddress({ size: '-1' }).filter((email) => /^[\w.+-]+@[\w.-]+$/.test(email))],
  ['a quoted name', fc.stringMatching(/^[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}$/).map((name) => `"${name}"`)],
  ['an id', hex.map((text) => `cus_9${text}`)],
  ['a query', digits.map((number) => `https://api.example.com/v1/items?cursor=${number}`)],
  ['a machine', fc.ipV4().map((ip) => `${ip}:443`)],
]

describe('what differs from one connection to the next', () => {
  it.each(varying)('is left out: %s', (_, values) => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const message = (value: string) => `The sync of ${value} went wrong, see there`
        expect(normaliseIssue(message(one))).toBe(normaliseIssue(message(other)))
      }),
    )
  })

  it('is not known where an id has letters alone, like a word', () => {
    expect(normaliseIssue('The base appLkNDICXNqxSDhG is gone')).toContain('appLkNDICXNqxSDhG')
  })

  it('is not what an answer in JSON says, but what it says it of', () => {
    const answer = (message: string) => normaliseIssue(JSON.stringify({ code: 7, message }))
    expect(answer('The field is locked by user 4711')).toBe(answer('The field is locked by user 4712'))
    expect(answer('The field is locked by user 4711')).not.toBe(answer('The table is locked by user 4711'))
  })

  it('is not the status, the code or the name of a field', () => {
    const status = fc.constantFrom('400', '401', '403', '404', '409', '422', '429', '500', '502', '503')
    const told = (by: (value: string) => string) => (one: string, other: string) => {
      expect(normaliseIssue(by(one)) === normaliseIssue(by(other))).toBe(one === other)
    }
    fc.assert(
      fc.property(
        status,
        status,
        told((value) => `Request failed with status code ${value}`),
      ),
    )
    fc.assert(
      fc.property(
        status,
        status,
        told((value) => `${value} Not what was asked for`),
      ),
    )
    const field = fc.stringMatching(/^[a-z]{2,12}(_[a-z]{2,8})?$/)
    fc.assert(
      fc.property(
        field,
        field,
        told((value) => `Field "${value}" is required`),
      ),
    )
    const code = fc.constantFrom('AADSTS50076', 'AADSTS65001', 'E11000', 'ORA-01017', 'ORA-12541')
    fc.assert(
      fc.property(
        code,
        code,
        told((value) => `${value}: it failed`),
      ),
    )
  })
})

describe('the normal form', () => {
  const corpus = fc.constantFrom(...groups.flatMap(({ messages }) => messages))
  it('stays as it is when it is made again, whatever the message', () => {
    fc.assert(
      fc.property(fc.oneof(corpus, fc.string({ unit: 'binary' }), fc.string({ maxLength: 80 })), (message) => {
        const form = normaliseIssue(message)
        expect(normaliseIssue(form)).toBe(form)
      }),
      { numRuns: 500 },
    )
  })

  it('is found in no time, whatever comes', () => {
    for (const piece of ['a@', '1.', '"', "'", '<a', 'a1-', '/a', 'https://', '2026-', ' at a(', ':a', 'A1'])
      for (const text of [piece.repeat(40_000), `${piece.repeat(1_990)}!`]) {
        const began = performance.now()
        normaliseIssue(text)
        expect(performance.now() - began, piece).toBeLessThan(200)
      }
  })

  it('counts the first 4,000 characters, and is never broken within a character', () => {
    expect(normaliseIssue(`x${'😀'.repeat(3_000)}`)).not.toMatch(/[\ud800-\udbff]$/)
    expect(fingerprintOf(`${'word '.repeat(900)}one`)).toBe(fingerprintOf(`${'word '.repeat(900)}other`))
    expect(normaliseIssue('')).toBe('')
  })

  it('has a title of one line', () => {
    expect(causeTitle('invalid_grant for user 4711\nand more')).toBe('invalid_grant for user … and more')
    expect(causeTitle('')).toBe('(an empty message)')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        const title = causeTitle(message)
        expect([...title].length).toBeLessThanOrEqual(120)
        expect(title).not.toMatch(/[\n\p{Cs}]/u)
      }),
    )
  })
})
