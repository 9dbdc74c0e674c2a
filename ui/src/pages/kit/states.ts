/** A control, as opposed to the words and pictures in it. */
const CONTROL = 'button, input, textarea, a, [tabindex]'
const UNDER = `${CONTROL}, label, tr`
const STATES: readonly [RegExp, string][] = [
  [/:hover/g, `:is([data-show~="hover"] :is(${UNDER}))`],
  [/:active/g, `:is([data-show~="active"] :is(${CONTROL}))`],
  [/:focus-within/g, ':is([data-show~="within"] *)'],
  [/:focus-visible/g, `:is([data-show~="focus"] :is(${CONTROL}))`],
  [/:focus(?!-)/g, `:is([data-show~="focus"] :is(${CONTROL}))`],
]

/** The selector that shows within `data-show` what the given one shows under mouse and keyboard. */
export function shownAs(selector: string): string | undefined {
  const next = STATES.reduce((text, [state, shown]) => text.replace(state, shown), selector)
  return next === selector ? undefined : next
}

function* rules(list: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of list) {
    if (rule instanceof CSSStyleRule) yield rule
    else if (rule instanceof CSSMediaRule && matchMedia(rule.conditionText).matches)
      yield* rules(rule.cssRules)
  }
}

/**
 * Lets a page show hovered, pressed and focused controls side by side: the rules for these states are
 * copied for everything inside `data-show="hover"`, `active`,
 * `focus` or, where the box around a control shows its focus, `within`. Returns what takes them away.
 */
export function showStates(): () => void {
  const sheet = new CSSStyleSheet()
  for (const one of document.styleSheets)
    for (const rule of rules(one.cssRules)) {
      const selector = shownAs(rule.selectorText)
      if (selector) sheet.insertRule(`${selector} { ${rule.style.cssText} }`, sheet.cssRules.length)
    }
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}
