import { beforeEach, expect, it, vi } from 'vitest'

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  vi.resetModules()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})

it('exchanges the one-time token once, hides it, and sends the key with every call', async () => {
  history.replaceState(null, '', '/#token=one-time')
  const fetched = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((path) =>
    Promise.resolve(path === '/session' ? answer(200, { session: 'key' }) : answer(200, { kinds: [] })),
  )
  vi.stubGlobal('fetch', fetched)
  const { call } = await import('./index')
  await call('kinds', {})
  await call('kinds', {})
  expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/session', '/call/kinds', '/call/kinds'])
  const headers = fetched.mock.calls[1]?.[1]?.headers as Record<string, string>
  expect(headers.authorization).toBe('Bearer key')
  expect(location.hash).toBe('')
  expect(sessionStorage.getItem('suoji.session')).toBe('key')
})

it('turns a refusal into a fault, and anything else into "unreachable"', async () => {
  const { call } = await import('./index')
  vi.stubGlobal('fetch', () => Promise.resolve(answer(409, { code: 'stale', params: { person: '李四' } })))
  await expect(call('undo', {})).rejects.toMatchObject({
    fault: { code: 'stale', params: { person: '李四' } },
  })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
  await expect(call('undo', {})).rejects.toMatchObject({ fault: { code: 'unreachable' } })
})
