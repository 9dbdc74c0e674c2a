import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'

const { editRecord, deleteRecord } = vi.hoisted(() => ({ editRecord: vi.fn(), deleteRecord: vi.fn() }))
vi.mock('@/data/edits', async (real) => ({ ...(await real<object>()), editRecord, deleteRecord }))
const { default: TemplatesDialog } = await import('./TemplatesDialog.vue')
enableAutoUnmount(afterEach)
beforeEach(async () => {
  editRecord.mockReset().mockResolvedValue(undefined)
  deleteRecord.mockReset().mockResolvedValue(undefined)
  await speak('zh-CN')
})

const one = { id: 't1', version: 3, name: '一部签约', of_kind: 'agreement', heads: ['项目名称', '签约日期'] }
async function opened() {
  mount(TemplatesDialog, { props: { open: true, templates: [one] }, attachTo: document.body })
  await vi.waitFor(() => expect(document.querySelector('[data-testid=import-template-line]')).not.toBeNull())
  const input = document.querySelector<HTMLInputElement>('input[data-testid=import-template-rename]')!
  return (text: string) => {
    input.value = text
    input.dispatchEvent(new Event('change'))
    return input.value
  }
}

it('renames a template, and never to nothing', async () => {
  const type = await opened()
  expect(document.querySelector('[data-testid=import-template-line]')?.textContent).toContain(
    '2 列：项目名称、签约日期',
  )
  expect(type(' ')).toBe('一部签约')
  expect(editRecord).not.toHaveBeenCalled()
  type('二部签约')
  expect(editRecord).toHaveBeenCalledWith('import_template', 't1', 3, { name: '二部签约' })
})

it('bins a template', async () => {
  await opened()
  document.querySelector<HTMLElement>('[data-testid=import-template-drop]')?.click()
  expect(deleteRecord).toHaveBeenCalledWith('import_template', 't1', 3, '一部签约')
})
