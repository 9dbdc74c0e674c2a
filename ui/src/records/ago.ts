import { ofLanguage, t, timeText } from '@/words'

/** A space between a number and the sign that follows it, as everywhere in the window. */
const spaced = (text: string) => text.replace(/^(\d+)(?=[^\d\s])/, '$1 ')

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number, below: number][] = [
  ['minute', 60, 60],
  ['hour', 3600, 24],
  ['day', 86_400, 7],
]

const formats = ofLanguage((now) => new Intl.RelativeTimeFormat(now, { numeric: 'auto' }))

/** How long ago something was, for a week; then when it was. */
export function agoText(at: string, now = Date.now()): string {
  const seconds = (now - new Date(at).getTime()) / 1000
  // A clock that was set back makes past things future; then only the time itself is true.
  if (Number.isNaN(seconds) || seconds < -60) return timeText(at)
  if (seconds < 60) return t('ui.just_now')
  for (const [unit, length, below] of STEPS) {
    const count = Math.floor(seconds / length)
    if (count < below) return spaced(formats().format(-count, unit))
  }
  return timeText(at)
}
