import { github } from './github'
import { gmail } from './gmail'
import { googleCalendar } from './google-calendar'
import { hubspot } from './hubspot'
import type { Integration } from './integration'
import { linear } from './linear'
import { notion } from './notion'
import { salesforce } from './salesforce'
import { slack } from './slack'
import { stripe } from './stripe'
import { zendesk } from './zendesk'

/** The external systems of the demo. */
export const integrations: readonly Integration[] = [
  github,
  hubspot,
  salesforce,
  googleCalendar,
  gmail,
  slack,
  stripe,
  zendesk,
  notion,
  linear,
]
