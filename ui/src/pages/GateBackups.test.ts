import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'

const restoreBackup = vi.fn()
const refreshDesk = vi.fn()
const file = { path: '/甲/backups/甲-1.db', at: '2026-11-27T08:00:00Z', bytes: 4096, plain: false }
vi.mock('@/data/desk', () => ({ refreshDesk }))
vi.mock('@/data/files', () => ({
  listBackups: async () => [file, { ...file, path: '/乙-1.db', other: '乙' }],
  restoreBackup,
}))
const { default: GateBackups } = await import('./GateBackups.vue')

beforeEach(() => speak('zh-CN'))

it('restores a backup of this file, asking for its passphrase when it has one', async () => {
  restoreBackup.mockRejectedValueOnce({ code: 'desk_locked', params: {} }).mockResolvedValueOnce({})
  const page = mount(GateBackups)
  await flushPromises()
  const found = page.findAll('[data-testid="gate-restore"]')
  expect(found).toHaveLength(1)
  await found[0]?.trigger('click')
  await page.find('form').trigger('submit')
  await flushPromises()
  const box = page.find('[data-testid="gate-restore-passphrase"]')
  expect(box.exists()).toBe(true)
  await box.setValue('一二三四')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(restoreBackup).toHaveBeenLastCalledWith(file.path, '一二三四')
  expect(refreshDesk).toHaveBeenCalledOnce()
})
