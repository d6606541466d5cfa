import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** By this, and the sum at the end, scanners for secrets know a token of ours, and we know one that was not copied whole without asking the database. */
export const TOKEN_PREFIX = 'mak_'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Characters of chance, 190 bits; and of the sum, which base 62 writes the 32 bits of a CRC in. */
const CHANCE = 32
const SUM = 6
const SHAPE = new RegExp(`^${TOKEN_PREFIX}[0-9A-Za-z]{${CHANCE + SUM}}$`)

export function newToken(): string {
  const chance = Array.from({ length: CHANCE }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${TOKEN_PREFIX}${chance}${sumOf(chance)}`
}

export function isToken(text: string): boolean {
  return SHAPE.test(text) && text.endsWith(sumOf(text.slice(TOKEN_PREFIX.length, -SUM)))
}

/** What is kept of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** What its owner knows it again by. */
export function tokenHint(token: string): string {
  return token.slice(0, TOKEN_PREFIX.length + 4)
}

function sumOf(chance: string): string {
  let rest = crc32(chance)
  let digits = ''
  for (let place = 0; place < SUM; place += 1) {
    digits = `${ALPHABET[rest % ALPHABET.length]}${digits}`
    rest = Math.floor(rest / ALPHABET.length)
  }
  return digits
}
