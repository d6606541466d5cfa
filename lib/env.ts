import { z } from 'zod'
import { readRoleMap } from './auth/provider-claims'

/** Of traces. */
const receiver = z.url({ protocol: /^https?$/, error: 'must begin with http:// or https://' })

/**
 * The only reader of `process.env`. Values are parsed when first asked for and named in the error when they are wrong,
 * so that a build, which has no database, can load every module.
 */
const variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  /** A streaming replica of the same database, which then serves what people read. */
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  NEXTAUTH_URL: z.url().optional(),
  /** Overrides the session secret that is otherwise made once and kept in the database. At least 32 characters. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** Hours after which a session ends however much it is used, and minutes without use after which it does; see docs/identity.md. */
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(43_200).default(120),
  /** An OpenID provider, found by discovery, and how people sign in with it; see docs/identity.md. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('your identity provider'),
  OIDC_SCOPE: z.string().default('openid email profile'),
  OIDC_ROLE_CLAIM: z.string().default('roles'),
  OIDC_ROLES: z
    .string()
    .refine((text) => readRoleMap(text) !== null, 'must be such as admins=ADMIN,staff=SUPPORT')
    .optional(),
  OIDC_MAKES_USERS: z.enum(['1']).optional(),
  /** `off` leaves only the identity provider. */
  PASSWORD_SIGN_IN: z.enum(['on', 'off']).default('on'),
  /** How many reverse proxies in front append to X-Forwarded-For; 0 means the socket's own address counts. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** How many times the usual limits of requests apply; 0 switches them off. */
  RATE_LIMIT_FACTOR: z.coerce.number().min(0).max(1_000).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Connections that this instance may hold. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Days after which audit entries are let go of; without it they are kept for ever. The floor is the database's own. */
  AUDIT_RETENTION_DAYS: z.coerce.number().int().min(90).max(36_500).optional(),
  /** The mail server for notices, with its user and password in it, and who they are from. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^\r\n]{0,200}@[^\r\n]{1,200}$/, 'must be an e-mail address, with or without a name')
    .optional(),
  /** Lets notices go to private addresses, and over http to this machine. */
  NOTICES_ALLOW_PRIVATE: z.enum(['1']).optional(),
  /** What a monitoring system shows to read `/api/metrics`; without it only this machine itself may. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where traces are sent, by OpenTelemetry's own names: a base, to which `/v1/traces` is added, or the whole address of the receiver of traces. */
  OTEL_EXPORTER_OTLP_ENDPOINT: receiver.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: receiver.optional(),
  /** JSON over HTTP is all that is spoken, which every receiver of `http/protobuf` takes. */
  OTEL_EXPORTER_OTLP_PROTOCOL: z.enum(['http/json', 'http/protobuf'], 'must be http/json').optional(),
  /** `true` sends none whatever the others say. */
  OTEL_SDK_DISABLED: z.string().toLowerCase().optional(),
  /** Seconds for which an instance that was told to stop goes on answering, not being ready, so that balancers notice. */
  SHUTDOWN_DRAIN_SECONDS: z.coerce.number().int().min(0).max(300).default(0),
  /** Where the build lies. */
  NEXT_DIST_DIR: z.string().default('.next'),
  /** Set by the demo, whose sign-ins are public knowledge: the login page then shows them. */
  MASTRA_ADMIN_DEMO: z.enum(['1']).optional(),
  /** Shows `/design` in a production build too, for the test that photographs it. */
  MASTRA_ADMIN_DESIGN: z.enum(['1']).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOSTNAME: z.string().optional(),
  CI: z.string().optional(),
  CHROME: z.string().optional(),
  PATH: z.string().default(''),
  TEST_DATABASE_URL: z.string().optional(),
  TEST_DATABASE_TEMPLATE: z.string().optional(),
})

const schema = variables
  .refine(
    ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) => !OIDC_ISSUER || (OIDC_CLIENT_ID && OIDC_CLIENT_SECRET),
    {
      path: ['OIDC_ISSUER'],
      message: 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
    },
  )
  .refine(({ OIDC_ISSUER, PASSWORD_SIGN_IN }) => OIDC_ISSUER || PASSWORD_SIGN_IN === 'on', {
    path: ['PASSWORD_SIGN_IN'],
    message: 'can be off only with an OIDC_ISSUER: nobody could sign in',
  })

/** Every variable that is read; docs/configuration.md says what each means. */
export const ENV_NAMES = Object.keys(variables.shape)

export type Env = z.infer<typeof schema>

/** The environment of this process, read afresh. Throws an Error that names each wrong variable, never its value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  // All of them at once: each would else cost a start of its own.
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable: ${problems.join('; ')}.`)
}

let cached: Env | undefined

/** The parsed environment, read once per process. */
export function env(): Env {
  cached ??= readEnv()
  return cached
}
