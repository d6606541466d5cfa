import { expect, it } from 'vitest'
import { DISGUISED } from './key-pattern'

/** Signs that are looked for as the letter, that people write in keys of their own, or of letters that no secret word has so. */
const LET_BE = /[ªºſẛ\u212a℀℁℃℅℆℉№™₨ĲĳĿŀŉǄ-ǌǱ-ǳ\u32cc-\u33ff]/u

it('knows every sign that stands for letters of ASCII', () => {
  const disguised = new RegExp(DISGUISED, 'u')
  const missing: string[] = []
  for (let point = 0x80; point < 0x1f_fff; point += 1) {
    const sign = point >= 0xd800 && point < 0xe000 ? '' : String.fromCodePoint(point)
    // As this engine's Unicode has it; letters with an accent are other letters.
    if (/^[a-z0-9()]*[a-z][a-z0-9()]*$/i.test(sign.normalize('NFKC')) && !disguised.test(sign) && !LET_BE.test(sign))
      missing.push(`${point.toString(16)} ${sign}`)
  }
  expect(missing).toEqual([])
})

it('takes no usual key for a disguised one', () => {
  const disguised = new RegExp(DISGUISED, 'iu')
  for (const key of [
    'm²',
    'Nº',
    '№ 5',
    'Größe',
    'naïve',
    'имя',
    '名前',
    '⚙️ Settings',
    '👩‍💻',
    'می‌خواهم',
    'a b',
    '½',
    'Skåne',
    'ώμος',
  ])
    expect(disguised.test(key), key).toBe(false)
})
