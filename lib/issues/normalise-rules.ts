/** One rule of what differs from one connection to the next. They are applied in their order. */
export interface Rule {
  name: string
  /** For people. */
  says: string
  apply: (text: string) => string
}

const replace = (pattern: RegExp, by: string) => (text: string) => text.replace(pattern, by)

/** What a quoted word names when it is the cause itself: a missing field, scope or column is not the same as another one. */
const NAMING =
  'fields?|propert(?:y|ies)|columns?|attributes?|scopes?|permissions?|parameters?|params?|arguments?|headers?|types?|objects?|tables?|keys?|events?|methods?|enums?|options?|relations?|functions?|features?|resources?|entit(?:y|ies)|models?|grants?|roles?'
const NAMED_BEFORE = new RegExp(String.raw`\b(?:${NAMING})(?: (?:name|named|called|is|of))?[ :=(]{1,3}$`, 'i')
const NAMED_AFTER = new RegExp(
  String.raw`^[ )]{1,2}(?:${NAMING}|is (?:missing|required|not|invalid|unknown)|must|does not exist|was not)\b`,
  'i',
)
const VALUE_BEFORE = /\bvalues?(?: of| is)?[ :=]{1,2}$/i
/** A name that people chose for a part of a schema: no digits in a row, no spaces. */
const IDENTIFIER = /^[A-Za-z_$.@][\w$]{0,60}(?:[.:/-][A-Za-z_$][\w$]{0,60}){0,6}$/
const isIdentifier = (text: string) => IDENTIFIER.test(text) && !/\d{3}/.test(text)

/** Keys under which an answer in JSON says in words what is wrong. */
const SAYING =
  /"(?:(?:error|fault|exception)?_?(?:messages?|description|detail|details|title|reason|summary|msg)|errors?|errorMessages?)" ?: ?\[? ?$/i

function quoted(text: string): string {
  return text.replace(
    /"([^"\n]{0,300})"|(?<![\w<])'([^'\n]{0,300})'(?!\w)|`([^`\n]{0,300})`|[“„«]([^“”„«»\n]{0,300})[”“»]/g,
    (whole: string, ...found: (string | number | undefined)[]) => {
      const [double, single, back, curly, at] = found as [string?, string?, string?, string?, number?]
      const inner = (double ?? single ?? back ?? curly ?? '').trim()
      const before = text.slice(Math.max(0, (at ?? 0) - 40), at)
      const after = text.slice((at ?? 0) + whole.length, (at ?? 0) + whole.length + 40)
      const isKey = /^ ?[:=]/.test(after)
      const isCode = /(?:["']|<value>) ?[:=] ?$/.test(before) && /^[A-Za-z][A-Za-z_. -]{1,60}$/.test(inner)
      const isNamed = (NAMED_BEFORE.test(before) || NAMED_AFTER.test(after)) && !VALUE_BEFORE.test(before)
      if (isIdentifier(inner) && (isKey || isNamed)) return `"${inner}"`
      if (SAYING.test(before)) return `"${quoted(inner).replaceAll('"', "'")}"`
      return isCode ? `"${inner}"` : '<value>'
    },
  )
}

/** The domain that a company registered, without the part of it that is a customer's own. */
function companyOf(host: string): string {
  const labels = host.toLowerCase().split('.')
  return labels.slice(labels.at(-2)?.length === 2 && labels.length > 2 ? -3 : -2).join('.')
}

/** The company's domain, and of the path what is no id. */
function address(_whole: string, host: string, path: string): string {
  const kept = companyOf(host.replace(/:\d+$/, ''))
  const steps = path.split('/').filter((step) => step !== '')
  const named = steps.map((step) => (/^(?:v\d{1,2}|[A-Za-z_.-]{1,40})$/.test(step) ? step : '<id>'))
  return `<url ${/\d$/.test(kept) ? '<ip>' : kept}${named.length > 0 ? `/${named.join('/')}` : ''}>`
}

/** Codes by which systems name a cause: `E11000`, `AADSTS50076`, `ORA-01017`, `UTF8`, `OAuth2`. */
const CODE =
  /^(?:[A-Z]{1,10}\d{1,7}|(?:ORA|SQL|PLS|TNS|DPI|KB|RFC|ERR|ISO)-?\d{1,6}|[A-Za-z]{2,12}\d|[A-Za-z]{3,5}-?(?:8|16|32|64|128|256|384|512))$/

function mixed(word: string): string {
  return CODE.test(word) || /^v\d{1,2}$/i.test(word) ? word : '<id>'
}

const HTTP = '[345]\\d\\d'
const STATUS_BEFORE =
  /(?:^|\b(?:https?(?:\/[\d.]+)?|status|code|error|errno|response|returned|received|answered|got|failed with|subcode|sqlstate)\b[ :=#("']{1,3}(?:code[ :=]{1,3})?|\(#)$/i
const REASON_AFTER =
  /^[ :,-]{1,3}(?:error|unauthori[sz]ed|forbidden|not found|bad|too many|internal|service|gateway|conflict|gone|client|server|unprocessable|payment|request|method|precondition|proxy)\b/i

/** Statuses of HTTP and numbers that are said to be codes stay; any other number is one of many. */
function numbers(text: string): string {
  return text.replace(
    /(?<![\w.<]|[A-Za-z]-)[-+]?[$€£]?\d[\d,.']*(?<![,.'])(?:%|k|K|M)?(?!\w)/g,
    (number: string, at: number) => {
      const before = text.slice(Math.max(0, at - 40), at)
      const after = text.slice(at + number.length, at + number.length + 30)
      const isCode = /^\d{1,6}$/.test(number) && STATUS_BEFORE.test(before) && at > 0
      const isStatus =
        new RegExp(`^${HTTP}$`).test(number) &&
        (at === 0 || /\[$/.test(before) || STATUS_BEFORE.test(before) || REASON_AFTER.test(after))
      return isCode || isStatus ? number : '<number>'
    },
  )
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const CLOCK = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[ap]m)?`
const ZONE = '(?: ?(?:z|utc|gmt|[ecmp][ds]t|[+-]\\d\\d:?\\d\\d))?'
const TIME = new RegExp(
  [
    String.raw`\b\d{4}-\d\d-\d\d(?:[t ]${CLOCK}${ZONE})?`,
    String.raw`(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?\b\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH}[ -]\d{2,4}(?:,? (?:at )?${CLOCK}${ZONE})?`,
    String.raw`(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?\b${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:${CLOCK} )?\d{4}(?:,? (?:at )?${CLOCK}${ZONE})?`,
    String.raw`\b\d{1,2}[./]\d{1,2}[./]\d{4}(?:,? ${CLOCK}${ZONE})?`,
    String.raw`(?<![\w:.])${CLOCK}${ZONE}(?![\w:])`,
  ].join('|'),
  'gi',
)

/** The rules, in the order in which they are applied. */
export const RULES: readonly Rule[] = [
  {
    name: 'markup',
    says: 'A page that came instead of an answer is what it says.',
    apply: (text) =>
      /<(?:html|!doctype|head|body)\b/i.test(text)
        ? text.replace(/<(?:style|script)\b[\s\S]*?<\/(?:style|script)>/gi, ' ').replace(/<[^<>]{1,300}>/g, ' ')
        : text,
  },
  {
    name: 'stack',
    says: 'Where in a program it happened is left out.',
    apply: replace(/\s+at (?:[\w$.<> [\]]{1,120}\([^)\n]{1,300}\)|\S{1,300}:\d+:\d+)[\s\S]*$/, ''),
  },
  {
    name: 'spaces',
    says: 'White space is one space, dots are one dot, and JSON is written in one way.',
    apply: (text) =>
      text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\.{2,}/g, '.')
        .replace(/" ?: ?(?=["{[\d])/g, '": ')
        .replace(/([{[]) (?=["{[])/g, '$1')
        .replace(/(["}\]\d]) (?=[}\]])/g, '$1')
        .replace(/(["}\]\d]) ?, ?(?=["{])/g, '$1, '),
  },
  {
    name: 'address',
    says: 'Of an address stay the company’s domain and the words of its path.',
    apply: (text) =>
      text.replace(/\bhttps?:\/\/([\w.-]{1,200}(?::\d{1,5})?)([^\s?#"'<>)\]]{0,500})[^\s"'<>)\]]{0,1000}/g, address),
  },
  {
    name: 'e-mail',
    says: 'E-mail addresses are left out.',
    apply: replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, '<email>'),
  },
  { name: 'time', says: 'Dates and times are left out.', apply: replace(TIME, '<time>') },
  {
    name: 'uuid',
    says: 'UUIDs are left out.',
    apply: replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'),
  },
  {
    name: 'host',
    says: 'Of the name of a host stays the company’s domain.',
    apply: (text) =>
      text.replace(
        /(?<![\w@./<-])(?:[\w-]{1,63}\.){2,5}(?:com|net|org|io|dev|app|cloud|ai|eu|de|fr|uk|us|ca|au|nl|jp|in|br|local|internal|example)(?![\w.(-])/gi,
        companyOf,
      ),
  },
  {
    name: 'request',
    says: 'Ids of requests and of network cards, digits and colons, are left out.',
    apply: replace(/(?<![\w:])[0-9a-f]{2,12}(?::[0-9a-f]{2,12}){3,9}(?![\w:])/gi, '<id>'),
  },
  {
    name: 'ip',
    says: 'Addresses of machines are left out.',
    apply: replace(
      /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?![\w.])|\[?(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}\]?(?::\d{1,5})?/gi,
      '<ip>',
    ),
  },
  {
    name: 'quoted',
    says: 'What is quoted is left out, unless it names a field, a scope, a column or the like, is a code, or says in JSON what is wrong.',
    apply: quoted,
  },
  {
    name: 'arn',
    says: 'Names of resources at AWS are left out.',
    apply: replace(/\barn:[\w-]{0,20}:[\w-]{0,40}:[\w-]{0,40}:\w{0,20}:[\w/:.*-]{0,300}/g, '<id>'),
  },
  {
    name: 'path',
    says: 'Paths of files are left out.',
    apply: replace(/(?<![\w<>.:/])(?:[A-Za-z]:)?(?:[\\/][\w.@+-]{1,80}){2,20}/g, '<path>'),
  },
  {
    name: 'duration',
    says: 'Durations and sizes are left out.',
    apply: (text) =>
      text
        .replace(
          /(?<![\w.])\d[\d.,]{0,12} ?(?:milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?)\b/gi,
          '<duration>',
        )
        .replace(/(?<![\w.])\d[\d.,]{0,12} ?(?:bytes?|[kmgt]i?b)\b/gi, '<size>'),
  },
  {
    name: 'key',
    says: 'A long run of letters and digits is an id.',
    apply: replace(/(?<![\w<])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{16,}={0,2}(?!\w)/g, '<id>'),
  },
  {
    name: 'owned',
    says: 'Of a repository and of an account, a name or number is left out.',
    apply: (text) =>
      text
        .replace(/\b(repositor(?:y|ies)|repo|project) [\w.-]{1,100}\/[\w.-]{1,100}/gi, '$1 <name>')
        .replace(/\b(account|tenant|customer|workspace|organi[sz]ation)( id)? (?=[\w-]*\d)[\w-]{4,80}/gi, '$1$2 <id>'),
  },
  {
    name: 'prefixed',
    says: 'What follows the prefix of an id is left out, and the number at the end of a name.',
    apply: (text) =>
      text
        .replace(/(?<![\w<.-])([A-Za-z]{2,8})-(?=\w*\d)(?=\w*[A-Za-z])\w{6,40}(?![\w>-])/g, '$1-<id>')
        .replace(
          /(?<![\w<.-])(?!(?:sha|aes|rsa|iso|utf|rfc|cp|windows|latin)-)([a-z]{2,40})-\d{3,10}(?![\w>-])/g,
          '$1-<number>',
        ),
  },
  {
    name: 'issue',
    says: 'Numbers of tickets and the like are left out.',
    apply: (text) => text.replace(/(?<![\w-])[A-Z][A-Z0-9]{1,9}-\d{1,7}(?![\w-])/g, mixed),
  },
  {
    name: 'word',
    says: 'A word of letters and digits is an id, unless it is a code such as E11000.',
    apply: (text) => text.replace(/(?<![\w<.-])(?=\w*\d)(?=\w*[A-Za-z])\w{3,}(?![\w>])/g, mixed),
  },
  {
    name: 'number',
    says: 'Numbers are left out, unless they are a status of HTTP or said to be a code.',
    apply: numbers,
  },
]
