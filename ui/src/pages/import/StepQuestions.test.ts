import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { createWizard, type ImportQuestion } from '@/data/import'
import { speak } from '@/words'
import { mayBe } from './asked'
import StepQuestions from './StepQuestions.vue'

it.each([
  ['year', '2026', true],
  ['year', 'abc', false],
  ['year', '26', false],
  ['year', '1890', false],
  ['rate', '7.1305', true],
  ['rate', '0', false],
  ['rate', '七', false],
  ['unit', '万元', true],
])('of a %s, %s may be: %s', (what, text, may) => expect(mayBe(what, text)).toBe(may))

it('takes no year that is none, and says so', async () => {
  await speak('zh-CN')
  const wizard = createWizard()
  const question = { key: 'year:签约.xlsx', reason: 'year_unknown', examples: [], choices: [], rows: 3 }
  Object.assign(wizard, { questions: shallowRef([question as unknown as ImportQuestion]) })
  vi.spyOn(wizard, 'reread').mockReturnValue()
  const page = mount(StepQuestions, { props: { wizard } })
  const input = page.get('input')
  await input.setValue('26')
  await input.trigger('change')
  expect(wizard.said.answers).toEqual({})
  expect(page.get('[role="alert"]').text()).toBe('请填四位数的年份，如 2026。')
  await input.setValue('2026')
  await input.trigger('change')
  expect(wizard.said.answers).toEqual({ 'year:签约.xlsx': '2026' })
  expect(page.find('[role="alert"]').exists()).toBe(false)
})

it('takes as an answer that no choice is meant, and asks no more', async () => {
  await speak('zh-CN')
  const wizard = createWizard()
  const question = {
    key: 'choice:project.promotion_method:领导带队',
    reason: 'choice_unknown',
    examples: ['领导带队'],
    choices: ['via_chain'],
    rows: 1,
  }
  Object.assign(wizard, { questions: shallowRef([question as unknown as ImportQuestion]) })
  vi.spyOn(wizard, 'reread').mockReturnValue()
  const page = mount(StepQuestions, { props: { wizard } })
  await page.get(`[data-testid="import-answer-${question.key}-blank"]`).trigger('click')
  expect(wizard.said.answers).toEqual({ [question.key]: 'blank' })
})

it('says of a file read by a template that its answers were remembered, and not seen in the file', async () => {
  await speak('zh-CN')
  const wizard = createWizard()
  const tables = shallowRef([{ key: '10月', sheet: '10月', template: '招商一部签约', columns: [] }])
  Object.assign(wizard, { questions: shallowRef([]), current: shallowRef(true), tables })
  const said = mount(StepQuestions, { props: { wizard } }).text()
  expect(said).toContain('按模板“招商一部签约”里记着的读')
  expect(said).not.toContain('都能从文件里看出来')
})

it('asks in English for a unit by its English name, such texts between quotation marks', async () => {
  await speak('en')
  const wizard = createWizard()
  const question = {
    key: 'unit:利用资金',
    reason: 'amount_unit_unknown',
    head: '利用资金',
    sheet: 'Sheet1',
    examples: ['9800', '5000'],
    choices: ['元', '万元', '亿元', '万美元'],
    rows: 3,
  }
  Object.assign(wizard, { questions: shallowRef([question as unknown as ImportQuestion]) })
  const page = mount(StepQuestions, { props: { wizard } })
  expect(page.findAll('label').map((one) => one.text())).toEqual(['yuan', '10k yuan', '100m yuan', '10k USD'])
  expect(page.get('.where').text()).toContain('such as “9800”, “5000”')
})
