import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besides } from './besides'

const VIEW = { width: 1000, height: 800 }
const TIP = { width: 100, height: 30 }

describe('a box beside another', () => {
  it('stands below, above where there is no room below, and to the right', () => {
    const anchor = { left: 400, top: 300, width: 40, height: 20 }
    expect(besides(anchor, TIP, 'bottom', VIEW)).toEqual({ left: 370, top: 326 })
    expect(besides(anchor, TIP, 'top', VIEW)).toEqual({ left: 370, top: 264 })
    expect(besides(anchor, TIP, 'right', VIEW)).toEqual({ left: 446, top: 295 })
    expect(besides({ ...anchor, top: 770 }, TIP, 'bottom', VIEW).top).toBe(734)
    expect(besides({ ...anchor, top: 10 }, TIP, 'top', VIEW).top).toBe(36)
    expect(besides({ ...anchor, left: 940 }, TIP, 'right', VIEW).left).toBe(834)
  })

  it('is within the window wherever its anchor is', () => {
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: -2000, max: 3000 }),
          top: fc.integer({ min: -2000, max: 3000 }),
          width: fc.integer({ min: 0, max: 500 }),
          height: fc.integer({ min: 0, max: 500 }),
        }),
        fc.record({ width: fc.integer({ min: 0, max: 900 }), height: fc.integer({ min: 0, max: 700 }) }),
        fc.constantFrom('top' as const, 'right' as const, 'bottom' as const),
        (anchor, box, side) => {
          const { left, top } = besides(anchor, box, side, VIEW)
          expect(left).toBeGreaterThanOrEqual(8)
          expect(top).toBeGreaterThanOrEqual(8)
          expect(left + box.width).toBeLessThanOrEqual(VIEW.width - 8)
          expect(top + box.height).toBeLessThanOrEqual(VIEW.height - 8)
        },
      ),
    )
  })
})
