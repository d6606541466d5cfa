import { defaultKeymap, history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { pageNonce } from '../ui/nonce'
import { matchMarks } from './code-matches'
import { signOf, UNSEEN } from './visible-text'

/** Colours are the page's own custom properties, so that the theme follows it without being told. */
const THEME = EditorView.theme({
  '&': { maxHeight: '65vh', backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-geist-mono), ui-monospace, monospace', lineHeight: '1.375rem' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-muted)', border: 'none', paddingLeft: '0.5rem' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', minWidth: '1.5rem', textAlign: 'center' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--hover)',
    border: 'none',
    color: 'var(--ink-muted)',
    padding: '0 0.375rem',
  },
  '.cm-selectionBackground, ::selection': { backgroundColor: 'var(--accent-soft)' },
  '.cm-specialChar': { color: 'var(--ink-muted)', backgroundColor: 'var(--hover)', fontSize: '0.85em' },
  '.cm-problem': { textDecoration: 'underline wavy var(--danger)', backgroundColor: 'var(--danger-soft)' },
  '.cm-match': { backgroundColor: 'var(--highlight)', color: 'var(--ink)', borderRadius: '2px' },
  '.cm-match-active': { outline: '2px solid var(--accent)' },
})

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.string, color: 'var(--success-text)' },
  { tag: tags.number, color: 'var(--info-text)' },
  { tag: tags.bool, color: 'var(--warning-text)' },
  { tag: tags.null, color: 'var(--ink-muted)', fontStyle: 'italic' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-muted)' },
])

const SPECIAL = highlightSpecialChars({
  specialChars: UNSEEN,
  render: (code) => {
    const sign = document.createElement('span')
    sign.className = 'cm-specialChar'
    sign.textContent = signOf(String.fromCodePoint(code))
    sign.title = 'An invisible character'
    return sign
  },
})

/** What reading and writing have in common. */
function shownAsJson(): Extension {
  return [
    EditorView.cspNonce.of(pageNonce()),
    EditorView.lineWrapping,
    // Text of a program begins at the left, whatever a value in it says; each value's own direction stays inside it.
    EditorView.perLineTextDirection.of(false),
    lineNumbers(),
    codeFolding(),
    foldGutter(),
    json(),
    syntaxHighlighting(HIGHLIGHT),
    SPECIAL,
    THEME,
  ]
}

/** A text that can be read, selected, folded and walked through with the keyboard, but not changed. Tab leaves it. `onFind` hears Ctrl F. */
export function readOnlyJson(label: string, onFind: () => boolean): Extension {
  return [
    EditorState.readOnly.of(true),
    // A phone's keyboard would only cover what cannot be written to.
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', inputmode: 'none' }),
    shownAsJson(),
    matchMarks,
    keymap.of([{ key: 'Mod-f', run: onFind }, ...foldKeymap, ...standardKeymap]),
  ]
}

/** A text that can be written, with its own undo. Tab leaves it; `described` is the id of the element that says what is wrong with it. */
export function writableJson(label: string, described: string): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': described, autocapitalize: 'off' }),
    shownAsJson(),
    history(),
    bracketMatching(),
    keymap.of([...historyKeymap, ...foldKeymap, ...defaultKeymap]),
  ]
}
