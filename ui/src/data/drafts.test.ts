import { beforeEach, expect, it, vi } from 'vitest'

const calls: { key: string; value: string }[] = []
const settings: Record<string, string> = {}
vi.mock('@/bridge', () => ({
  call: (name: string, request: { key: string; value: string }) => {
    if (name === 'settings') return Promise.resolve({ settings })
    calls.push(request)
    return new Promise((resolve) => setTimeout(resolve, 10))
  },
}))

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  calls.length = 0
  sessionStorage.clear()
  for (const name of Object.keys(settings)) delete settings[name]
})

it('writes the first letter at once, and what came meanwhile as one', async () => {
  const { keepDraft } = await import('./drafts')
  const typed = (text: string) => keepDraft('agreement/1/no', { text, seen: 5 })
  typed('2')
  expect(calls.map((one) => one.value)).toEqual(['{"text":"2","seen":5}'])
  typed('20')
  typed('202')
  await vi.advanceTimersByTimeAsync(50)
  expect(calls.map((one) => one.value)).toEqual(['{"text":"2","seen":5}', '{"text":"202","seen":5}'])
})

it('writes at once what waits when the window goes', async () => {
  const { keepDraft } = await import('./drafts')
  keepDraft('agreement/1/no', { text: '2', seen: 5 })
  keepDraft('agreement/1/no', { text: '23', seen: 5 })
  window.dispatchEvent(new Event('pagehide'))
  expect(calls.at(-1)).toEqual({ key: 'draft/agreement/1/no', value: '{"text":"23","seen":5}' })
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
  expect(allDrafts.value).toEqual({})
  expect(calls).toEqual([{ key: 'draft/agreement/1/no', value: '' }])
})

it('knows after a reload what the file did not have yet', async () => {
  settings['draft/agreement/1/no'] = '{"text":"2","seen":5}'
  settings['draft/agreement/1/given up'] = '{"text":"x","seen":5}'
  const before = await import('./drafts')
  await before.loadDrafts()
  before.keepDraft('agreement/1/no', { text: '23', seen: 5 })
  before.dropDraft('agreement/1/given up')
  // The page goes before any answer; the next one reads the file as it was.
  vi.resetModules()
  calls.length = 0
  const after = await import('./drafts')
  await after.loadDrafts()
  expect(after.allDrafts.value).toEqual({ 'agreement/1/no': { text: '23', seen: 5 } })
  await vi.advanceTimersByTimeAsync(50)
  expect(calls).toContainEqual({ key: 'draft/agreement/1/no', value: '{"text":"23","seen":5}' })
  expect(calls).toContainEqual({ key: 'draft/agreement/1/given up', value: '' })
  expect(sessionStorage.getItem('suoji.drafts')).toBe('{}')
})
