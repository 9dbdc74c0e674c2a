import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { createWizard, type ImportReport } from '@/data/import'
import { speak } from '@/words'
import StepRepeats from './StepRepeats.vue'

enableAutoUnmount(afterEach)

it('decides for the rows alike that nobody decided, and leaves the others', async () => {
  await speak('zh-CN')
  const wizard = createWizard()
  vi.spyOn(wizard, 'recheck').mockReturnValue()
  const duplicates = [2, 3, 4].map((row) => ({
    sheet: '签约',
    row,
    kind: 'project',
    of_this_file: false,
    level: 'L3',
    reason: 'duplicate_project',
    decision: 'ask',
  }))
  wizard.report.value = { tables: [], problems: [], duplicates } as unknown as ImportReport
  wizard.said.decisions['3 签约'] = 'new'
  wizard.said.decisions['2 签约'] = 'update'
  const page = mount(StepRepeats, { props: { wizard }, attachTo: document.body })
  const alike = page.get('[data-testid="import-alike"]')
  expect(alike.text()).toBe('其余 1 行同类也按“更新”处理')
  await alike.trigger('click')
  expect(wizard.said.decisions).toEqual({ '2 签约': 'update', '3 签约': 'new', '4 签约': 'update' })
  expect(page.find('[data-testid="import-alike"]').exists()).toBe(false)
  expect((document.activeElement as HTMLElement).dataset.testid).toBe('import-decide-update')
})

it.each(['duplicate_voucher', 'duplicate_project'])(
  'calls no row of the file a record, %s',
  async (reason) => {
    await speak('zh-CN')
    const wizard = createWizard()
    const of_this_file = true
    const duplicates = [
      { sheet: '到资', row: 8, kind: 'payment', of_this_file, level: 'L1', reason, decision: 'ask' },
    ]
    wizard.report.value = { tables: [], problems: [], duplicates } as unknown as ImportReport
    const page = mount(StepRepeats, { props: { wizard } })
    expect(page.get('.pane').text()).toContain('同一')
    expect(page.get('.pane').text()).not.toContain('已有')
  },
)
