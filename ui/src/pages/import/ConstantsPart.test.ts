import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import type { ImportTable, Wizard } from '@/data/import'
import ConstantsPart from './ConstantsPart.vue'

enableAutoUnmount(afterEach)

const PATH = 'agreement.responsible_unit'
const table = { key: '签约', columns: [{ column: 'A', field: 'project.name' }] } as unknown as ImportTable
const groups = [
  {
    label: '合同',
    options: [
      { value: PATH, label: '责任单位' },
      { value: 'project.name', label: '项目名称' },
    ],
  },
]
function shown(constants: Record<string, string>) {
  const said = reactive({ mappings: { 签约: { columns: [], skip: false, constants } } as object, marks: {} })
  const wizard = { said, reread: vi.fn() } as unknown as Wizard & { reread: ReturnType<typeof vi.fn> }
  const wrapper = mount(ConstantsPart, { props: { wizard, table, groups }, attachTo: document.body })
  const told = () => wizard.said.mappings['签约']?.constants ?? {}
  return { wrapper, wizard, told }
}

it('tells every row what is written here', async () => {
  const { wrapper, wizard, told } = shown({ [PATH]: '招商一局' })
  const input = wrapper.get<HTMLInputElement>(`input`)
  expect(input.element.value).toBe('招商一局')
  await input.setValue(' 招商二局 ')
  await input.trigger('change')
  expect(told()).toEqual({ [PATH]: '招商二局' })
  expect(wizard.reread).toHaveBeenCalledTimes(1)
})

it('takes a line away by the button beside it', async () => {
  const { wrapper, wizard, told } = shown({ [PATH]: '招商一局' })
  await wrapper.get(`[data-testid="import-constant-drop-${PATH}"]`).trigger('click')
  expect(told()).toEqual({})
  expect(wrapper.findAll('[data-testid=import-constant]')).toHaveLength(0)
  expect(wizard.reread).toHaveBeenCalledTimes(1)
})

it('forgets what was written in a line that was taken away', async () => {
  const { wrapper, wizard } = shown({ [PATH]: '招商一局' })
  await wrapper.get('input').setValue('招商二局')
  await wrapper.get(`[data-testid="import-constant-drop-${PATH}"]`).trigger('click')
  wizard.said.mappings['签约']!.constants = { [PATH]: '招商三局' }
  await wrapper.vm.$nextTick()
  expect(wrapper.get<HTMLInputElement>('input').element.value).toBe('招商三局')
})

it('reads nothing again where nothing was said', async () => {
  const { wrapper, wizard } = shown({ [PATH]: '招商一局' })
  await wrapper.get('input').trigger('change')
  expect(wizard.reread).not.toHaveBeenCalled()
})
