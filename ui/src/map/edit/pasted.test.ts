import { expect, it } from 'vitest'
import { pastedIn } from './pasted'

it('adds a name once under one parent, with the parts of both', () => {
  const read = pastedIn('门机\n  电机\n  电机\tMotor\n导轨\n门机\n\t传感器\r\n  电机', [])
  expect(read.text).toBe('门机\n  电机\n  传感器\n导轨')
  expect(read.twice).toEqual(['电机', '门机'])
  expect(read.count).toBe(4)
})

it('keeps the same name under two parents, and what stands behind a name', () => {
  const text = '门机\n  电机\tMotor\n曳引机\n  电机'
  expect(pastedIn(text, [])).toEqual({ text, count: 4, twice: [], present: [], again: [] })
})

it('leaves out what the map has there already, unless it brings parts', () => {
  const read = pastedIn('导轨\n门机\n  电机\n钢丝绳', ['导轨', '门机'])
  expect(read.text).toBe('门机\n  电机\n钢丝绳')
  expect(read.present).toEqual(['导轨'])
  expect(read.again).toEqual(['门机'])
})

it('has nothing to add where all is there', () => {
  expect(pastedIn(' \n导轨\n\n', ['导轨']).count).toBe(0)
})
