import type { BrowserContext } from '@playwright/test'

const SIGN = 'refused by the policy: '

/** Everything that the Content-Security-Policy refuses on any page of this browser from here on, as it happens. */
export async function refusedByPolicy(context: BrowserContext): Promise<string[]> {
  const refused: string[] = []
  context.on('console', (message) => {
    if (message.text().startsWith(SIGN)) refused.push(message.text().slice(SIGN.length))
  })
  await context.addInitScript((sign) => {
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample, documentURI } = event
      console.error(
        `${sign}${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample} on ${documentURI}`,
      )
    })
  }, SIGN)
  return refused
}
