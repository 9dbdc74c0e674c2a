import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'

const asked: [string, unknown][] = []
const file = { path: '/甲/backups/甲-1.db', at: '2026-11-27T08:00:00Z', bytes: 4096 }
vi.mock('@/bridge', async (original) => ({
  ...(await original<typeof import('@/bridge')>()),
  call: (name: string, request: { passphrase?: string }) => {
    asked.push([name, request])
    if (name === 'backups')
      return Promise.resolve({ files: [file, { ...file, path: '/乙-1.db', other: '乙' }] })
    if (name === 'restore_backup' && !request.passphrase)
      return Promise.reject(Object.assign(new Error('locked'), { code: 'desk_locked', params: {} }))
    return Promise.resolve(name === 'restore_backup' ? { safety_copy: '/甲/甲.old.db' } : { state: 'open' })
  },
}))
const { default: GateBackups } = await import('./GateBackups.vue')

beforeEach(() => speak('zh-CN'))

it('restores a backup of this file, asking for its passphrase when it has one', async () => {
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
  const restored = asked.findLast(([name]) => name === 'restore_backup')
  expect(restored?.[1]).toEqual({ path: file.path, passphrase: '一二三四' })
  expect(asked.some(([name]) => name === 'desk_status')).toBe(true)
})
