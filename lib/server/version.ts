import 'server-only'
import manifest from '@/package.json'

/** The version of the app, as its package says. */
export function appVersion(): string {
  return manifest.version
}
