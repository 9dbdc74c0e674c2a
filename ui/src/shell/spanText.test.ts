import { expect, it } from 'vitest'
import { spanText } from './spanText'

it('says a span in its largest unit of which there are two', () => {
  const said = [10, 119, 120, 47 * 60 + 59, 48 * 60, 3 * 24 * 60 - 1, 366 * 24 * 60].map(spanText)
  expect(said).toEqual(['10 分钟', '119 分钟', '2 小时', '48 小时', '2 天', '3 天', '366 天'])
})
