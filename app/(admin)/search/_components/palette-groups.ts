import { HelpCircle, Link as LinkIcon, ListFilter } from 'lucide-react'
import type { PaletteGroup } from '@/components/palette/palette-items'
import { quoteValue } from '@/lib/query/term-text'
import { routes, sitePath } from '@/lib/routes'
import { FOUND_GROUPS, placeName } from '@/lib/search/line'
import { placeOf } from '@/lib/search/place'
import { matchScore, ranked, withUse } from '@/lib/search/rank'
import { type Typed, wordsOf } from '@/lib/search/typed'
import { foundItem, GROUP_LABELS, type Item, type ItemGroup, iconOf } from './found-item'
import type { KnownCommand } from './palette-commands'
import type { KnownPage } from './places-known'
import type { Found } from './use-found'

/** Pages and commands shown beside what the server found. */
const KNOWN_SHOWN = 4

interface Parts {
  typed: Typed
  found: Found
  pages: readonly KnownPage[]
  commands: readonly KnownCommand[]
  only: ItemGroup | undefined
  /** The address of the page below the window. */
  here: string
}

/** Everything that answers, in the order in which it stands: what was certainly meant, then what is known here, then what was found. */
export function paletteGroups(parts: Parts): PaletteGroup<Item>[] {
  const { typed, only } = parts
  const groups =
    typed.kind === 'address'
      ? [addressGroup(typed.path, parts.pages)]
      : typed.kind === 'unanswerable'
        ? []
        : answers(parts)
  return groups.filter(({ id, items, note }) => (items.length > 0 || note) && (!only || id === only || id === 'exact'))
}

function answers(parts: Parts): PaletteGroup<Item>[] {
  const { typed, found } = parts
  const text = typed.kind === 'text' ? typed.text : ''
  const fresh = found.text === text
  const foundGroups = FOUND_GROUPS.map((group): PaletteGroup<Item> => {
    const known = found.groups[group]
    const hits = known?.hits ?? []
    // What an earlier text found stays as long as it answers this one too, so that the list does not flicker.
    const kept = fresh
      ? hits
      : hits.filter((hit) => text !== '' && matchScore(text, `${hit.title} ${hit.detail}`) > 0.5)
    return {
      id: group,
      label: GROUP_LABELS[group],
      items: kept
        .filter((hit) => group === 'exact' || !isExact(found, placeName(hit)))
        .map((hit) => foundItem(hit, group)),
      ...(fresh && known?.note ? { note: known.note } : {}),
    }
  })
  const [exact, ...rest] = foundGroups
  return [...(exact ? [exact] : []), ...knownGroups(parts, text), ...rest, ...whyGroup(text, parts.here)]
}

function isExact(found: Found, name: string): boolean {
  return found.groups.exact?.hits.some((hit) => placeName(hit) === name) ?? false
}

function knownGroups({ pages, commands, found, only }: Parts, text: string): PaletteGroup<Item>[] {
  const most = only ? 100 : KNOWN_SHOWN
  const score = (title: string, words: string, weight: number) =>
    text === ''
      ? withUse(only ? 0.5 : 0.2, weight)
      : withUse(Math.max(matchScore(text, title), byWords(text, words)), weight)
  const pageItems = ranked(pages, ({ label, words, href }) =>
    score(label, words, found.weights[`page ${href}`] ?? 0),
  ).map(
    ({ label, href, icon, keys }): Item => ({
      id: `page ${href}`,
      title: label,
      icon,
      keys,
      group: 'pages',
      href,
      place: null,
    }),
  )
  const commandItems = ranked(commands, ({ title, words }) =>
    score(title, words, found.weights[`command ${title}`] ?? 0),
  )
  return [
    { id: 'pages', label: GROUP_LABELS.pages, items: pageItems.slice(0, text === '' && !only ? 100 : most) },
    { id: 'commands', label: GROUP_LABELS.commands, items: commandItems.slice(0, most) },
  ]
}

/** Other words for it answer less well than its name, and only by their beginnings. */
function byWords(text: string, words: string): number {
  const score = matchScore(text, words)
  return score < 0.7 ? 0 : 0.7 * score
}

function whyGroup(text: string, here: string): PaletteGroup<Item>[] {
  if (text === '') return []
  const list = /^\/records(\?|$)/.test(here) ? here : undefined
  const href = routes.why({ q: text, list })
  const shown = `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
  const words = wordsOf(text).map(quoteValue).join(' ')
  const items: Item[] = [
    {
      id: 'list',
      title: `Search all records for ${shown}`,
      icon: ListFilter,
      group: 'why',
      href: routes.records({ q: words, state: 'all' }),
      place: null,
    },
    { id: 'why', title: `Why can’t I see ${shown}?`, icon: HelpCircle, group: 'why', href, place: null },
  ]
  return [{ id: 'why', label: GROUP_LABELS.why, items }]
}

function addressGroup(path: string, pages: readonly KnownPage[]): PaletteGroup<Item> {
  const place = placeOf(path)
  const page = pages.find(({ href }) => href === place.key)
  const item: Item = {
    id: 'address',
    title: page ? page.label : place.kind === 'page' ? path : place.key,
    detail: path,
    icon: page?.icon ?? (place.kind === 'page' ? LinkIcon : iconOf(place.kind)),
    group: 'pages',
    href: sitePath(path),
    place: null,
  }
  return { id: 'exact', label: 'An address of this site', items: [item] }
}
