import { secretName } from './key-pattern'
import type { MaskPolicy } from './policy'

/** How a text is written: as it is, or inside the text of JSON, where line breaks and quotation marks have a backslash before them. */
export type Writing = 'plain' | 'inJson'

// What looks ahead or behind by more than one character makes Postgres some 25 times slower, so that nothing here does.

/** Where mask-message.ts begins to read: behind no letter, digit or underscore of ASCII, those of an escape apart. */
const START = String.raw`(?:(?<![A-Za-z0-9_])|\\[bfnrt]|\\u[0-9a-f]{4})`

/** Tokens known by their prefix, what stands behind `Bearer`, and passwords in addresses; where a text was cut, also their beginnings. */
function forms({ isCut, quoted }: Signs): string[] {
  const orCut = (form: string) => (isCut ? `|${form}$` : '')
  return [
    String.raw`${START}(?:eyJ|gh[opusr]_|github_pat_|npm_|[rs]k_|whsec_|shpat_|lin_|ntn_|secret_|hf_|xox[a-z]-|xapp-|glpat-|pat-|sk-|AIza|ya29\.|SG\.|1//0)[\w.-]+`,
    `${START}A[KS]IA(?:[A-Z0-9]{16}${orCut('[A-Z0-9]+')})`,
    `${START}(?:bearer|basic|token) +(?:${OPAQUE}*[0-9=][A-Za-z0-9_.~+/=-]*(?:${quoted})?${orCut(`${OPAQUE}+`)})`,
    `://[^/?#:@" ]*:[^/?#" ]+(?:@${orCut('')})`,
  ]
}
const OPAQUE = '[A-Za-z0-9_.~+/-]'

/** Everything from a private key on, since no expression here ends with the first of what may end it. */
const PRIVATE_KEY = '-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----'

/** Addresses and numbers, for whom they are not shown whole: the forms of `in-part.ts`, and rather more than less. */
const CLASS_FORMS = {
  email: '[^\\s"\\\\<>@,;:()]+@(?:[^\\s"\\\\<>@.,;:()]+\\.)+[^\\s"\\\\<>@.,;:()]{2,24}',
  phone: '(?:\\+|\\(\\+?[0-9]{1,4}\\) ?)[0-9](?:[ ()./-]{0,2}[0-9]){5,14}|[0-9]{2,5}(?:[ /-][0-9]{2,5}){2,5}',
} as const

/** The signs of a text as it is written: what encloses a name, the space behind it, a value with its quotation mark, one character of a value without. */
interface Signs {
  /** Whether it may have been cut. */
  isCut: boolean
  /** The rest of the text. */
  rest: string
  mark: string
  space: string
  quoted: string
  bare: string
}

const SIGNS: Record<Writing, Signs> = {
  plain: {
    isCut: false,
    rest: '.*',
    mark: String.raw`(?:\\["']?|["'])`,
    space: String.raw`[ \t]*`,
    quoted: String.raw`"[^"\n]*|'[^'\n]*|\\["'][^\n]*`,
    bare: String.raw`[^\s&;,"'<>(){}\\]`,
  },
  inJson: {
    isCut: true,
    rest: String.raw`(?:[^"\\]|\\.)*`,
    mark: String.raw`(?:\\\\(?:\\"|')?|\\"|')`,
    space: String.raw`(?: |\\t)*`,
    quoted: String.raw`\\"(?:[^"\\]|\\[^"n])*|'(?:[^"'\\]|\\[^n])*|\\\\(?:\\"|')(?:[^"\\]|\\[^n])*`,
    bare: String.raw`(?:[^\s&;,"'<>(){}\\]|\\[bu])`,
  },
}

/** `name=value`, `"name":"value"`, and `name: value` where the value has a digit: "token: expired" is prose. */
function assignment({ isCut, mark, space, quoted, bare }: Signs): string {
  const values = [
    `${mark}?${space}[:=]${space}(?:${quoted})`,
    `${mark}?${space}=${space}${bare}+`,
    `${mark}${space}:${space}${bare}+`,
    `${space}:${space}${bare}*[0-9]${bare}*`,
    ...(isCut ? [`${space}:${space}${bare}+$`] : []),
  ]
  return `${secretName()}(?:${values.join('|')})`
}

/**
 * Postgres' regular expression for what a text must lose before a part of it is compared: what is secret by its form or by what is said of it
 * (`password=…`), as mask-message.ts has it, and what is not shown whole by its class.
 */
export function formsInText({ rules }: MaskPolicy, writing: Writing): string {
  const signs = SIGNS[writing]
  const classes = rules.flatMap(({ target }) => (target.kind === 'class' ? [CLASS_FORMS[target.of]] : []))
  return [...forms(signs), PRIVATE_KEY + signs.rest, assignment(signs), ...new Set(classes)].join('|')
}
