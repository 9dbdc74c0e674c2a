import { expect, it } from 'vitest'
import { drawPlot, startPlot, type Series } from './plot'

/** What is drawn of some bars. */
function drawn(sideways: boolean, texts: string[], width = 320) {
  const place = document.createElement('div')
  Object.defineProperties(place, { clientWidth: { value: width }, clientHeight: { value: 120 } })
  document.body.append(place)
  const chart = startPlot(place)
  const bars: Series = { name: '数', as: 'bar', values: [3, 0], texts }
  drawPlot(chart, ['甲', '乙'], [bars], sideways)
  const { grid, xAxis, yAxis, series } = chart.getOption() as Record<string, Record<string, unknown>[]>
  return {
    grid: grid?.[0],
    axis: xAxis?.[0],
    names: yAxis?.[0]?.axisLabel as { width: number },
    data: series?.[0]?.data as Record<string, unknown>[],
  }
}

it('leaves room for the longest text beside bars that lie, and no more', () => {
  const short = Number(drawn(true, ['3', '0']).grid?.right)
  const long = Number(drawn(true, ['1,234 个 · 12,345.67 亿元', '0']).grid?.right)
  expect(short).toBeLessThan(30)
  expect(long).toBeGreaterThan(132)
})

it('draws bars that lie as long as there is room', () => {
  expect(drawn(true, ['3', '0']).axis?.max).toBe('dataMax')
})

it.each([true, false])('draws no mark of nothing', (sideways) => {
  expect(drawn(sideways, ['3', '0']).data.map((one) => one.itemStyle)).toEqual([undefined, { opacity: 0 }])
})

it('gives way with names before amounts where there is little room', () => {
  const amount = '18 · 4.304 bn yuan'
  const names = (width: number) => drawn(true, [amount, '0'], width).names.width
  const { grid } = drawn(true, [amount, '0'])
  expect(names(600)).toBe(132)
  expect(names(260)).toBeLessThan(260 - Number(grid?.right) - 28)
})
