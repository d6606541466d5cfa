import { daysBefore, type EntityKind, type Integration, type JsonObject, options, property } from './integration'
import { companyFrom, personFrom } from './people'
import { ALPHANUMERIC, type Random } from './random'

const CURRENCIES = ['eur', 'usd', 'jpy', 'gbp', 'chf']
const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000)

function metadataFrom(random: Random): JsonObject {
  if (!random.chance(0.3)) return {}
  return { crm_id: String(random.int(1, 9999)), portal_password: random.text(12, ALPHANUMERIC) }
}

const customer: EntityKind = {
  type: 'CUSTOMER',
  weight: 4,
  properties: [
    property('name', 'Name', 'SINGLE_LINE_TEXT'),
    property('email', 'E-mail', 'SINGLE_LINE_TEXT'),
    property('phone', 'Phone', 'PHONE'),
    property('balance', 'Balance', 'CURRENCY', { config: { currency: 'EUR', minorUnits: true } }),
    property('delinquent', 'Delinquent', 'BOOLEAN'),
    property('metadata', 'Metadata', 'JSON_OBJECT', { visible: false }),
    property('created', 'Created', 'DATE', { modifiable: false }),
  ],
  draft: ({ random, at, number }) => {
    const company = companyFrom(random)
    const person = personFrom(random, company)
    return {
      externalId: `cus_${number.toString(36).padStart(6, '0')}${random.text(8, ALPHANUMERIC)}`,
      data: {
        object: 'customer',
        name: company.name,
        email: person.email,
        phone: random.chance(0.5) ? person.phone : null,
        balance: random.int(-50_000, 50_000),
        currency: random.pick(CURRENCIES),
        delinquent: random.chance(0.08),
        livemode: true,
        metadata: metadataFrom(random),
        created: seconds(daysBefore(at, random.int(0, 800))),
      },
    }
  },
}

const invoice: EntityKind = {
  type: 'INVOICE',
  weight: 5,
  properties: [
    property('number', 'Number', 'SINGLE_LINE_TEXT'),
    property('customer_name', 'Customer', 'COMPANY'),
    property('status', 'Status', 'SINGLE_SELECT', options('draft', 'open', 'paid', 'void', 'uncollectible')),
    property('amount_due', 'Amount due', 'CURRENCY', { config: { minorUnits: true } }),
    property('tax_rate', 'Tax rate', 'FLOAT'),
    property('due_date', 'Due', 'DATE'),
    property('hosted_invoice_url', 'Invoice page', 'URL'),
    property('lines', 'Lines', 'JSON_ARRAY'),
    property('attempt_count', 'Attempts', 'NUMBER'),
  ],
  draft: ({ random, at, number }) => {
    const lines = Array.from({ length: random.int(1, 6) }, (_, index) => ({
      id: `il_${number}_${index}`,
      amount: random.int(100, 200_000),
      description: random.pick(['Seats × 12', 'Überziehung', 'API calls', 'サポート']),
    }))
    return {
      externalId: `in_${number.toString(36).padStart(6, '0')}${random.text(10, ALPHANUMERIC)}`,
      data: {
        object: 'invoice',
        number: `INV-${String(number).padStart(6, '0')}`,
        customer_name: companyFrom(random).name,
        status: random.weighted({ draft: 1, open: 2, paid: 8, void: 1, uncollectible: 1 }),
        amount_due: random.chance(0.96) ? lines.reduce((sum, line) => sum + line.amount, 0) : 'n/a',
        currency: random.pick(CURRENCIES),
        tax_rate: random.pick([0, 0.077, 0.081, 0.19, 0.2]),
        due_date: seconds(daysBefore(at, -30)),
        hosted_invoice_url: `https://invoice.stripe.com/i/acct_1/${random.text(20, ALPHANUMERIC)}`,
        lines,
        attempt_count: random.int(0, 4),
      },
    }
  },
}

const subscription: EntityKind = {
  type: 'SUBSCRIPTION',
  weight: 2,
  properties: [
    property('plan', 'Plan', 'SINGLE_SELECT', options('starter', 'team', 'enterprise')),
    property('status', 'Status', 'SINGLE_SELECT', options('active', 'past_due', 'canceled', 'trialing')),
    property('quantity', 'Seats', 'NUMBER'),
    property('cancel_at_period_end', 'Ends after the period', 'CHECKBOX'),
  ],
  draft: ({ random, number }) => ({
    externalId: `sub_${number.toString(36).padStart(6, '0')}${random.text(8, ALPHANUMERIC)}`,
    data: {
      plan: random.pick(['starter', 'team', 'enterprise']),
      status: random.weighted({ active: 8, past_due: 1, canceled: 2, trialing: 1 }),
      quantity: random.int(1, 500),
      cancel_at_period_end: random.chance(0.1),
      client_secret: `seti_${random.text(24, ALPHANUMERIC)}`,
    },
  }),
}

export const stripe: Integration = {
  name: 'STRIPE',
  share: 4,
  kinds: [customer, invoice, subscription],
  credential: 'API_KEY',
  tokenPrefix: 'rk_live_',
  scopes: [],
  syncConfig: (random) => ({
    account: `acct_${random.text(16, ALPHANUMERIC)}`,
    apiVersion: '2025-09-30.clover',
    webhookSecret: `whsec_${random.text(32, ALPHANUMERIC)}`,
    events: ['customer.updated', 'invoice.paid', 'customer.subscription.deleted'],
  }),
}
