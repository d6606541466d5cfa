import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import type { Role } from '../auth/permissions'
import { database } from '../db/client'
import type { PrismaClient } from '../db/generated/client'
import { describeError, log } from '../log'
import { pathOf, ruleEffect, ruleTarget } from '../masking/schema'
import { declaredPaths } from '../records/property-types'
import { type MaskPolicy, policyOf, type ResolvedRule, type Viewer } from './policy'
import type { MaskRule } from './rule'

const stored = z.array(z.object({ id: z.string(), target: ruleTarget, effect: ruleEffect }))

/** Policies that were made of rules, by their text: documents repeat their keys, and what was judged of them is kept with the policy. */
interface Made {
  rules: string
  byViewer: Map<Viewer, MaskPolicy>
}
const made = new WeakMap<PrismaClient, Made>()

/**
 * What this person is shown, by the rules as they are now: they are read anew by each request, from the primary, which costs a fraction of
 * a millisecond, so that a rule counts at once on every instance. Throws what the database throws: without rules nothing is shown.
 */
export const maskPolicy = cache(async (actor: Actor): Promise<MaskPolicy> => policyFor(actor.role))

/** What is shown to everyone alike; for what is kept, such as remembered issues and notes, and masked again for whoever reads it. */
export async function commonMaskPolicy(): Promise<MaskPolicy> {
  return policyFor('everyone')
}

/** What is shown to the strictest role; for what leaves the installation, such as notices. */
export async function outsideMaskPolicy(): Promise<MaskPolicy> {
  return policyFor('outsider')
}

/** What this role is shown, for whoever makes the rules, and nothing that they are not shown themselves. */
export async function previewMaskPolicy(actor: Actor, role: Role): Promise<MaskPolicy> {
  return policyOf([role, actor.role], (await readResolved()).resolved)
}

async function policyFor(viewer: Role | 'everyone' | 'outsider'): Promise<MaskPolicy> {
  const { rules, resolved } = await readResolved()
  // Which paths a type of Property stands for changes without any rule.
  const text = `${rules}${JSON.stringify(resolved.map(({ paths }) => paths))}`
  const db = database()
  const known = made.get(db)
  const current = known?.rules === text ? known : { rules: text, byViewer: new Map<Viewer, MaskPolicy>() }
  made.set(db, current)
  const policy = current.byViewer.get(viewer) ?? policyOf(viewer, resolved)
  current.byViewer.set(viewer, policy)
  return policy
}

/** The rules as they are now, as text and with the paths that they mean. */
async function readResolved(): Promise<{ rules: string; resolved: ResolvedRule[] }> {
  const db = database()
  const [row] = await db.$queryRaw<{ rules: string }[]>`
    select coalesce(json_agg(json_build_object('id', id, 'target', target, 'effect', effect) order by id), '[]')::text as rules
    from mastra_admin.mask_rule`
  const rules = row?.rules ?? '[]'
  return { rules, resolved: await resolve(db, readRules(rules)) }
}

/** A rule that a newer version of this application wrote is not understood here; nothing is shown rather than too much. */
function readRules(text: string): MaskRule[] {
  const read = stored.safeParse(JSON.parse(text))
  if (read.success) return read.data
  log.error({ error: describeError(read.error) }, 'a masking rule was not understood')
  throw new Error('A masking rule in the database was not understood.')
}

async function resolve(db: PrismaClient, rules: readonly MaskRule[]): Promise<ResolvedRule[]> {
  return Promise.all(rules.map(async (rule): Promise<ResolvedRule> => ({ ...rule, paths: await pathsFor(db, rule) })))
}

async function pathsFor(db: PrismaClient, { target }: MaskRule): Promise<string[][]> {
  switch (target.kind) {
    case 'property': {
      const path = pathOf(target.path)
      return path ? [path] : []
    }
    case 'type':
      return declaredPaths(db, target.type)
    case 'class':
      return target.of === 'phone' ? declaredPaths(db, 'PHONE') : []
    default:
      return []
  }
}
