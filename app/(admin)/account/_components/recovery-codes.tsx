'use client'

import { Button, buttonClass } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'

/** Recovery codes, which are shown this once, and two ways to keep them. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = codes.join('\n')
  return (
    <div className="grid gap-4">
      <p className="text-sm">
        Each of these lets you in once without the app. Keep them where you keep passwords; they will not be shown
        again.
      </p>
      <ul aria-label="Recovery codes" className="grid justify-center gap-1 rounded-md bg-hover p-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => copyText(text, 'recovery codes')}>Copy</Button>
        <a
          className={buttonClass()}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download="mastra-admin-recovery-codes.txt"
        >
          Download
        </a>
        <Button tone="primary" onClick={onDone}>
          I have saved them
        </Button>
      </div>
    </div>
  )
}
