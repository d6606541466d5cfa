/** What is drawn by `Sprite`. */
export type SpriteName =
  | 'activity'
  | 'archive'
  | 'ban'
  | 'bell-ring'
  | 'cable'
  | 'circle-alert'
  | 'circle-check'
  | 'circle-dashed'
  | 'circle-dot'
  | 'clock'
  | 'contact'
  | 'database'
  | 'eye-off'
  | 'gauge'
  | 'info'
  | 'layers'
  | 'layout-dashboard'
  | 'panel-right-open'
  | 'rows-3'
  | 'trash'
  | 'triangle-alert'
  | 'users'

/**
 * An icon of what stands in every row of a table, or beside every page: a page of rows holds hundreds, and drawing each of them anew took a
 * fifth of its time.
 */
export function SpriteIcon({ name, className }: { name: SpriteName; className?: string }) {
  return (
    <svg aria-hidden className={className}>
      <use href={`#icon-${name}`} />
    </svg>
  )
}
