import { Plate, Specimens } from './plate'

const GROUNDS = ['bg-canvas', 'bg-surface', 'bg-raised', 'bg-hover', 'bg-highlight', 'bg-line', 'bg-line-strong']
const ROLES = [
  ['bg-accent', 'text-accent-ink'],
  ['bg-accent-soft', 'text-accent-text'],
  ['bg-danger', 'text-danger-ink'],
  ['bg-danger-soft', 'text-danger-text'],
  ['bg-warning-soft', 'text-warning-text'],
  ['bg-success-soft', 'text-success-text'],
  ['bg-info-soft', 'text-info-text'],
]
const SIZES = ['text-xs', 'text-sm', 'text-base', 'text-lg', 'text-xl', 'text-2xl']
const RADII = ['rounded-xs', 'rounded-sm', 'rounded-md', 'rounded-lg']

/** What everything is made of; the classes are named as they are used. */
export function Tokens() {
  return (
    <>
      <Plate title="Colours">
        <Specimens of="Grounds and lines">
          {GROUNDS.map((name) => (
            <span key={name} className="grid gap-1 text-xs">
              <span className={`size-14 rounded-md border border-line ${name}`} />
              {name.slice(3)}
            </span>
          ))}
        </Specimens>
        <Specimens of="Roles, each with the text that stands on it">
          {ROLES.map(([ground, text]) => (
            <span key={ground} className={`rounded-md px-3 py-2 text-sm ${ground} ${text}`}>
              {ground?.slice(3)}
            </span>
          ))}
        </Specimens>
        <Specimens of="Text">
          <span className="text-ink">ink</span>
          <span className="text-ink-muted">ink-muted</span>
          <mark className="bg-highlight text-ink">a match</mark>
        </Specimens>
      </Plate>
      <Plate title="Type and shape">
        {SIZES.map((size) => (
          <p key={size} className={size}>
            {size.slice(5)}: 1,204 records, 23 Nov 2026, 09:41 CET
          </p>
        ))}
        <p className="font-mono text-sm">mono: cmwsk6n3xz83e6pz {'{"amount": 1200.50}'}</p>
        <Specimens of="Corners and shadows">
          {RADII.map((radius) => (
            <span
              key={radius}
              className={`grid size-16 place-items-center border border-line-strong text-xs ${radius}`}
            >
              {radius.slice(8)}
            </span>
          ))}
          <span className="rounded-lg bg-surface p-4 text-xs shadow-resting">resting</span>
          <span className="rounded-lg bg-raised p-4 text-xs shadow-raised">raised</span>
        </Specimens>
      </Plate>
    </>
  )
}
