import { expect, it } from 'vitest'
import { reactive } from 'vue'
import { nothingSaid, withCell, type Said } from './said'
import { saidSteps } from './saidSteps'

function saying() {
  const said = reactive<Said>(nothingSaid())
  const steps = saidSteps(said)
  const put = (text: string) => {
    said.corrections = withCell(said.corrections, '签约', 3, 'C', text)
    steps.note()
  }
  return { said, steps, put }
}
const text = (said: Said) => said.corrections['签约']?.[3]?.C

it('takes one correction back after the other, and makes them again', () => {
  const { said, steps, put } = saying()
  put('1')
  put('2')
  expect([steps.can('undo'), steps.can('redo')]).toEqual([true, false])
  steps.step('undo')
  expect(text(said)).toBe('1')
  steps.step('undo')
  expect(said).toEqual(nothingSaid())
  expect(steps.step('undo')).toBe(false)
  steps.step('redo')
  steps.step('redo')
  expect(text(said)).toBe('2')
})

it('has nothing to make again once something else is said', () => {
  const { said, steps, put } = saying()
  put('1')
  steps.step('undo')
  said.template = ''
  steps.note()
  expect(steps.can('redo')).toBe(false)
  steps.step('undo')
  expect(said.template).toBeUndefined()
})

it('knows whether anything is said, and the same again is no step', () => {
  const { steps, put } = saying()
  expect(steps.any()).toBe(false)
  put('1')
  put('1')
  expect(steps.any()).toBe(true)
  steps.step('undo')
  expect([steps.any(), steps.can('undo')]).toEqual([false, false])
})
