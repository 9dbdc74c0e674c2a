import { beforeEach, expect, it } from 'vitest'
import { speak } from '@/words'
import { faultText, titleText } from './labels'

beforeEach(() => speak('zh-CN'))

it('says what is blank, and of other values what is wrong with them', () => {
  const fault = { code: 'invalid' as const, kind: 'agreement', field: 'agreement_type' }
  expect(faultText({ ...fault, params: { why: 'required' } })).toBe('“协议类型”必填。')
  expect(faultText({ ...fault, params: { why: 'choice' } })).toContain('不能这样填')
})

it('names a form by the kind for which it is arranged', () => {
  expect(titleText('form_layout', 'agreement')).toBe('协议')
  expect(titleText('note', 'agreement')).toBe('agreement')
})
