import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { PREFERENCE_EVENT, PREFERENCE_SCRIPT } from './preferences'

const DEFAULTS = {
  'data-theme': 'light',
  'data-density': 'comfortable',
  'data-sidebar': 'wide',
  'data-shortcuts': 'on',
}

/** Runs the script in a browser that keeps `stored`; a stored Error is thrown, as by a browser that keeps nothing. */
function open(stored: Record<string, string> | Error, systemIsDark = false) {
  const attributes: Record<string, string> = {}
  const listeners = new Map<string, () => void>()
  const listen = (name: string, listener: () => void) => listeners.set(name, listener)
  const media = {
    matches: systemIsDark,
    addEventListener: (_: string, listener: () => void) => listen('media', listener),
  }
  runInNewContext(PREFERENCE_SCRIPT, {
    matchMedia: () => media,
    addEventListener: listen,
    localStorage: {
      getItem: (name: string) => {
        if (stored instanceof Error) throw stored
        return stored[name] ?? null
      },
    },
    document: {
      documentElement: {
        setAttribute: (name: string, value: string) => {
          attributes[name] = value
        },
      },
    },
  })
  return { attributes, media, tell: (event: string) => listeners.get(event)?.() }
}

describe('the script before the first paint', () => {
  it('puts in force what was chosen, and the first value of what was not', () => {
    expect(open({}).attributes).toEqual(DEFAULTS)
    const chosen = open({ theme: 'dark', density: 'compact', sidebar: 'narrow', shortcuts: 'off' })
    expect(chosen.attributes).toEqual({
      'data-theme': 'dark',
      'data-density': 'compact',
      'data-sidebar': 'narrow',
      'data-shortcuts': 'off',
    })
  })

  it('takes no value that it does not know', () => {
    const odd = ['', 'null', 'DARK', 'dark ', 'constructor', '"><script>', '__proto__']
    for (const value of odd)
      expect(open({ theme: value, density: value, sidebar: value, shortcuts: value }).attributes).toEqual(DEFAULTS)
  })

  it('works where the browser refuses to keep anything', () => {
    expect(open(new Error('The operation is insecure.')).attributes).toEqual(DEFAULTS)
  })

  it('follows the system as long as no theme was chosen', () => {
    const page = open({}, true)
    expect(page.attributes['data-theme']).toBe('dark')
    page.media.matches = false
    page.tell('media')
    expect(page.attributes['data-theme']).toBe('light')
    expect(open({ theme: 'light' }, true).attributes['data-theme']).toBe('light')
  })

  it('hears of a choice, in this tab and in another', () => {
    const stored: Record<string, string> = {}
    const page = open(stored)
    stored.sidebar = 'narrow'
    page.tell(PREFERENCE_EVENT)
    expect(page.attributes['data-sidebar']).toBe('narrow')
    stored.sidebar = 'wide'
    page.tell('storage')
    expect(page.attributes['data-sidebar']).toBe('wide')
  })
})
