/** How well a text answers what was typed, best first; 0 is not at all. */
const EXACT = 1
const BEGINS = 0.9
const WORD_BEGINS = 0.8
const INSIDE = 0.6
const LETTERS = 0.3

/** Days in which a use loses half its weight. */
const HALF_LIFE = 7
const DAY = 86_400_000
/** What use can add: enough to lead among what answers equally well, too little to lead over what answers better. */
const MOST_BY_USE = 0.09

/**
 * How well `label` answers `typed`, regardless of case, from 0 to 1: the same text, its beginning, the beginning of a word, a part of it,
 * or letters in that order from the first of a word on (`rcd` for *Records*). Several words have each to be answered; the worst of them counts.
 */
export function matchScore(typed: string, label: string): number {
  const wanted = typed.trim().toLowerCase()
  const text = label.toLowerCase()
  if (wanted === '') return 0
  if (text === wanted) return EXACT
  if (text.startsWith(wanted)) return BEGINS
  return Math.min(...wanted.split(/\s+/).map((word) => wordScore(word, text)))
}

function wordScore(word: string, text: string): number {
  const at = text.indexOf(word)
  if (at === 0) return WORD_BEGINS
  if (at > 0) return isBoundary(text, word) ? WORD_BEGINS : INSIDE
  return hasLetters(word, text) ? LETTERS : 0
}

function isBoundary(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  return false
}

/** Two letters are in nearly every word in some order. */
function hasLetters(word: string, text: string): boolean {
  if (word.length < 3) return false
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word.charAt(0)) && isSpelled(word, part))
}

function isSpelled(word: string, part: string): boolean {
  let at = -1
  for (const letter of word) {
    at = part.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** What the uses of a place weigh now: `weight` was true at `lastUsedAt`. Both times in milliseconds of the epoch. */
export function weightNow(weight: number, lastUsedAt: number, now: number): number {
  return weight * 2 ** (-Math.max(0, now - lastUsedAt) / (HALF_LIFE * DAY))
}

/** A score with what the person's own use adds to it, which never lifts it over a better answer. */
export function withUse(score: number, weight: number): number {
  return score === 0 ? 0 : score + MOST_BY_USE * (1 - 1 / (1 + Math.max(0, weight)))
}

/** The items that answer, the best first and among equals in the order given. */
export function ranked<Item>(items: readonly Item[], scoreOf: (item: Item) => number): Item[] {
  return items
    .map((item, place) => ({ item, place, score: scoreOf(item) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ item }) => item)
}
