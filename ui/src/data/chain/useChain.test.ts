import { flushPromises } from '@vue/test-utils'
import { effectScope, ref } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'

const chains = ['biopharma', 'nev', 'elevator'].map((code) => ({ code }))
vi.mock('./calls', () => ({
  readChains: async () => chains,
  readMap: async (code: string) => ({ chain: { code } }),
}))
vi.mock('../live', () => ({ useChanged: () => undefined }))
const { useChain } = await import('./useChain')

async function shown(code?: string): Promise<string | undefined> {
  const scope = effectScope()
  const none = ref<string>()
  const { map } = scope.run(() => useChain(ref(code), none, none))!
  await flushPromises()
  scope.stop()
  return map.value?.chain.code
}

beforeEach(() => localStorage.clear())

it('comes back to the chain that was looked at last', async () => {
  expect(await shown()).toBe('biopharma')
  expect(await shown('elevator')).toBe('elevator')
  expect(await shown()).toBe('elevator')
  localStorage.setItem('suoji.chain', 'gone')
  expect(await shown()).toBe('biopharma')
})
