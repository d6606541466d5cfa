import 'server-only'

/** What everyone who attacks this product tries first. */
const PRODUCT = ['mastra', 'mastraadmin', 'admin', 'administrator']
/** Characters that have to be left of a password when what is known of its person is taken out. */
const LEAST_LEFT = 8
/** Shorter names are part of too many words. */
const SHORTEST_NAME = 4

const COMMON = 'This password is one of the first that attackers try, or close to one. Choose another.'
const KNOWN = 'This password is little more than the e-mail or the name of this product. Choose another.'

let common: Promise<ReadonlySet<string>> | undefined

/**
 * Why a password may not be chosen by the person of this e-mail, in a sentence, or null. Held against the 49,000 most common ones of
 * zxcvbn-ts, as OWASP ASVS 5 asks (6.2.4, 6.2.11): few of those are as long as ours have to be, so that one is also refused that is only made longer,
 * with digits and signs around it, signs for letters, or a second one behind it. Costs well below a millisecond once the list is read.
 */
export async function weaknessOf(password: string, email: string): Promise<string | null> {
  const plain = password.normalize('NFKC').toLowerCase()
  if (isMostly(plain, namesOf(email))) return KNOWN
  common ??= loadCommon()
  return isCommon(plain, await common) ? COMMON : null
}

/** Loaded when the first password is chosen: most processes never need it. */
async function loadCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'])
}

/** The parts of an e-mail before the last dot, and those of the product. */
function namesOf(email: string): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const ofDomain = domain.split('.').slice(0, -1)
  return [local, ...local.split(/[^\p{L}\p{N}]+/u), ...ofDomain, ...PRODUCT]
    .filter((name) => name.length >= SHORTEST_NAME)
    .sort((one, other) => other.length - one.length)
}

function isMostly(plain: string, names: readonly string[]): boolean {
  const left = names.reduce((rest, name) => rest.replaceAll(name, ''), plain)
  return left.length < plain.length && left.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_LEFT
}

function isCommon(plain: string, list: ReadonlySet<string>): boolean {
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const forms = [plain, bare, withLetters(plain), withLetters(bare)]
  return forms.some((text) => list.has(text) || isTwoOf(text, list)) || isRepeated(plain) || isRun(plain)
}

/** Two of the list, one after the other. */
function isTwoOf(text: string, list: ReadonlySet<string>): boolean {
  for (let at = SHORTEST_NAME; at <= text.length - SHORTEST_NAME; at += 1)
    if (list.has(text.slice(0, at)) && list.has(text.slice(at))) return true
  return false
}

/** Up to six characters again and again, also where the last time is cut short. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some((length) => text === text.slice(0, length).repeat(text.length).slice(0, text.length))
}

/** Characters that follow one another as in the alphabet or in counting, up or down, with one break in six at most. */
function isRun(text: string): boolean {
  let breaks = 0
  for (let at = 1; at < text.length; at += 1)
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) !== 1) breaks += 1
  return breaks <= text.length / 6
}

/** Letters where signs stand for them. */
function withLetters(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }
  return text.replace(/[013457@$!]/g, (sign) => letters[sign] ?? sign)
}
