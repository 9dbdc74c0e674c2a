import { expect, it } from 'vitest'
import { FaultError, toFault, type Fault } from '@/bridge'
import { onlyFirst, sendFile } from './files'
import { notices } from './notices'

const refused = (size: number, code: Fault['code']) => {
  const file = new File(['甲'], '大.json')
  Object.defineProperty(file, 'size', { value: size })
  const sent = sendFile(file, () => Promise.reject(new FaultError({ code, params: {} })))
  return sent.then(
    () => undefined,
    (thrown: unknown) => toFault(thrown),
  )
}

it('a file larger than the host takes is called so; other refusals stay as they are', async () => {
  expect(await refused(90_000_000, 'bad_request')).toMatchObject({
    code: 'file_too_large',
    params: { file: '大.json', detail: '90 MB' },
  })
  expect(await refused(90_000_000, 'file_encrypted')).toMatchObject({ code: 'file_encrypted' })
  expect(await refused(1_000, 'bad_request')).toMatchObject({ code: 'bad_request' })
})

it('a file of more bytes than are ever taken is not even read', async () => {
  const file = new File(['甲'], '大.json')
  const sent = sendFile(file, () => Promise.resolve('read'), 'file_too_large', 2)
  await expect(sent).rejects.toMatchObject({ fault: { code: 'file_too_large' } })
  expect(await sendFile(file, () => Promise.resolve('read'), 'file_too_large', 3)).toBe('read')
})

it('says that of several files only one is used where only one can be', () => {
  const files = ['甲.xlsx', '乙.xlsx', '丙.xlsx'].map((name) => new File([], name))
  expect(onlyFirst(files.slice(0, 1))?.name).toBe('甲.xlsx')
  expect(notices.value).toEqual([])
  expect(onlyFirst(files)).toBe(files[0])
  expect(notices.value[0]?.text).toEqual({
    key: 'ui.file.only_first',
    params: { file: '甲.xlsx', count: 2 },
  })
})
