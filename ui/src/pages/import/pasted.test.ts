import { expect, it } from 'vitest'
import { pasted } from './pasted'

const text = async (clip: { text?: string; html?: string }) => pasted({ text: '', html: '', ...clip })?.text()

it('a table copied from a spreadsheet is a file to import', async () => {
  expect(await text({ text: '项目\t金额\r\n甲\t1,200\r\n"乙\n二期"\t3\r\n' })).toBe(
    '项目,金额\n甲,"1,200"\n"乙\n二期",3\n',
  )
})

it('one cell, one line or plain words are none', async () => {
  expect(await text({ text: '甲公司' })).toBeUndefined()
  expect(await text({ text: '甲\t乙' })).toBeUndefined()
  expect(await text({ text: '甲\n乙\n丙' })).toBeUndefined()
})

it('the name says no year, which would be taken for that of the ledger', () => {
  expect(pasted({ text: 'a\tb\nc\td', html: '' })?.name).not.toMatch(/\d/)
})
