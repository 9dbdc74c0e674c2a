import { expect, it, vi } from 'vitest'

const call = vi.hoisted(() => vi.fn())
vi.mock('@/bridge', async (original) => ({ ...(await original<object>()), call }))

const { codeOfName, codesKnown, nameOfCode } = await import('./codes')

it('shows a code by the name it stands for, once that is known, and reads the name back', async () => {
  call.mockResolvedValue({ rows: [{ values: { code: 'nev', name: '新能源汽车' } }] })
  expect(nameOfCode('chain', 'nev')).toBe('nev')
  await vi.waitFor(() => expect(codesKnown()).toBe(1))
  expect(nameOfCode('chain', 'nev')).toBe('新能源汽车')
  expect(nameOfCode('chain', 'unheard')).toBe('unheard')
  expect(codeOfName('chain', '新能源汽车')).toBe('nev')
  expect(codeOfName('chain', '别的')).toBe('别的')
  expect(call).toHaveBeenCalledTimes(1)
  expect(nameOfCode(undefined, 'nev')).toBe('nev')
})
