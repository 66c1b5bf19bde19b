// The page's tokens as the editor's two themes: the page of a book, where weight and quiet do what colour does elsewhere.
import { LANGUAGE_ID } from './grammar.ts'
import { monaco } from './monaco.ts'

export type ThemeName = 'light' | 'dark'

const TOKENS = ['paper', 'sunk', 'ink', 'muted', 'rule', 'band', 'fault', 'written', 'w0'] as const
type Token = (typeof TOKENS)[number]

/** The values of the page's tokens in a theme, whichever is in force. */
function readTokens(theme: ThemeName): Record<Token, string> {
  const probe = document.createElement('i')
  probe.dataset['theme'] = theme
  probe.hidden = true
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const tokens = Object.fromEntries(TOKENS.map(token => [token, style.getPropertyValue(`--${token}`).trim()]))
  probe.remove()
  return tokens as Record<Token, string>
}

/** Colours of everything the engine draws; `#rrggbb` with two more digits for what must let text shine through. */
function colours(token: Record<Token, string>): Record<string, string> {
  const { paper, sunk, ink, muted, rule, band, fault, written, w0 } = token
  const clear = '#00000000'
  return {
    foreground: ink,
    focusBorder: ink,
    descriptionForeground: muted,
    errorForeground: fault,
    'icon.foreground': muted,
    'textLink.foreground': ink,
    'textLink.activeForeground': ink,
    'textCodeBlock.background': band,
    'widget.border': ink,
    'widget.shadow': '#00000029',
    'editor.background': paper,
    'editor.foreground': ink,
    'editorCursor.foreground': ink,
    'editorLineNumber.foreground': muted,
    'editorLineNumber.activeForeground': ink,
    'editorGutter.background': paper,
    'editorGutter.foldingControlForeground': muted,
    'editor.selectionBackground': `${w0}4d`,
    'editor.inactiveSelectionBackground': `${w0}2b`,
    'editor.selectionHighlightBackground': `${w0}24`,
    'editor.wordHighlightBackground': `${w0}26`,
    'editor.wordHighlightStrongBackground': `${w0}38`,
    'editor.wordHighlightTextBackground': `${w0}26`,
    'editor.findMatchBackground': `${w0}66`,
    'editor.findMatchHighlightBackground': `${w0}33`,
    'editor.findRangeHighlightBackground': `${w0}1a`,
    'editor.hoverHighlightBackground': `${w0}26`,
    'editor.rangeHighlightBackground': `${w0}26`,
    'editor.foldBackground': clear,
    'editor.snippetTabstopHighlightBackground': `${w0}1f`,
    'editor.snippetTabstopHighlightBorder': w0,
    'editor.snippetFinalTabstopHighlightBorder': w0,
    'editorBracketMatch.background': clear,
    'editorBracketMatch.border': w0,
    'editorError.foreground': fault,
    'editorWarning.foreground': written,
    'editorInfo.foreground': muted,
    'editorHint.foreground': muted,
    'editorUnnecessaryCode.opacity': '#000000ff',
    'editorLightBulb.foreground': ink,
    'editorLightBulbAutoFix.foreground': ink,
    'editorWidget.background': paper,
    'editorWidget.foreground': ink,
    'editorWidget.border': ink,
    'editorWidget.resizeBorder': clear,
    'editorHoverWidget.background': paper,
    'editorHoverWidget.foreground': ink,
    'editorHoverWidget.border': ink,
    'editorHoverWidget.statusBarBackground': sunk,
    'editorSuggestWidget.background': paper,
    'editorSuggestWidget.foreground': ink,
    'editorSuggestWidget.border': ink,
    'editorSuggestWidget.highlightForeground': ink,
    'editorSuggestWidget.focusHighlightForeground': ink,
    'editorSuggestWidget.selectedBackground': band,
    'editorSuggestWidget.selectedForeground': ink,
    'editorSuggestWidget.selectedIconForeground': ink,
    'editorMarkerNavigation.background': sunk,
    'editorMarkerNavigationError.background': fault,
    'editorMarkerNavigationError.headerBackground': sunk,
    'editorMarkerNavigationWarning.background': written,
    'editorMarkerNavigationWarning.headerBackground': sunk,
    'editorMarkerNavigationInfo.background': muted,
    'editorMarkerNavigationInfo.headerBackground': sunk,
    'peekView.border': ink,
    'peekViewEditor.background': sunk,
    'peekViewEditorGutter.background': sunk,
    'peekViewEditor.matchHighlightBackground': `${w0}4d`,
    'peekViewResult.background': paper,
    'peekViewResult.fileForeground': ink,
    'peekViewResult.lineForeground': ink,
    'peekViewResult.matchHighlightBackground': `${w0}4d`,
    'peekViewResult.selectionBackground': band,
    'peekViewResult.selectionForeground': ink,
    'peekViewTitle.background': sunk,
    'peekViewTitleLabel.foreground': ink,
    'peekViewTitleDescription.foreground': muted,
    'list.activeSelectionBackground': band,
    'list.activeSelectionForeground': ink,
    'list.activeSelectionIconForeground': ink,
    'list.inactiveSelectionBackground': band,
    'list.inactiveSelectionForeground': ink,
    'list.focusBackground': band,
    'list.focusForeground': ink,
    'list.focusOutline': ink,
    'list.hoverBackground': sunk,
    'list.hoverForeground': ink,
    'list.highlightForeground': ink,
    'list.focusHighlightForeground': ink,
    'quickInput.background': paper,
    'quickInput.foreground': ink,
    'quickInputList.focusBackground': band,
    'quickInputList.focusForeground': ink,
    'quickInputList.focusIconForeground': ink,
    'pickerGroup.border': rule,
    'pickerGroup.foreground': muted,
    'menu.background': paper,
    'menu.foreground': ink,
    'menu.border': ink,
    'menu.selectionBackground': band,
    'menu.selectionForeground': ink,
    'menu.separatorBackground': rule,
    'input.background': paper,
    'input.foreground': ink,
    'input.border': w0,
    'input.placeholderForeground': muted,
    'inputOption.activeBackground': band,
    'inputOption.activeBorder': ink,
    'inputOption.activeForeground': ink,
    'inputValidation.errorBackground': paper,
    'inputValidation.errorForeground': fault,
    'inputValidation.errorBorder': fault,
    'inputValidation.infoBackground': paper,
    'inputValidation.infoForeground': ink,
    'inputValidation.infoBorder': ink,
    'button.background': ink,
    'button.foreground': paper,
    'keybindingLabel.background': band,
    'keybindingLabel.foreground': ink,
    'keybindingLabel.border': rule,
    'keybindingLabel.bottomBorder': rule,
    'toolbar.hoverBackground': band,
    'problemsErrorIcon.foreground': fault,
    'problemsWarningIcon.foreground': written,
    'problemsInfoIcon.foreground': muted,
    'symbolIcon.keywordForeground': muted,
    'symbolIcon.textForeground': muted,
    'scrollbar.shadow': clear,
    'scrollbarSlider.background': `${w0}40`,
    'scrollbarSlider.hoverBackground': `${w0}66`,
    'scrollbarSlider.activeBackground': `${w0}80`,
  }
}

const bare = (colour: string): string => colour.slice(1)

/** Makes a theme anew from the page's tokens and puts it in force for all editors of the page. */
export function applyTheme(theme: ThemeName): void {
  const token = readTokens(theme)
  const name = `${LANGUAGE_ID}-${theme}`
  monaco.editor.defineTheme(name, {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    colors: colours(token),
    rules: [
      { token: '', foreground: bare(token.ink), background: bare(token.paper) },
      { token: 'mnemonic', fontStyle: 'bold' },
      { token: 'label', fontStyle: 'underline' },
      { token: 'directive', foreground: bare(token.muted) },
      { token: 'comment', foreground: bare(token.muted) },
    ],
  })
  monaco.editor.setTheme(name)
}
