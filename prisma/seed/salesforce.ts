import { daysBefore, type EntityKind, type Integration, options, property } from './integration'
import { companyFrom, personFrom } from './people'
import { ALPHANUMERIC } from './random'
import { textOf, title } from './text'

const attributes = (type: string, id: string) => ({ type, url: `/services/data/v61.0/sobjects/${type}/${id}` })
/** A Salesforce id: the three characters of its object, then the record's own. */
const salesforceId = (prefix: string, number: number) => `${prefix}5f${String(number).padStart(10, '0')}QAE`

const contact: EntityKind = {
  type: 'CONTACT',
  weight: 4,
  properties: [
    property('FirstName', 'First name', 'SINGLE_LINE_TEXT'),
    property('LastName', 'Last name', 'SINGLE_LINE_TEXT'),
    property('Email', 'E-mail', 'SINGLE_LINE_TEXT'),
    property('Phone', 'Phone', 'PHONE'),
    property('AccountName', 'Account', 'COMPANY'),
    property('ReportsTo', 'Reports to', 'CONTACT'),
    property('MailingAddress', 'Mailing address', 'COMPOSITE', {
      children: [
        property('street', 'Street', 'SINGLE_LINE_TEXT'),
        property('city', 'City', 'SINGLE_LINE_TEXT'),
        property('geo', 'Position', 'COMPOSITE', {
          children: [property('latitude', 'Latitude', 'FLOAT'), property('longitude', 'Longitude', 'FLOAT')],
        }),
      ],
    }),
    property('attributes', 'Attributes', 'JSON_OBJECT', { visible: false, modifiable: false }),
    property('CreatedDate', 'Created', 'DATE'),
  ],
  draft: ({ random, at, number }) => {
    const company = companyFrom(random)
    const person = personFrom(random, company)
    const id = salesforceId('003', number)
    const reachable = random.chance(0.85)
    return {
      externalId: id,
      incomplete: !reachable,
      data: {
        attributes: attributes('Contact', id),
        Id: id,
        FirstName: person.first,
        LastName: person.last,
        Email: reachable ? person.email : null,
        Phone: person.phone,
        AccountName: company.name,
        ReportsTo: random.chance(0.5) ? personFrom(random, company).name : null,
        MailingAddress: {
          street: `${random.int(1, 99)} rue de l'Église`,
          city: 'Genève',
          geo: { latitude: random.int(-9000, 9000) / 100, longitude: random.int(-18_000, 18_000) / 100 },
        },
        CreatedDate: daysBefore(at, random.int(0, 1200)).replace('Z', '+0000'),
      },
    }
  },
}

const opportunity: EntityKind = {
  type: 'OPPORTUNITY',
  weight: 3,
  properties: [
    property('Name', 'Name', 'SINGLE_LINE_TEXT'),
    property('Amount', 'Amount', 'CURRENCY', { config: { currency: 'USD' } }),
    property('StageName', 'Stage', 'SINGLE_SELECT', options('Prospecting', 'Negotiation', 'Closed Won', 'Closed Lost')),
    property('Probability', 'Probability', 'FLOAT'),
    property('CloseDate', 'Close date', 'DATE'),
    property('IsWon', 'Won', 'BOOLEAN'),
    property('Owner', 'Owner', 'PERSON'),
  ],
  draft: ({ random, at, number }) => {
    const owner = personFrom(random)
    const id = salesforceId('006', number)
    return {
      externalId: id,
      data: {
        attributes: attributes('Opportunity', id),
        Id: id,
        Name: `${companyFrom(random).name} – ${title(random)}`,
        Amount: random.chance(0.9) ? random.int(1_000, 900_000) : null,
        StageName: random.pick(['Prospecting', 'Negotiation', 'Closed Won', 'Closed Lost']),
        Probability: random.int(0, 1000) / 10,
        CloseDate: daysBefore(at, random.int(-120, 120)).slice(0, 10),
        IsWon: random.chance(0.3),
        Owner: { name: owner.name, email: owner.email },
      },
    }
  },
}

const supportCase: EntityKind = {
  type: 'CASE',
  weight: 2,
  properties: [
    property('CaseNumber', 'Number', 'SINGLE_LINE_TEXT'),
    property('Subject', 'Subject', 'SINGLE_LINE_TEXT'),
    property('Description', 'Description', 'LONG_TEXT'),
    property('Priority', 'Priority', 'SINGLE_SELECT', options('High', 'Medium', 'Low')),
    property('IsEscalated', 'Escalated', 'CHECKBOX'),
  ],
  draft: ({ random, number }) => ({
    externalId: salesforceId('500', number),
    data: {
      CaseNumber: String(number).padStart(8, '0'),
      Subject: title(random),
      Description: textOf(random, random.int(40, 900)),
      Priority: random.pick(['High', 'Medium', 'Low']),
      IsEscalated: random.chance(0.15),
      SuppliedEmail: personFrom(random).email,
    },
  }),
}

export const salesforce: Integration = {
  name: 'SALESFORCE',
  share: 4,
  kinds: [contact, opportunity, supportCase],
  credential: 'OAUTH',
  tokenPrefix: '00D5f000000',
  scopes: ['api', 'refresh_token', 'offline_access'],
  syncConfig: (random) => ({
    instanceUrl: 'https://example.my.salesforce.com',
    apiVersion: 'v61.0',
    consumer_key: random.text(60, ALPHANUMERIC),
    consumer_secret: random.text(64, '0123456789ABCDEF'),
    soql: "SELECT Id, Name FROM Contact WHERE IsDeleted = false AND Name != ''",
  }),
}
