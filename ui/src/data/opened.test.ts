import { expect, it, vi } from 'vitest'

const call = vi.hoisted(() => vi.fn())
vi.mock('@/bridge', async (original) => ({ ...(await original<object>()), call }))

const { opening, recentRecords } = await import('./opened')

it('the last records are asked for when the one being opened is among them', async () => {
  call.mockResolvedValue({ items: [] })
  let end: (value?: unknown) => void = () => undefined
  opening(new Promise((done) => (end = done)))
  const recent = recentRecords()
  await new Promise((done) => setTimeout(done))
  expect(call).not.toHaveBeenCalled()
  end()
  await recent
  expect(call).toHaveBeenCalledWith('recent', {})
  opening(Promise.reject(new Error('gone')))
  await expect(recentRecords()).resolves.toEqual([])
})
