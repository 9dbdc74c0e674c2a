import { describe, expect, it } from 'vitest'
import modelEn from '@words/en.json'
import modelZh from '@words/zh-CN.json'
import uiEn from './en.json'
import uiZh from './zh-CN.json'
import { speak, t } from './index'

type Tree = { [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
}
/** What a text fills in. */
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '')
/** The same without telling English forms of names apart. */
const names = (text: string) =>
  holes(text)
    .map((name) => name.replace(/_en$/, ''))
    .sort()

describe.each([
  ['words of the model', modelZh as Tree, modelEn as Tree],
  ['words of the screens', uiZh as Tree, uiEn as Tree],
])('%s', (_, zh, en) => {
  it('have the same keys in both languages', () => {
    expect(leaves(en).map(([key]) => key)).toEqual(leaves(zh).map(([key]) => key))
  })
  it('fill in the same names in both languages', () => {
    const english = new Map(leaves(en))
    for (const [key, text] of leaves(zh))
      expect([key, names(english.get(key) ?? '')]).toEqual([key, names(text)])
  })
})

it('shows every text without a message error, in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    void speak(language)
    const trees: [string, Tree][] = [
      ['', (language === 'en' ? modelEn : modelZh) as Tree],
      ['ui.', (language === 'en' ? uiEn : uiZh) as Tree],
    ]
    for (const [root, tree] of trees)
      for (const [key, text] of leaves(tree)) {
        const params = Object.fromEntries(holes(text).map((name) => [name, `<${name}>`]))
        const many = text.replace(/\{\w+:.*?\|(.*?)\}/g, '$1')
        const expected = many.replace(/\{(\w+)\}/g, '<$1>')
        expect([key, t(root + key, params)]).toEqual([key, expected])
      }
  }
})

it('has a word for one and another for many', async () => {
  await speak('en')
  expect(t('ui.paste.go', { cells: '1' })).toBe('Write 1 cell')
  expect(t('ui.paste.go', { cells: '1,200' })).toBe('Write 1,200 cells')
})
