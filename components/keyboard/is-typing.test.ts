import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { belongsToFocus } from './is-typing'

/** As much of an element as is asked for. Real ones are pressed in the end-to-end tests. */
class FakeElement extends EventTarget {
  isContentEditable = false
  constructor(
    readonly tagName = 'DIV',
    readonly role = '',
    readonly type = 'text',
  ) {
    super()
  }
  closest(selector: string) {
    return selector.includes(`[role="${this.role}"]`) ? this : null
  }
}
class FakeInput extends FakeElement {}

beforeAll(() => {
  vi.stubGlobal('HTMLElement', FakeElement)
  vi.stubGlobal('HTMLInputElement', FakeInput)
})
afterAll(() => vi.unstubAllGlobals())

describe('belongsToFocus', () => {
  it('leaves every key to what is typed in', () => {
    const editable = new FakeElement()
    editable.isContentEditable = true
    for (const key of ['g', '/', '?', 'x', '['])
      for (const field of [
        new FakeElement('TEXTAREA'),
        new FakeElement('SELECT'),
        new FakeInput('INPUT', '', 'search'),
        new FakeInput('INPUT', '', 'datetime-local'),
        editable,
      ])
        expect(belongsToFocus(field, key)).toBe(true)
  })

  it('takes the keys that a checkbox, a button or the page has no use for', () => {
    expect(belongsToFocus(new FakeInput('INPUT', '', 'checkbox'), 'x')).toBe(false)
    expect(belongsToFocus(new FakeElement('BUTTON', 'button'), 'g')).toBe(false)
    expect(belongsToFocus(new FakeElement('BODY'), 'g')).toBe(false)
    expect(belongsToFocus(null, 'g')).toBe(false)
  })

  it('leaves every key to an open menu, list or window', () => {
    for (const role of ['menu', 'listbox', 'dialog', 'alertdialog', 'combobox'])
      for (const key of ['g', '?', '/']) expect(belongsToFocus(new FakeElement('DIV', role), key)).toBe(true)
  })

  it('leaves letters of every script to a tree, but not the keys that lead out of it', () => {
    const tree = new FakeElement('DIV', 'tree')
    for (const key of ['g', 'ß', 'я', '7', '_']) expect(belongsToFocus(tree, key)).toBe(true)
    for (const key of ['/', '?', '[']) expect(belongsToFocus(tree, key)).toBe(false)
  })
})
