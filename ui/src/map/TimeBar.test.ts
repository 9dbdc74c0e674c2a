import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import Select from '@/kit/Select.vue'
import { madeScene } from './testing/made'
import TimeBar from './TimeBar.vue'
import { useMap } from './useMap'

function made(
  year: number | undefined,
  against: number | undefined,
  told: { at: string | null; since: string | null }[] = [],
) {
  const scene = madeScene(5, 12, 0, 1)
  const segments = scene.segments.map((one, at) => (at < 3 ? { ...one, changed: 'better' as const } : one))
  const state = useMap(shallowRef({ ...scene, segments }))
  return mount(TimeBar, { props: { state, years: [2025, 2024, 2023], told, year, against } })
}

it('tells each kind of change with its corner', () => {
  const bar = made(undefined, 2024)
  const told = bar.get('[data-testid=map-tally]')
  expect(told.findAll('svg.better')).toHaveLength(1)
  expect(told.findAll('svg')).toHaveLength(1)
  expect(told.text()).toBe('time.better')
  bar.unmount()
})

it('is compared with earlier years only', async () => {
  const bar = made(2025, 2024)
  const years = () =>
    bar
      .getComponent(Select)
      .props('options')
      .slice(1)
      .map((one: { value: string }) => one.value)
  expect(years()).toEqual(['2024', '2023'])
  await bar.get('[data-testid=map-year]').setValue('2024')
  await nextTick()
  expect(bar.emitted('update:against')).toEqual([[undefined]])
  bar.unmount()
})

it('says plainly that nothing is on record before the first of them', () => {
  const notice = (at: string | null, since: string | null) => {
    const bar = made(2024, undefined, [{ at, since }])
    const found = bar.find('[data-testid=map-early]')
    const text = found.exists() ? found.text() : undefined
    bar.unmount()
    return text
  }
  expect(notice('2024-12-31', '2026-11-26')).toBe('time.early')
  expect(notice('2024-12-31', null)).toBe('time.early_none')
  expect(notice('2024-12-31', '2024-03-01')).toBeUndefined()
  expect(notice(null, null)).toBeUndefined()
})
