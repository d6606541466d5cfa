import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf, placesOf, pointsOf, shareOf, widthsOf } from './scale'

const counts = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 60 })

describe('where a line goes', () => {
  it('from left to right, the greatest at the top, zero at the bottom', () => {
    expect(pointsOf([0, 5, 10])).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 50 },
      { x: 100, y: 0 },
    ])
    expect(pointsOf([0, 0]).map(({ y }) => y)).toEqual([100, 100])
    expect(pointsOf([3])).toEqual([{ x: 100, y: 0 }])
    expect(pointsOf([])).toEqual([])
  })

  it('never leaves the box', () => {
    fc.assert(
      fc.property(counts, (values) => {
        for (const { x, y } of pointsOf(values)) expect(x >= 0 && x <= 100 && y >= 0 && y <= 100).toBe(true)
      }),
    )
  })
})

describe('how long a bar is', () => {
  it('by its part of the longest, and seen if it is anything', () => {
    expect([shareOf(0, 10), shareOf(5, 10), shareOf(10, 10), shareOf(1, 1_000_000), shareOf(1, 0)]).toEqual([
      0, 0.5, 1, 0.01, 0,
    ])
  })

  it('the parts of a whole are the whole', () => {
    expect(widthsOf([1, 1, 2])).toEqual([25, 25, 50])
    expect(widthsOf([0, 0])).toEqual([0, 0])
    fc.assert(
      fc.property(counts, (values) => {
        const sum = widthsOf(values).reduce((total, width) => total + width, 0)
        expect(values.some((value) => value > 0) ? Math.abs(sum - 100) < 1 : sum === 0).toBe(true)
      }),
    )
  })
})

describe('where a moment stands', () => {
  it('between the first and the last', () => {
    expect(placesOf([0, 50, 100, 200], { start: 0, end: 200 })).toEqual([0, 25, 50, 100])
    expect(placesOf([-5, 300], { start: 0, end: 200 })).toEqual([0, 100])
    expect(placesOf([7], { start: 7, end: 7 })).toEqual([100])
  })

  it('above its neighbour where it would cover it', () => {
    expect(lanesOf([0, 1, 2, 50, 99.5, 100], 3)).toEqual([0, 1, 2, 0, 0, 1])
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 30 }), (unsorted) => {
        const places = unsorted.sort((a, b) => a - b)
        const lanes = lanesOf(places, 3)
        places.forEach((place, at) => {
          const near = places.filter((other, index) => index < at && lanes[index] === lanes[at] && place - other < 3)
          expect(near).toEqual([])
        })
      }),
    )
  })
})
