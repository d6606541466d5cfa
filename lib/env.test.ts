import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENV_NAMES, readEnv } from './env'

const page = readFileSync('docs/configuration.md', 'utf8')
const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (?:`(.*?)`|–) \| .+ \|$/gm)]

describe('the page on configuration', () => {
  it('has every variable that is read, and none that is not', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual([...ENV_NAMES].sort())
  })

  it('has the defaults that count', () => {
    const defaults = Object.entries(readEnv({ NODE_ENV: 'development' })).filter(([, value]) => value !== '')
    const told = rows.flatMap(([, name, value]) => (value === undefined ? [] : [[name, value]]))
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(defaults.map(([name, value]) => [name, String(value)])))
  })
})

describe('an environment that is wrong', () => {
  it('is told of with all that is wrong at once, and never with a value', () => {
    const wrong = {
      NODE_ENV: 'production' as const,
      DATABASE_URL: 'mysql://root:canary@db/x',
      NEXTAUTH_SECRET: 'canary',
      TRUSTED_PROXIES: 'canary',
      METRICS_TOKEN: 'canary',
      LOG_LEVEL: 'canary',
    }
    expect(() => readEnv(wrong)).toThrow(/DATABASE_URL.*NEXTAUTH_SECRET.*TRUSTED_PROXIES.*LOG_LEVEL.*METRICS_TOKEN/)
    expect(() => readEnv(wrong)).not.toThrow(/canary/)
  })
})
