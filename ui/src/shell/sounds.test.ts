import { expect, it } from 'vitest'
import model from '@words/zh-CN.json'
import maps from '@/words/map.zh-CN.json'
import ui from '@/words/zh-CN.json'
import readings from './readings.json'

const sources = import.meta.glob<string>('../**/*.{ts,vue}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** Files in which actions are named from the first line on, not only where they are offered. */
const WHOLE = ['/actions.ts', '/shortcuts.ts', '/paletteActions.ts']

/** All keys that are named where a file offers actions. */
const keys = Object.entries(sources).flatMap(([file, text]) => {
  if (file.endsWith('.test.ts')) return []
  const from = WHOLE.some((one) => file.endsWith(one)) ? 0 : text.indexOf('useActions(')
  const part = from < 0 ? '' : (text.slice(from).split('</script>')[0] ?? '')
  return [...part.matchAll(/'([\w.]+)'/g)].map((one) => one[1] ?? '')
})

function worded(key: string): string {
  if (!key.startsWith('ui.')) return (maps as Record<string, string>)[key] ?? ''
  const found = key
    .slice(3)
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], ui)
  return typeof found === 'string' ? found : ''
}

it('knows the sounds of all signs in the names of pages and actions', () => {
  const settings = Object.entries(ui.settings).filter(([name]) =>
    /^(window|passphrase|backups|verify|language|(theme|density)(_\w+)?)$/.test(name),
  )
  const names = [
    ...keys.map(worded),
    ...Object.values(model.kind),
    ...Object.values(model.kinds),
    ...settings.map(([, text]) => text as string),
  ]
  expect(names.filter(Boolean).length).toBeGreaterThan(100)
  const known = new Set(Object.values(readings).join(''))
  const unknown = [...names.join('')].filter((one) => /\p{Script=Han}/u.test(one) && !known.has(one))
  expect([...new Set(unknown)].join('')).toBe('')
})
