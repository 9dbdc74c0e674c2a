import { beforeEach, expect, it, vi } from 'vitest'

const calls: { key: string; value: string }[] = []
const settings: Record<string, string> = {}
vi.mock('@/bridge', () => ({
  call: (name: string, request: { key: string; value: string }) => {
    if (name === 'settings') return Promise.resolve({ settings })
    calls.push(request)
    return Promise.resolve({})
  },
}))

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  calls.length = 0
  for (const name of Object.keys(settings)) delete settings[name]
})

it('writes what is typed at the next pause, and only the last of it', async () => {
  const { keepDraft } = await import('./drafts')
  keepDraft('agreement/1/no', { text: '2', seen: 5 })
  keepDraft('agreement/1/no', { text: '23', seen: 5 })
  expect(calls).toEqual([])
  vi.advanceTimersByTime(500)
  expect(calls).toEqual([{ key: 'draft/agreement/1/no', value: '{"text":"23","seen":5}' }])
})

it('writes at once when the window goes', async () => {
  const { keepDraft } = await import('./drafts')
  keepDraft('agreement/1/no', { text: '2', seen: 5 })
  window.dispatchEvent(new Event('pagehide'))
  expect(calls).toHaveLength(1)
})

it('finds what an earlier window left, and forgets it in the file too', async () => {
  settings['draft/agreement/1/no'] = '{"text":"23","seen":5}'
  settings['draft/agreement/1/broken'] = '{'
  settings.language = 'en'
  const { allDrafts, draftOf, dropDraft, loadDrafts } = await import('./drafts')
  await loadDrafts()
  expect(Object.keys(allDrafts.value)).toEqual(['agreement/1/no'])
  expect(draftOf('agreement/1/no')).toEqual({ text: '23', seen: 5 })
  dropDraft('agreement/1/no')
  vi.advanceTimersByTime(1)
  expect(allDrafts.value).toEqual({})
  expect(calls).toEqual([{ key: 'draft/agreement/1/no', value: '' }])
})
