import type { Role } from '../auth/permissions'
import { type ExactJson, printExact } from '../json/exact-json'
import { withValue } from '../json/merge'
import { classInPart, classMasked } from './in-part'
import { keyTest } from './key-rules'
import { type MaskedJson, type Masks, maskJsonBy, maskValidJsonBy } from './mask-json'
import { maskMessage } from './mask-message'
import { type PathNode, pathTree } from './path-rules'
import type { MaskRule, ValueClass } from './rule'
import { leastOf, type Shown } from './shown'

declare const minted: unique symbol

const NOTHING: ExactJson = { kind: 'object', members: new Map() }

/** Masks the documents of one kind. */
export interface Masker {
  /** A document; text that is not JSON is masked whole. */
  json: (text: string) => MaskedJson
  /** The same for text that is JSON for certain, such as what Postgres wrote. */
  validJson: (text: string) => MaskedJson
  /** A text without what is secret in it, as it would be in such a document. */
  message: (text: string) => string
  /** How much is shown of values at a path, by its keys; subscripts of lists (`'0'`, `'*'`) may stand in it. */
  shownAt: (path: readonly string[]) => Shown
  /** The JSON text of the value at a path, as the whole document would have it there. */
  valueAt: (path: readonly string[], text: string) => string
  /** Whether anything would be taken from the value at this path: by a key on the way, within it, or by its form. */
  takesFrom: (path: readonly string[], value: ExactJson | null) => boolean
}

/**
 * What someone is shown, decided in one place. Made for one person and one request by `maskPolicy`, so that whatever masks without asking
 * who it is for does not compile.
 */
export interface MaskPolicy {
  readonly [minted]: true
  /** The data of records of this entity type; of any type, by the rules for all of them together, when it is not known. */
  ofRecord: (entityType: string | null) => Masker
  /** A record's state as it is edited, and what the trail keeps of it: the data stands under `data`. */
  ofState: (entityType: string | null) => Masker
  /** Documents that are no record's: a sync configuration, the configuration of a property. */
  ofDocument: Masker
  /** A text, such as the message of an issue, without what is secret in it. */
  message: (text: string) => string
  /** How much of the values under a path in `data` is shown, if these are the entity types that the records can have; none stands for any. */
  shownInData: (path: readonly string[], entityTypes: readonly string[]) => Shown
  /** The rules that apply, for what SQL must leave out of a text before it looks for words. */
  readonly rules: readonly AppliedRule[]
}

/** A rule as it applies to one role; `paths` are those that Properties give a rule that names a type. */
export type AppliedRule = MaskRule & { shown: Shown; paths: readonly (readonly string[])[] }

/** A rule with the paths that it means, found beforehand: those of the Property type or of the class; the one of a property. */
export type ResolvedRule = MaskRule & { paths: readonly (readonly string[])[] }

/** A role; what is shown to all of them, for what is kept; or someone outside, who is shown what the strictest role is. Of several roles, what each of them is shown. */
export type Viewer = Role | 'everyone' | 'outsider' | readonly Role[]

function shownBy({ effect }: MaskRule, viewer: Viewer): Shown {
  if (effect.shown === 'masked') return 'masked'
  const roles: readonly string[] = typeof viewer === 'string' ? [viewer] : viewer
  return viewer === 'outsider' || effect.roles.some((role) => roles.includes(role)) ? 'part' : 'whole'
}

/** The policy of a viewer under these rules. For `maskPolicy` and for tests: everyone else asks by the person. */
export function policyOf(viewer: Viewer, resolved: readonly ResolvedRule[]): MaskPolicy {
  const rules = resolved
    .map((rule): AppliedRule => ({ ...rule, shown: shownBy(rule, viewer) }))
    .filter(({ shown }) => shown !== 'whole')
  const keys = keyTest(rules)
  const message = messageBy(rules)
  const treeOf = (entityType: string | null) =>
    pathTree(rules.filter((rule) => isFor(rule, entityType)).flatMap(pathsOf))
  const maskerBy = (paths: PathNode | null) => masker({ keys, paths, message })
  const known = new Map<string, Masker>()
  const ofRecord = (entityType: string | null) => {
    const name = entityType === null ? '' : ` ${entityType}`
    const mask = known.get(name) ?? maskerBy(treeOf(entityType))
    // Entity types come from the data, and no number of them is certain.
    if (known.size > 1_000) known.clear()
    known.set(name, mask)
    return mask
  }
  return mint({
    ofRecord,
    ofState: (entityType: string | null) => maskerBy(under('data', treeOf(entityType))),
    ofDocument: maskerBy(null),
    message,
    shownInData: (path: readonly string[], entityTypes: readonly string[]) =>
      leastOf(...(entityTypes.length > 0 ? entityTypes : [null]).map((type) => ofRecord(type).shownAt(path))),
    rules,
  })
}

function mint(fields: Omit<MaskPolicy, typeof minted>): MaskPolicy {
  return Object.freeze(fields) as MaskPolicy
}

function isFor({ target }: MaskRule, entityType: string | null): boolean {
  if (target.kind !== 'property' || entityType === null) return true
  return target.entityType.toLowerCase() === entityType.toLowerCase()
}

function pathsOf({ paths, shown }: AppliedRule): { path: readonly string[]; shown: Shown }[] {
  return paths.map((path) => ({ path, shown }))
}

function under(key: string, paths: PathNode | null): PathNode | null {
  return paths && { shown: 'whole', next: new Map([[key, paths]]) }
}

function messageBy(rules: readonly AppliedRule[]): (text: string) => string {
  const levels = (['email', 'phone'] as const).flatMap((of): { of: ValueClass; shown: Shown }[] => {
    const shown = leastOf(
      ...rules.flatMap((rule) => (rule.target.kind === 'class' && rule.target.of === of ? [rule.shown] : [])),
    )
    return shown === 'whole' ? [] : [{ of, shown }]
  })
  if (levels.length === 0) return maskMessage
  return (text) =>
    levels.reduce(
      (said, { of, shown }) => (shown === 'part' ? classInPart(said, of) : classMasked(said, of)),
      maskMessage(text),
    )
}

function masker(masks: Masks): Masker {
  const at = (path: readonly string[]) => shownByPath(masks, path)
  return {
    json: (text) => maskJsonBy(masks, text),
    validJson: (text) => maskValidJsonBy(masks, text),
    message: masks.message,
    shownAt: (path) => at(path).shown,
    valueAt: (path, text) => {
      const { shown, paths } = at(path)
      return maskValidJsonBy({ ...masks, paths }, text, shown).text
    },
    takesFrom: (path, value) =>
      value !== null && maskJsonBy(masks, printExact(withValue(NOTHING, path, value))).count > 0,
  }
}

/** What is said of the value that the path leads to, and of the paths that go on from it. What is below something masked is masked. */
function shownByPath(masks: Masks, path: readonly string[]): { shown: Shown; paths: PathNode | null } {
  let shown: Shown = 'whole'
  let paths = masks.paths
  for (const step of path) {
    const next = paths?.next.get(step) ?? null
    const isSubscript = next === null && /^(?:\d+|\*)$/.test(step)
    if (!isSubscript) paths = next
    shown = leastOf(shown, masks.keys(step), isSubscript ? 'whole' : (paths?.shown ?? 'whole'))
  }
  return { shown, paths }
}
