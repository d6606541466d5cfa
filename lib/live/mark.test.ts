import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMark, sees, wholeNumber } from './mark'

describe('a mark', () => {
  it('sees what had ended, and neither what was under way nor what began later', () => {
    const mark = readMark('100:105:101,103@1764388000000') ?? expect.fail()
    const seen = [99n, 100n, 101n, 102n, 103n, 104n, 105n, 4_000_000_000n].map((number) => sees(mark, number))
    expect(seen).toEqual([true, true, false, true, false, true, false, false])
    expect(mark.at).toBe(1_764_388_000_000)
  })

  it.each(['', '1:2', '1:2:@', 'a:b:@1', '1:2:3,@1', '-1:2:@1', '1:2:@1 ', `1:2:${'3,'.repeat(2_000)}3@1`])(
    'is not %j',
    (text) => {
      expect(readMark(text)).toBeNull()
    },
  )

  it('tells transactions apart over the end of 32 bits, and those that have only just begun', () => {
    const within = fc.bigInt({ min: 2n ** 33n, max: 2n ** 62n })
    const ago = fc.bigInt({ min: -(2n ** 19n), max: 2n ** 31n })
    fc.assert(
      fc.property(within, ago, (next, back) => {
        expect(wholeNumber(BigInt.asUintN(32, next - back), next)).toBe(next - back)
      }),
    )
  })
})
