import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ImportReport, LedgerPreview } from '@/bridge'
import { goImport, useWizard } from '@/data/import'
import { go } from '@/data/route'
import { speak } from '@/words'
import ImportPage from '../ImportPage.vue'

vi.mock('@/bridge', async (real) => ({
  ...(await real<object>()),
  call: vi.fn(async () => ({ templates: [], imports: [] })),
}))
const wizard = useWizard()
beforeEach(async () => {
  await speak('zh-CN')
  wizard.reset()
  go({ page: 'import' })
})

it('begins another import where one is done', async () => {
  wizard.result.value = { created: 1, updated: 0, rejected: 0, tables: [] } as unknown as ImportReport
  mount(ImportPage)
  goImport()
  await vi.waitFor(() => expect(wizard.result.value).toBeUndefined())
})

it('asks before it lets go of what was said about a file', async () => {
  wizard.file.value = new File([], '杂.xlsx')
  wizard.preview.value = { sheets: [], tables: [], ledgers: [], templates: [] } as unknown as LedgerPreview
  wizard.said.answers['year:签约'] = '2026'
  vi.spyOn(wizard, 'saidAny').mockReturnValue(true)
  mount(ImportPage, { attachTo: document.body })
  goImport()
  await vi.waitFor(() => expect(document.querySelector('[data-testid="import-leave"]')).not.toBeNull())
  expect(wizard.file.value).toBeDefined()
})
