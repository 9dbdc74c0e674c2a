import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ImportReport } from '@/bridge'
import { createWizard } from '@/data/import'
import { notices } from '@/data/notices'
import { speak, t } from '@/words'
import ImportDone from './ImportDone.vue'

beforeEach(() => speak('zh-CN'))

it('says what became of the rows that were not taken', async () => {
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  URL.createObjectURL = () => 'blob:'
  URL.revokeObjectURL = () => undefined
  const wizard = createWizard()
  const rejected_file = { file_name: '台账_未导入.xlsx', rows: 2, data: btoa('甲'.length.toString()) }
  wizard.result.value = {
    created: 1,
    updated: 0,
    rejected: 2,
    tables: [],
    rejected_file,
  } as unknown as ImportReport
  await mount(ImportDone, { props: { wizard } }).get('[data-testid="import-save-rejected"]').trigger('click')
  expect(click).toHaveBeenCalledTimes(1)
  const said = notices.value[0]?.text
  expect(t(said?.key ?? '', said?.params)).toBe('已导出 2 条：台账_未导入.xlsx，在浏览器的下载文件夹里')
})
