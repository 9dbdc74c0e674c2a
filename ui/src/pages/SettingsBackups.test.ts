import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const restoreBackup = vi.fn()
const backup = { path: '/backups/desk-20260102-030405.db', at: '2026-01-02T03:04:05Z', bytes: 4096 }
vi.mock('@/data/desk', () => ({ deskStatus: { value: { path: '/desk.db' } }, refreshDesk: async () => {} }))
vi.mock('@/data/undo', () => ({ refreshUndo: async () => {} }))
vi.mock('@/data/files', () => ({ backUp: vi.fn(), listBackups: async () => [backup], restoreBackup }))
const { default: SettingsBackups } = await import('./SettingsBackups.vue')

const at = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
async function restore() {
  at('restore-run')!.click()
  await flushPromises()
}

beforeEach(async () => {
  document.body.innerHTML = ''
  restoreBackup.mockReset().mockResolvedValue({})
  const page = mount(SettingsBackups, { attachTo: document.body })
  await flushPromises()
  await page.get('[data-testid="backup-restore"]').trigger('click')
  await flushPromises()
})

describe('the passphrase of a backup', () => {
  it('is not asked for where the backup is plain', async () => {
    expect(at('restore-passphrase')).toBeNull()
    await restore()
    expect(restoreBackup).toHaveBeenCalledWith(backup.path, undefined)
    expect(at('restore-run')).toBeNull()
  })

  it('is asked for once the backup turns out to be encrypted', async () => {
    restoreBackup.mockRejectedValueOnce({ code: 'desk_locked', params: {} })
    await restore()
    const box = at('restore-passphrase') as HTMLInputElement
    expect(document.querySelector('[role="alert"]')).toBeNull()
    box.value = '芝麻开门'
    box.dispatchEvent(new Event('input'))
    await restore()
    expect(restoreBackup).toHaveBeenLastCalledWith(backup.path, '芝麻开门')
  })
})
