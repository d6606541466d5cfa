/** CodeMirror for writing, which is loaded when the first document is edited. */
export function loadEditor() {
  return import('./json-writer')
}
