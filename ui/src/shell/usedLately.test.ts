import { beforeEach, expect, it } from 'vitest'
import { rememberUse, usedLately } from './usedLately'

beforeEach(() => localStorage.clear())

it('remembers the lines chosen last, each once and the latest first', () => {
  for (const key of ['do-go-a', 'view-1', 'do-setting-b', 'do-go-a']) rememberUse(key)
  expect(usedLately()).toEqual(['do-go-a', 'do-setting-b', 'view-1'])
})

it('remembers few of them and no records', () => {
  for (const key of ['do-a', 'do-b', 'do-c', 'do-d', 'do-e', 'hit-project-1', 'recent-1']) rememberUse(key)
  expect(usedLately()).toEqual(['do-e', 'do-d', 'do-c', 'do-b'])
})

it('begins anew where what was kept cannot be read', () => {
  localStorage.setItem('suoji.used', '{')
  expect(usedLately()).toEqual([])
})
