import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const restoreBackup = vi.fn()
const backUp = vi.fn()
const rehearse = vi.fn()
const backup = {
  path: '/backups/desk-20260102-030405.db',
  at: '2026-01-02T03:04:05Z',
  bytes: 4096,
  plain: true,
}
vi.mock('@/data/desk', async () => {
  const { shallowRef } = await import('vue')
  return { deskStatus: shallowRef({ path: '/desk.db', encrypted: true }), refreshDesk: async () => {} }
})
vi.mock('@/data/undo', () => ({ refreshUndo: async () => {} }))
vi.mock('@/data/files', () => ({ backUp, listBackups: async () => [backup], restoreBackup }))
vi.mock('@/data/safety', () => ({ rehearse }))
const { default: SettingsBackups } = await import('./SettingsBackups.vue')

const at = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
async function restore() {
  at('restore-run')!.click()
  await flushPromises()
}

let page: ReturnType<typeof mount>
beforeEach(async () => {
  document.body.innerHTML = ''
  restoreBackup.mockReset().mockResolvedValue({})
  page = mount(SettingsBackups, { attachTo: document.body })
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

it('a backup that lies elsewhere is restored by its whole path', async () => {
  await page.get('[data-testid="backup-path"]').setValue(' "/stick/desk.db" ')
  await page.get('form.elsewhere').trigger('submit')
  await restore()
  expect(restoreBackup).toHaveBeenCalledWith('/stick/desk.db', undefined)
})

const rehearsal = (bad: string[]) => ({
  ok: !bad.length,
  records: 204,
  entries: 206,
  checks: ['file', 'log', 'files'].map((name) => ({ name, ok: !bad.includes(name), checked: 6 })),
})
async function click(id: string) {
  at(id)!.click()
  await flushPromises()
}

it('names a backup that the passphrase of its file does not guard', () => {
  expect(at('backup-plain')!.textContent).toBe('未加密')
})

describe('a rehearsal', () => {
  it.each([
    [[], '可以完整恢复'],
    [['files'], '记录都能完整恢复：204 条记录，206 条日志。但有附件缺失'],
    [['log', 'files'], '这个备份不能完整恢复'],
  ])('that finds fault with %s says so', async (bad, words) => {
    rehearse.mockResolvedValueOnce(rehearsal(bad))
    await click('backup-rehearse')
    await click('rehearse-run')
    expect(at('rehearsal')!.textContent).toContain(words)
  })

  it('that ends after its dialog was closed does not answer for another', async () => {
    let end: (found: unknown) => void = () => {}
    rehearse.mockReturnValueOnce(new Promise((resolve) => (end = resolve)))
    await click('backup-rehearse')
    await click('rehearse-run')
    await click('backup-restore')
    end(rehearsal([]))
    await flushPromises()
    expect(at('rehearsal')).toBeNull()
    await restore()
    expect(restoreBackup).toHaveBeenCalledWith(backup.path, undefined)
  })
})

it('says that attached files gone are in no backup', async () => {
  backUp.mockResolvedValueOnce({
    ...backup,
    records: 1,
    entries: 1,
    files: { count: 3, missing: 1, changed: 1, lost: ['合同.pdf', '照片.png'] },
  })
  await click('backup')
  expect(at('backup-lost')!.textContent).toContain('2 个附件')
  expect(at('backup-lost')!.textContent).toContain('：合同.pdf、照片.png。')
})

it('counts those that it does not name', async () => {
  backUp.mockResolvedValueOnce({
    ...backup,
    records: 1,
    entries: 1,
    files: { count: 9, missing: 3, changed: 0, lost: ['合同.pdf', '照片.png'] },
  })
  await click('backup')
  expect(at('backup-lost')!.textContent).toContain('有 3 个附件')
  expect(at('backup-lost')!.textContent).toContain('照片.png 等。')
})
