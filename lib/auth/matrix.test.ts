import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ACTIONS } from '@/e2e/matrix/actions'
import { PAGES, ROUTES } from '@/e2e/matrix/addresses'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app'], { encoding: 'utf8' }).split('\n')
const named = (file: RegExp) => files.filter((path) => file.test(path))
const folders = (file: string) =>
  named(new RegExp(`/${file}$`)).map((path) => path.replace(new RegExp(`^app/|/?${file}$`, 'g'), ''))
const sorted = (names: Iterable<string>) => [...names].sort()

/** The end-to-end test of the same name asks each of them as everyone; here is checked that none is left out. */
describe('the matrix of who is answered what', () => {
  it('has every server action', () => {
    const sources = named(/\.tsx?$/)
      .map((path) => readFileSync(path, 'utf8'))
      .filter((text) => /^\s*['"]use server['"]/m.test(text))
    const exported = sources.flatMap((text) => [...text.matchAll(/^export (?:const|async function) (\w+)/gm)])
    expect(sorted(Object.keys(ACTIONS))).toEqual(sorted(exported.map(([, name = '']) => name)))
  })

  it('has every page and every route', () => {
    expect(sorted(Object.keys(PAGES))).toEqual(sorted(folders('page\\.tsx')))
    expect(sorted(Object.keys(ROUTES))).toEqual(sorted(folders('route\\.ts')))
  })

  it('has a method of each route that is not only read', () => {
    const writing = named(/\/route\.ts$/).filter((path) =>
      /export (async )?(function|const) (POST|PUT|PATCH|DELETE)\b/.test(readFileSync(path, 'utf8')),
    )
    const rows = Object.entries(ROUTES).flatMap(([folder, { method }]) => (method ? [`app/${folder}/route.ts`] : []))
    expect(sorted(writing)).toEqual(sorted(rows))
  })
})
