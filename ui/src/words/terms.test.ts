import { expect, it } from 'vitest'
import model from '@words/en.json'
import { LANGUAGES } from './index'
import terms from './terms.json'

it('explains only fields there are, in every language', () => {
  const labels = model.field as Record<string, Record<string, string> | undefined>
  for (const [name, texts] of Object.entries(terms)) {
    const [kind = '', field = ''] = name.split('.')
    expect([name, labels[kind]?.[field] !== undefined]).toEqual([name, true])
    expect(Object.keys(texts)).toEqual([...LANGUAGES])
  }
})
