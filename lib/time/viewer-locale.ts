import 'server-only'
import { headers } from 'next/headers'
import { localeFrom } from './locale'

/** The locale in which the viewer reads dates and numbers, as their browser asks for it. The words around them stay English. */
export async function viewerLocale(): Promise<string> {
  return localeFrom((await headers()).get('accept-language'))
}
