/** How parts of one chart differ: each by its own colour and its own pattern, so that neither is alone. */
export type Fill = 'accent' | 'muted' | 'danger'

// Drawn in the colour of the text. Where the system chooses the colours it would take patterns away: there they are kept, in its colour.
const FORCED = 'forced-color-adjust-none forced-colors:text-[CanvasText]'
const SOLID = `bg-[linear-gradient(currentColor,currentColor)] ${FORCED}`

export const FILLS: Record<Fill, string> = {
  accent: `text-accent ${SOLID}`,
  muted: `text-ink-muted bg-[repeating-linear-gradient(135deg,currentColor_0_1.5px,transparent_1.5px_4px)] ${FORCED}`,
  danger: `text-danger bg-[repeating-linear-gradient(90deg,currentColor_0_2px,transparent_2px_3.5px)] ${FORCED}`,
}

/** One colour alone, for a bar that no other stands beside. */
export const SOLIDS: Record<Fill, string> = {
  accent: `text-accent ${SOLID}`,
  muted: `text-ink-muted ${SOLID}`,
  danger: `text-danger ${SOLID}`,
}
