import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import type { RecordView } from '@/data/record'
import { speak } from '@/words'

const { call, editRecord } = vi.hoisted(() => ({ call: vi.fn(), editRecord: vi.fn() }))
vi.mock('@/bridge', async (real) => ({ ...(await real<object>()), call }))
vi.mock('@/data/edits', () => ({ editRecord }))
const verdict = { name: 'same_verdict', shape: 'choice', choices: ['pending', 'same', 'different'] }
vi.mock('@/data/kinds', () => {
  const fields: Record<string, object[]> = {
    project: [verdict],
    agreement: [{ name: 'project', shape: 'ref', target: 'project' }],
  }
  const kindInfo = (kind: string) => ({ fields: fields[kind] ?? [] })
  return {
    kindInfo,
    fieldInfo: (kind: string, name: string) =>
      (fields[kind] as { name: string }[] | undefined)?.find((one) => one.name === name),
  }
})
const { useSuspect } = await import('@/data/suspect')
const { default: SuspectNote } = await import('./SuspectNote.vue')
enableAutoUnmount(afterEach)

const project = (same_verdict: string, aside?: 'undecided') =>
  ({
    aside,
    kind: 'project',
    id: 'p2',
    title: '电梯基地',
    version: 7,
    deleted: false,
    values: { same_verdict, suspected_same_as: 'p1' },
    names: { p1: { kind: 'project', title: '曳引机项目' } },
  }) as unknown as RecordView
const agreement = {
  kind: 'agreement',
  id: 'a',
  values: { project: 'p2' },
  names: {},
} as unknown as RecordView

const answer = (suspect: RecordView, deleted = false) =>
  call.mockImplementation(async (_name: string, { id }: { id: string }) =>
    id === 'p1' ? { title: '曳引机项目', deleted } : suspect,
  )

it('leads from an agreement to the two projects and the decision', async () => {
  await speak('zh-CN')
  answer(project('pending'))
  const suspect = useSuspect(shallowRef(agreement))
  await vi.waitFor(() => expect(suspect.value).toBeDefined())
  const note = mount(SuspectNote, { props: { suspect: suspect.value!, shown: 'a' } })
  expect(note.findAll('a').map((one) => [one.text(), one.attributes('href')])).toEqual([
    ['电梯基地', '#/record/project/p2'],
    ['曳引机项目', '#/record/project/p1'],
  ])
  await note.get('[data-testid="suspect-different"]').trigger('click')
  expect(editRecord).toHaveBeenCalledWith('project', 'p2', 7, { same_verdict: 'different' })
})

it('says of what was found to be the same that it counts with the other, with a way back', async () => {
  answer(project('same'))
  const suspect = useSuspect(shallowRef(agreement))
  await vi.waitFor(() => expect(suspect.value).toBeDefined())
  const note = mount(SuspectNote, { props: { suspect: suspect.value!, shown: 'a' } })
  expect(note.text()).toContain('已定为同一个')
  expect(note.get('[data-testid="suspect-other"]').text()).toBe('曳引机项目')
  expect(note.get('[data-testid="suspect-same"]').attributes('disabled')).toBeDefined()
  await note.get('[data-testid="suspect-pending"]').trigger('click')
  expect(editRecord).toHaveBeenCalledWith('project', 'p2', 7, { same_verdict: 'pending' })
})

it('says whether the record counts until somebody decides', async () => {
  const told = async (aside: 'undecided' | undefined, deleted: boolean) => {
    answer(project('pending', aside), deleted)
    const suspect = useSuspect(shallowRef(agreement))
    await vi.waitFor(() => expect(suspect.value).toBeDefined())
    return mount(SuspectNote, { props: { suspect: suspect.value!, shown: 'a' } })
      .get('.said')
      .text()
  }
  expect(await told('undecided', false)).toContain('定夺之前不计数')
  expect(await told(undefined, false)).toContain('定夺之前照常计数')
  expect(await told('undecided', true)).toContain('定夺之前不计数')
  expect(await told(undefined, true)).toContain('现在这一条照常计数')
})

it('says that the other is in the bin, and offers to be another', async () => {
  answer(project('pending'), true)
  const suspect = useSuspect(shallowRef(agreement))
  await vi.waitFor(() => expect(suspect.value).toBeDefined())
  const note = mount(SuspectNote, { props: { suspect: suspect.value!, shown: 'a' } })
  expect(note.get('[data-testid="suspect-gone"]').text()).toBe('在回收站')
  expect(note.get('[data-testid="suspect-same"]').attributes('disabled')).toBeDefined()
  expect(note.get('[data-testid="suspect-different"]').attributes('disabled')).toBeUndefined()
})

it('says nothing once it was found to be another', async () => {
  call.mockReset()
  const suspect = useSuspect(shallowRef(project('different')))
  await Promise.resolve()
  expect(suspect.value).toBeUndefined()
  expect(call).not.toHaveBeenCalled()
})
