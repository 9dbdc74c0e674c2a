import { beforeEach, expect, it } from 'vitest'
import { speak } from '@/words'
import { stepText } from './stepText'

beforeEach(() => speak('zh-CN'))

it('names what a step was about', () => {
  expect(stepText({ intent: 'import', count: 378, made: [] })).toBe('导入 378 条记录')
  const edit = { intent: 'edit', kind: 'agreement', title: '甲项目', field: 'contract_capital' }
  expect(stepText({ ...edit, count: 1, made: [] })).toBe('修改 合同利用资金（甲项目）')
  expect(stepText(undefined)).toBe('')
})
