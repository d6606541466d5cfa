/** CodeMirror and what is around it, which few need and all would else wait for. */
export function loadCode() {
  return import('./json-code')
}
