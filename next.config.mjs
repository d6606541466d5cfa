/** @type {import('next').NextConfig} */
const config = {
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  // A second checkout of the same machine (tests, a demo beside a dev server) may build elsewhere.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  experimental: {
    authInterrupts: true,
    // Verbs are called by their names in the metrics and the log, and a stack there should say where it was.
    turbopackMinify: { server: false, client: true, edge: true },
    // A pasted selection of 200 ids and the digests of a connection's issues fit many times over; nothing larger is meant.
    serverActions: { bodySizeLimit: '256kb' },
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
          {
            key: 'Content-Security-Policy',
            value: "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'",
          },
        ],
      },
    ]
  },
}

export default config
