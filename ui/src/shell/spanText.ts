import { ofLanguage } from '@/words'

const HOUR = 60
const DAY = 24 * HOUR

const formats = ofLanguage((now) => (unit: 'minute' | 'hour' | 'day') => {
  return new Intl.NumberFormat(now, { style: 'unit', unit, unitDisplay: 'long' })
})

/** A span of time in its largest unit of which there are two: 90 minutes, 30 hours, 3 days. */
export function spanText(minutes: number): string {
  const [unit, length] =
    minutes >= 2 * DAY
      ? (['day', DAY] as const)
      : minutes >= 2 * HOUR
        ? (['hour', HOUR] as const)
        : (['minute', 1] as const)
  const text = formats()(unit).format(Math.round(minutes / length))
  return text.replace(/^([\d,]+)(?=[^\d,\s])/, '$1 ')
}
