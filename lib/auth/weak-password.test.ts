import { describe, expect, it } from 'vitest'
import { weaknessOf } from './weak-password'

const EMAIL = 'ada.lovelace@analytical.example'

describe('a password that is chosen', () => {
  it.each([
    ['on the list', 'finalfantasy'],
    ['in capitals', 'MotherFucker'],
    ['with a year behind it', 'Password2026!'],
    ['with digits around it', '123letmein456'],
    ['with signs for letters', 'P@$$w0rd1234'],
    ['twice', 'dragondragon'],
    ['two of the list', 'sunshinemonkey'],
    ['one character again and again', 'aaaaaaaaaaaaa'],
    ['a piece again and again', 'xk9xk9xk9xk9x'],
    ['counted', '1234567890123'],
    ['the alphabet', 'abcdefghijklm'],
    ['the keyboard', '1qaz2wsx3edc'],
  ])('is refused: %s', async (_how, password) => {
    expect(await weaknessOf(password, EMAIL)).toMatch(/^This password is one of the first that attackers try/)
  })

  it.each(['ada.lovelace@analytical.example', 'Lovelace-2026', 'analytical!12', 'MastraAdmin2026', 'adminadmin12'])(
    'is refused as little more than a name: %s',
    async (password) => {
      expect(await weaknessOf(password, EMAIL)).toMatch(/^This password is little more than/)
    },
  )

  it.each([
    'correct horse battery',
    'another long one',
    'open-end-of-the-beginning',
    'lovelace rides a purple tram',
    'T7#kq9!vLm2xR',
    'пароль из четырёх слов',
  ])('is taken: %s', async (password) => {
    expect(await weaknessOf(password, EMAIL)).toBeNull()
  })
})
