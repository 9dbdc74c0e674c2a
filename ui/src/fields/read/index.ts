import { codeOfName } from '@/data/codes'
import type { FieldInfo } from '@/data/kinds'
import { isArea, type Value } from '@/data/value'
import { choiceLabel } from '../labels'
import { language } from '@/words'
import { readDate } from './date'
import { readArea, readNumber } from './measure'
import { readMoney } from './money'
import { folded, read, readAbsent, unread, type Reading } from './text'

export type { Reading }

/** The power of ten a bare amount is meant in, and that a money column is headed with: 万元, or millions. */
export function moneyPower(): number {
  return language() === 'zh-CN' ? 4 : 6
}

/** Shapes whose value may be absent for a declared reason. */
export const MAY_BE_ABSENT: readonly FieldInfo['shape'][] = ['code', 'money', 'number', 'area', 'date']

const YES = ['是', 'yes', 'y', 'true', '1', '√', '有']
const NO = ['否', 'no', 'n', 'false', '0', '×', '无']

/** Reads what was typed into a field of any shape; references are chosen, not read. */
export function readField(kind: string, field: FieldInfo, typed: string, before: Value): Reading {
  const text = typed.trim()
  if (!text) return read(null)
  const absent = MAY_BE_ABSENT.includes(field.shape) ? readAbsent(text) : undefined
  if (absent) return read({ absent })
  switch (field.shape) {
    case 'money':
      return readMoney(text, moneyPower())
    case 'number':
      return readNumber(text)
    case 'area':
      return readArea(text, isArea(before) ? before.unit : 'mu')
    case 'date':
      return readDate(text)
    case 'code':
      return read(folded(text).replace(/\s+/g, '').toUpperCase())
    case 'list':
      return read(
        text
          .split(/[、,，;；\n]+/)
          .map((one) => one.trim())
          .filter(Boolean)
          .map((one) => (field.codes_of ? codeOfName(field.codes_of, one) : one)),
      )
    case 'flag': {
      const word = text.toLowerCase()
      if (YES.includes(word)) return read(true)
      return NO.includes(word) ? read(false) : unread('flag')
    }
    case 'choice': {
      const found = field.choices?.find((one) => one === text || choiceLabel(kind, field, one) === text)
      return found ? read(found) : unread('choice')
    }
    case 'ref':
      return unread('ref')
    default:
      return read(typed.trimEnd())
  }
}
