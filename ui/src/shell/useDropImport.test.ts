import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref } from 'vue'
import { handed } from '@/data/files'
import { route } from '@/data/route'
import { useDropImport } from './useDropImport'

it('hands all files that are dropped on any page to the import', () => {
  const page = mount({ setup: () => useDropImport(ref(true)), template: '<i />' })
  const files = [new File([], '一月.xlsx'), new File([], '二月.xlsx')]
  const event = new Event('drop', { cancelable: true })
  window.dispatchEvent(Object.assign(event, { dataTransfer: { types: ['Files'], files } }))
  expect(handed.value?.map((one) => one.name)).toEqual(['一月.xlsx', '二月.xlsx'])
  expect(route.value.page).toBe('import')
  expect(event.defaultPrevented).toBe(true)
  page.unmount()
})
