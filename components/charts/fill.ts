/** How parts of one chart differ: each by its own colour and its own pattern, so that neither is alone. */
export type Fill = 'accent' | 'muted' | 'danger' | 'warning'

// Patterns are drawn in the colour of the text, which stays when the system chooses the colours; grounds do not.
const SOLID = 'bg-[linear-gradient(currentColor,currentColor)]'

export const FILLS: Record<Fill, string> = {
  accent: `text-accent ${SOLID}`,
  muted: 'text-ink-muted bg-[repeating-linear-gradient(135deg,currentColor_0_1.5px,transparent_1.5px_4px)]',
  danger: 'text-danger bg-[radial-gradient(currentColor_1.1px,transparent_1.4px)] bg-[length:4px_4px]',
  warning: `text-warning-text ${SOLID}`,
}
