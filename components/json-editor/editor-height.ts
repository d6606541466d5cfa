/** Lines of which the height is kept for an editor that is on its way: more do not fit in a window. */
const MOST_LINES = 60
/** Characters after which a line is broken in a window of usual width. */
const LINE = 120

/** How high the editor of this text is before anything is written, as a CSS length: its lines and padding, up to the limit of its theme (code-setup.ts). */
export function editorHeight(text: string): string {
  const lines = text
    .split('\n', MOST_LINES)
    .reduce((sum, line) => sum + Math.max(1, Math.min(MOST_LINES, Math.ceil(line.length / LINE))), 0)
  return `clamp(15rem, ${Math.min(lines, MOST_LINES) * 1.375 + 1}rem, 65vh)`
}
