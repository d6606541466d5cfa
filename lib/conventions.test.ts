import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n') }))

const isTest = (file: string) => /\.test\.tsx?$|^e2e\/|^lib\/db\/test-/.test(file)
const isCommand = (file: string) => /^(scripts|lib\/cli|prisma)\//.test(file)
const nouns = [
  'records',
  'connections',
  'issues',
  'batches',
  'exports',
  'audit',
  'views',
  'users',
  'customers',
  'entities',
  'timeline',
  'notes',
  'notices',
  'overview',
  'health',
  'masking',
  'live',
  'preferences',
  'account',
  'status',
  'tokens',
]
const aNoun = new RegExp(`^lib/(${nouns.join('|')})/`)
const isomorphic =
  /\/(fields|search-params|search-query|schema|dto|actions|columns|demo-users|[a-z-]+-schema|[a-z-]+-dto)$/
const isClient = (lines: string[]) => /^['"]use client['"]/.test(lines[0] ?? '')
const isServerOnly = (target: string) =>
  ['.ts', '.tsx'].some(
    (end) => existsSync(target + end) && readFileSync(target + end, 'utf8').startsWith("import 'server-only'"),
  )

/** `file:line` and the project path of every import, types left out: they are gone before anything runs. */
function importsOf(file: string, lines: string[]): { at: string; target: string; typeOnly: boolean }[] {
  return lines.flatMap((line, index) => {
    const specifier = /(?:from|import|import\() ?['"]([^'"]+)['"]/.exec(line)?.[1]
    if (!specifier || !/^(@\/|\.)/.test(specifier)) return []
    const target = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(file), specifier)
    return [{ at: `${file}:${index + 1}`, target, typeOnly: /^\s*(import|export) type /.test(line) }]
  })
}

function breaches(
  rule: (edge: { file: string; target: string; typeOnly: boolean; lines: string[] }) => boolean,
): string[] {
  return files.flatMap(({ file, lines }) =>
    importsOf(file, lines)
      .filter(({ target, typeOnly }) => rule({ file, target, typeOnly, lines }))
      .map(({ at, target }) => `${at} imports ${target}`),
  )
}

function linesMatching(pattern: RegExp, within: (file: string) => boolean): string[] {
  return files
    .filter(({ file }) => within(file))
    .flatMap(({ file, lines }) =>
      lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    )
}

describe('who may import whom', () => {
  it('nobody imports app, but app and the end-to-end tests', () => {
    expect(breaches(({ file, target }) => /^app\//.test(target) && !/^(app|e2e)\//.test(file))).toEqual([])
  })

  it('components know no noun and no server', () => {
    expect(breaches(({ file, target }) => /^components\//.test(file) && aNoun.test(target))).toEqual([])
    expect(
      breaches(({ file, target, typeOnly }) => /^components\//.test(file) && !typeOnly && isServerOnly(target)),
    ).toEqual([])
  })

  it('nothing is masked but by the policy of whoever sees it', () => {
    expect(
      breaches(
        ({ file, target, typeOnly }) =>
          !typeOnly &&
          !isTest(file) &&
          !/^lib\/mask\//.test(file) &&
          /^lib\/mask\/(mask-json|mask-message|in-part|policy)$/.test(target),
      ),
    ).toEqual([])
  })

  it('the JSON viewer stands by itself but for the primitives it is drawn with', () => {
    expect(
      breaches(
        ({ file, target }) =>
          /^components\/json-viewer\//.test(file) && !/^components\/(json-viewer|ui)\//.test(target),
      ),
    ).toEqual([])
    expect(linesMatching(/from 'next/, (file) => /^components\/json-viewer\//.test(file))).toEqual([])
  })

  it('links fetch ahead when one comes near, and not all that is in sight', () => {
    const own = /^components\/ui\/link(-pending)?\.tsx$/
    expect(linesMatching(/from 'next\/link'/, (file) => !own.test(file))).toEqual([])
  })

  it('lib imports no component', () => {
    expect(breaches(({ file, target }) => /^lib\//.test(file) && /^components\//.test(target))).toEqual([])
  })

  it('client files see only isomorphic files', () => {
    expect(breaches(({ target, typeOnly, lines }) => isClient(lines) && !typeOnly && isServerOnly(target))).toEqual([])
    expect(
      breaches(
        ({ target, typeOnly, lines }) => isClient(lines) && !typeOnly && aNoun.test(target) && !isomorphic.test(target),
      ),
    ).toEqual([])
  })

  it('transactions begin where no request is', () => {
    const own = /\.test\.ts$|^lib\/db\/(in-transaction\.ts|generated\/)/
    expect(linesMatching(/\.\$transaction\(/, (file) => !own.test(file))).toEqual([])
  })

  it('pages and components never hold the database client', () => {
    expect(
      breaches(({ file, target }) => /^(app|components)\//.test(file) && /^lib\/db\/(client|generated)/.test(target)),
    ).toEqual([])
  })
})

describe('the design page', () => {
  it('shows every component', () => {
    const shown = new Set<string>()
    const visit = (file: string) => {
      if (shown.has(file)) return
      shown.add(file)
      const { lines } = files.find((known) => known.file === file) ?? { lines: [] }
      for (const { target } of importsOf(file, lines)) for (const end of ['.tsx', '.ts']) visit(target + end)
    }
    for (const { file } of files) if (/^app\/(design\/.*|layout)\.tsx$/.test(file)) visit(file)
    const components = files.filter(({ file }) => /^components\/.*\.tsx$/.test(file))
    expect(components.filter(({ file }) => !shown.has(file)).map(({ file }) => file)).toEqual([])
  })
})

describe('the laws of a file', () => {
  const everywhere = () => true
  const ours = (file: string) => !isTest(file)

  it('every server file of lib says so in its first line', () => {
    const usesServer = /from ['"](node:|pg|pino|@prisma\/|@node-rs\/|next\/headers)|db\/(client|transact)['"]/
    const silent = files.filter(
      ({ file, lines }) =>
        /^lib\//.test(file) &&
        !isTest(file) &&
        !isCommand(file) &&
        lines.some((line) => usesServer.test(line) && !/^import type/.test(line)) &&
        lines[0] !== "import 'server-only'",
    )
    expect(silent.map(({ file }) => file)).toEqual([])
  })

  it('is at most 250 lines long and not named after nothing', () => {
    expect(files.filter(({ lines }) => lines.length > 251).map(({ file, lines }) => `${file} ${lines.length}`)).toEqual(
      [],
    )
    expect(files.filter(({ file }) => /(^|\/)(utils|helpers|common|misc|types|index)\.tsx?$/.test(file))).toEqual([])
  })

  it('has no hole in its types, no empty catch, no note for later', () => {
    // Brackets around single letters keep these patterns from finding themselves here.
    expect(
      linesMatching(
        /\bas [a]ny\b|: [a]ny\b(?! [a-z])|@ts-([i]gnore|[e]xpect-error|[n]ocheck)|as [u]nknown as/,
        everywhere,
      ),
    ).toEqual([])
    expect(linesMatching(/catch *(\([^)]*\))? *\{ *\}|\b[T]ODO\b|\b[F]IXME\b/, everywhere)).toEqual([])
  })

  it('writes no address by hand and reads no environment', () => {
    expect(
      linesMatching(/href=["']\/|(push|replace|redirect)\(['"`]\//, (file) => /^(app|components)\//.test(file)),
    ).toEqual([])
    expect(
      linesMatching(
        /process\.env/,
        (file) => ours(file) && !isCommand(file) && file !== 'lib/env.ts' && /^(app|components|lib)\//.test(file),
      ),
    ).toEqual([])
  })

  it('tests neither sleep nor skip', () => {
    expect(
      linesMatching(
        /[w]aitForTimeout|[n]etworkidle|describe\.[s]erial|\b(test|it|describe)\.([s]kip(If)?|[r]unIf|[o]nly|[f]ixme)\b/,
        isTest,
      ),
    ).toEqual([])
  })
})
