/** Words that make a key secret wherever they stand in it. */
const SECRET_WORDS = new Set(
  `token tokens secret secrets password passwords passwd pwd passphrase passphrases passcode passcodes credential
  credentials cred creds authorization bearer cookie cookies jwt otp totp cvv cvv2 cvc cvc2 apikey apikeys jsessionid
  phpsessid sessid passwort kennwort contraseña contrasena senha wachtwoord пароль 密码 パスワード`.split(/\s+/),
)

/** Words that are secret only as the whole key: elsewhere they are a boarding pass, a map pin, an auth method. */
const SECRET_ALONE = new Set(['pass', 'pin', 'auth'])

/** Pairs of neighbouring words that are secret together: `key`, `code` and `id` mean nothing alone. */
const SECRET_PAIRS: Record<string, string> = {
  key: 'api private access auth signing signature encryption decryption master service account shared session storage subscription app application consumer license ssh hmac recovery integration webhook server rest',
  keys: 'api private access auth signing encryption recovery ssh',
  code: 'authorization auth verification confirmation security otp mfa 2fa totp device pin login backup recovery',
  codes: 'backup recovery verification mfa 2fa',
  verifier: 'code',
  id: 'session sess',
  number: 'card pin',
  pass: 'db database smtp imap ftp user admin root mail proxy basic http',
  pin: 'card user sim security login',
}

const SECRET_PAIR_SET = new Set(
  Object.entries(SECRET_PAIRS).flatMap(([last, firsts]) => firsts.split(' ').map((first) => `${first} ${last}`)),
)

/** Last words that name a fact about a secret instead of the secret: `tokenCount`, `passwordChangedAt`, `secretType`. */
const INNOCENT_LAST = new Set(
  `at on date time timestamp count counts total limit limits quota used usage left remaining length size type types kind
  name label description status state expiry expires expired expiration in ttl age policy policies required enabled
  disabled allowed supported changed updated created rotated verified valid invalid exists present scope scopes version
  strength algorithm format prefix scanning protection alert alerts settings config options consent banner domain path
  endpoint uri issuer audience provider error errors attempts failures id ids reference index`.split(/\s+/),
)

/** First words of a yes-or-no question: `hasPassword`, `requiresToken`. */
const QUESTION = new Set('has have is are was can needs should must requires require allow allows show'.split(' '))

/** Words that turn a token into a bookmark (`nextPageToken`) or a unit of text (`max_tokens`), neither of which opens a door. */
const HARMLESS_TOKEN = new Set(
  `page pagination next previous prev continuation continue cursor sync delta resume max min total prompt completion
  input output num number cached reasoning remaining`.split(/\s+/),
)

/** Secret words written together without a boundary: `accesstoken`, `APIkey`, `dbpassword`. */
const GLUED =
  /(token|secret|password|passwd|passphrase|apikey|privatekey|secretkey|accesskey|sessionid)s?$|^password(hash|salt|digest)$/
/** The same where capitals mislead the split: `APIkey` reads as `AP Ikey`. */
const GLUED_ACROSS = /(password|passwd|passphrase|apikey|privatekey|secretkey|accesskey)s?$/
const GLUED_HARMLESS =
  /^(next|previous|prev|page|pagination|sync|delta|continuation|cursor|resume|max|min|total|prompt|completion|input|output|num)+tokens?$/

/** Every secret key has one of these in it; splitting a key into words is dear, and a large document has many that need none. */
const MAY_BE_SECRET = new RegExp([...SECRET_WORDS, ...SECRET_ALONE, ...Object.keys(SECRET_PAIRS)].join('|'), 'iu')
const ASCII = /^[ -~]*$/

/** What nobody sees in a key, and what it must not be taken apart by: soft hyphens, joiners, spaces without width. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** The words of a key in lower case, split at case changes and at everything that is not a letter or digit. */
export function wordsOf(key: string): string[] {
  return key
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}

function isSecretAt(words: string[], index: number): boolean {
  const word = words[index] ?? ''
  const before = words[index - 1] ?? ''
  if (SECRET_PAIR_SET.has(`${before} ${word}`)) return true
  if (words.length === 1 && SECRET_ALONE.has(word)) return true
  if (word === 'secret' && words[index + 1] === 'scanning') return false
  const bare = word.replace(/\d+$/, '')
  if (bare === 'token' || bare === 'tokens') return !HARMLESS_TOKEN.has(before)
  return SECRET_WORDS.has(word) || SECRET_WORDS.has(bare) || (GLUED.test(bare) && !GLUED_HARMLESS.test(bare))
}

/**
 * Whether a key's name says that its value opens something: tokens, passwords, API and private keys, cookies, session
 * ids, one-time codes, card numbers and their check digits. The key is split into words, so `secretary` and `monkey` are
 * no secrets, and a secret word anywhere counts unless the key is a question (`hasPassword`) or ends in a fact about the
 * secret (`tokenExpiresAt`); when in doubt a key is secret. Not secret are names of accounts and proofs that grant
 * nothing: `clientId`, `publicKey`, `iban`, `signature`, page tokens.
 */
export function isSecretKey(key: string): boolean {
  if (ASCII.test(key) && !MAY_BE_SECRET.test(key)) return false
  const words = wordsOf(key)
  if (words.length === 0 || QUESTION.has(words[0] ?? '')) return false
  const last = words.at(-1) ?? ''
  const lastPair = words.slice(-2).join(' ')
  if (words.length > 1 && INNOCENT_LAST.has(last) && !SECRET_PAIR_SET.has(lastPair)) return false
  if (words.some((_, index) => isSecretAt(words, index))) return true
  return GLUED_ACROSS.test(words.join(''))
}

/** Whether any step of a path into a document is secret: what lies below a secret key is secret too. */
export function isSecretPath(path: readonly string[]): boolean {
  return path.some(isSecretKey)
}
