import { expect, it } from 'vitest'
import { agoText } from './ago'

const NOW = Date.parse('2026-05-20T12:00:00Z')

it.each([
  ['2026-05-20T11:59:30Z', '刚刚'],
  ['2026-05-20T11:55:00Z', '5 分钟前'],
  ['2026-05-20T09:00:00Z', '3 小时前'],
  ['2026-05-18T09:00:00Z', '前天'],
  ['not a time', 'not a time'],
])('%s is %s', (at, text) => expect(agoText(at, NOW)).toBe(text))

it.each(['2026-05-01T00:00:00Z', '2026-05-20T13:00:00Z'])('%s is told as a time', (at) =>
  expect(agoText(at, NOW)).toMatch(/2026年5月/),
)
