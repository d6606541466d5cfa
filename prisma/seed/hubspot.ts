import { daysBefore, type EntityKind, type Integration, options, property } from './integration'
import { companyFrom, personFrom } from './people'
import { ALPHANUMERIC } from './random'
import { textOf, title } from './text'

const STAGES = ['subscriber', 'lead', 'marketingqualifiedlead', 'opportunity', 'customer']
const DEAL_STAGES = ['appointmentscheduled', 'qualifiedtobuy', 'contractsent', 'closedwon', 'closedlost']

const contact: EntityKind = {
  type: 'CONTACT',
  weight: 6,
  properties: [
    property('firstname', 'First name', 'SINGLE_LINE_TEXT'),
    property('lastname', 'Last name', 'SINGLE_LINE_TEXT'),
    property('email', 'E-mail', 'SINGLE_LINE_TEXT'),
    property('phone', 'Phone', 'PHONE'),
    property('company', 'Company', 'COMPANY'),
    property('lifecyclestage', 'Lifecycle stage', 'SINGLE_SELECT', options(...STAGES)),
    property('segments', 'Segments', 'MULTI_SELECT', options('enterprise', 'beta', 'newsletter', 'partner')),
    property('hs_email_optout', 'Opted out of e-mail', 'CHECKBOX'),
    property('createdate', 'Created in HubSpot', 'DATE', { modifiable: false }),
    property('hubspot_owner', 'Owner', 'USER'),
    property('hubspotscore', 'Score', 'NUMBER'),
    property('website', 'Website', 'URL'),
    property('address', 'Address', 'COMPOSITE', {
      children: [
        property('street', 'Street', 'SINGLE_LINE_TEXT'),
        property('city', 'City', 'SINGLE_LINE_TEXT'),
        property('zip', 'Postal code', 'SINGLE_LINE_TEXT'),
        property('country', 'Country', 'SINGLE_SELECT', options('DE', 'FR', 'JP', 'US', 'AE')),
      ],
    }),
    property('company_profile', 'Company profile', 'ENRICHMENT', { description: 'Filled in by the enrichment job.' }),
    property('notes', 'Notes', 'LONG_TEXT', { visible: false }),
  ],
  draft: ({ random, at, number }) => {
    const company = companyFrom(random)
    const person = personFrom(random, company)
    const reachable = random.chance(0.9)
    return {
      externalId: String(51_000_000 + number),
      incomplete: !reachable,
      data: {
        firstname: person.first,
        lastname: person.last,
        ...(reachable ? { email: person.email } : {}),
        phone: random.chance(0.7) ? person.phone : null,
        company: company.name,
        lifecyclestage: random.pick(STAGES),
        segments: random.some(['enterprise', 'beta', 'newsletter', 'partner'], random.int(0, 3)),
        hs_email_optout: random.chance(0.1),
        createdate: daysBefore(at, random.int(0, 900)),
        hubspot_owner: personFrom(random).email,
        hubspotscore: random.int(0, 100),
        website: `https://www.${company.domain}/`,
        address: {
          street: `${random.int(1, 250)} Main St`,
          city: 'Zürich',
          zip: String(random.int(10_000, 99_999)),
          country: 'DE',
        },
        ...(reachable && random.chance(0.5)
          ? { company_profile: { employees: random.int(3, 9000), founded: random.int(1890, 2024) } }
          : {}),
        notes: textOf(random, random.int(0, 300)),
      },
    }
  },
}

const company: EntityKind = {
  type: 'COMPANY',
  weight: 2,
  properties: [
    property('name', 'Name', 'SINGLE_LINE_TEXT'),
    property('domain', 'Domain', 'URL'),
    property('industry', 'Industry', 'SINGLE_SELECT', options('SOFTWARE', 'LOGISTICS', 'HEALTH', 'RETAIL')),
    property('annualrevenue', 'Annual revenue', 'CURRENCY', { config: { currency: 'EUR' } }),
    property('numberofemployees', 'Employees', 'NUMBER'),
    property('is_public', 'Listed', 'BOOLEAN'),
    property('hubspot_owner', 'Owner', 'USER'),
    property('description', 'Description', 'LONG_TEXT'),
  ],
  draft: ({ random, number }) => {
    const { name, domain } = companyFrom(random)
    return {
      externalId: String(72_000_000 + number),
      data: {
        name,
        domain,
        industry: random.pick(['SOFTWARE', 'LOGISTICS', 'HEALTH', 'RETAIL']),
        annualrevenue: random.chance(0.85) ? random.int(10, 90_000) * 1_000 : 'n/a',
        numberofemployees: random.int(1, 12_000),
        is_public: random.chance(0.2),
        hubspot_owner: personFrom(random).email,
        description: textOf(random, random.int(0, 500)),
      },
    }
  },
}

const deal: EntityKind = {
  type: 'DEAL',
  weight: 2,
  properties: [
    property('dealname', 'Deal', 'SINGLE_LINE_TEXT'),
    property('amount', 'Amount', 'CURRENCY', { config: { currency: 'USD' } }),
    property('dealstage', 'Stage', 'SINGLE_SELECT', options(...DEAL_STAGES)),
    property('probability', 'Probability', 'FLOAT'),
    property('closedate', 'Close date', 'DATE'),
    property('primary_contact', 'Contact', 'CONTACT'),
    property('company', 'Company', 'COMPANY'),
  ],
  draft: ({ random, at, number }) => ({
    externalId: String(93_000_000 + number),
    data: {
      dealname: `${companyFrom(random).name}: ${title(random)}`,
      amount: random.chance(0.92) ? random.int(100, 5_000_000) / 100 : 'n/a',
      dealstage: random.pick(DEAL_STAGES),
      probability: random.int(0, 100) / 100,
      closedate: daysBefore(at, random.int(-90, 90)),
      primary_contact: personFrom(random).email,
      company: companyFrom(random).name,
      hs_lastmodifieddate: daysBefore(at, random.int(0, 30)),
    },
  }),
}

export const hubspot: Integration = {
  name: 'HUBSPOT',
  share: 6,
  kinds: [contact, company, deal],
  credential: 'OAUTH',
  tokenPrefix: 'CPj5',
  scopes: ['crm.objects.contacts.read', 'crm.objects.companies.read', 'crm.objects.deals.read', 'oauth'],
  syncConfig: (random) => ({
    portalId: random.int(1_000_000, 99_999_999),
    lookbackDays: random.pick([30, 90, 365]),
    objects: ['contacts', 'companies', 'deals'],
    webhook: { url: 'https://hooks.mastra.example/hubspot', clientSecret: random.text(36, ALPHANUMERIC) },
  }),
}
