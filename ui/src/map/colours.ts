import { watch } from 'vue'
import { isDark } from '@/data/settings'
import { DARK, LIGHT, type Palette } from './draw/palette'

/** The colours of the drawing as CSS variables, so that what stands around it has the same. */
function cssColours(palette: Palette): Record<string, string> {
  const all: Record<string, string> = {
    '--map-page': palette.page,
    '--map-card': palette.card,
    '--map-line': palette.line,
    '--map-ink': palette.ink,
    '--map-ink-2': palette.ink2,
    '--map-ink-3': palette.ink3,
    '--map-ours': palette.ours,
    '--map-target': palette.target,
    '--map-in': palette.incoming,
    '--map-out': palette.outgoing,
    '--map-hatch': palette.hatch,
    '--map-on-mark': palette.onMark,
  }
  for (const [state, { mark, fill, ink }] of Object.entries(palette.states)) {
    all[`--map-${state}`] = mark
    all[`--map-${state}-fill`] = fill
    all[`--map-${state}-ink`] = ink
  }
  return all
}

// They are values of the root: WebKit keeps the styles of what stands under an element with
// values of its own anew for each such element, until the program ends.
watch(
  isDark,
  (dark) => {
    for (const [name, colour] of Object.entries(cssColours(dark ? DARK : LIGHT)))
      document.documentElement.style.setProperty(name, colour)
  },
  { immediate: true, flush: 'sync' },
)
