import { describe, expect, it } from 'vitest'
import type { ExportForm } from '@/data/exports'
import { useFormEdit } from './formEdit'

const column = (...heads: string[]) => ({ heads, fields: [], serial: false, total: false })
const form = (): ExportForm => ({
  top: [[{ text: '台账', from: 0, to: 2, align: 'center', title: true }]],
  columns: [column('序号', ''), column('合同额', '总投资'), column('合同额', '其中')],
  nulls: { blank: '', not_applicable: '/', unknown: '', pending: '' },
  foot: [[{ text: '注', from: 1, to: 1, align: 'left', title: false }]],
  remarks_below: false,
  landscape: true,
  large: false,
})
const heads = (edit: ReturnType<typeof useFormEdit>) =>
  edit.result().columns.map((one) => one.heads.join('▸'))

describe('a form under edit', () => {
  it('moves columns within the form only', () => {
    const edit = useFormEdit(form())
    edit.move(2, 1)
    edit.move(0, -1)
    edit.move(0, 3)
    expect(heads(edit)).toEqual(['序号▸', '合同额▸其中', '合同额▸总投资'])
  })
  it('keeps a title over all columns as they come and go', () => {
    const edit = useFormEdit(form())
    edit.add()
    expect(edit.result().top[0]?.[0]?.to).toBe(3)
    edit.drop(3)
    edit.drop(2)
    edit.drop(1)
    edit.drop(0)
    const done = edit.result()
    expect(done.columns).toHaveLength(1)
    expect(done.top[0]?.[0]?.to).toBe(0)
    expect(done.foot[0]?.[0]).toMatchObject({ from: 0, to: 0 })
  })
  it('gives every column as many rows of headings', () => {
    const edit = useFormEdit(form())
    edit.setHeads(3)
    edit.setHead(1, 2, '（亿元）')
    expect(heads(edit)[1]).toBe('合同额▸总投资▸（亿元）')
    edit.setHeads(1)
    expect(heads(edit)).toEqual(['序号', '合同额', '合同额'])
  })
  it('forgets the unit of what a column held before', () => {
    const edit = useFormEdit(form())
    const first = edit.now.columns[1]
    if (first) Object.assign(first, { fields: ['contract_total'], unit: '亿元', total: true })
    edit.setContent('agreement', 1, 'serial')
    expect(edit.result().columns[1]).toEqual({
      heads: ['合同额', '总投资'],
      fields: [],
      serial: true,
      total: false,
    })
  })
  it('puts several fields into one column, and a text of its own', () => {
    const edit = useFormEdit(form())
    const at = (index: number) => edit.result().columns[index]
    edit.setContent('agreement', 1, 'party')
    edit.setFurther(1, 1, 'contact')
    edit.setFurther(1, 2, 'note')
    edit.setFurther(1, 1, undefined)
    Object.assign(edit.now.columns[1] ?? {}, { join: '、' })
    expect(at(1)).toMatchObject({ fields: ['party', 'note'], join: '、', total: false })
    edit.setFurther(1, 1, undefined)
    expect(at(1)).toMatchObject({ fields: ['party'] })
    expect(at(1)?.join).toBeUndefined()
    edit.setContent('agreement', 1, 'text')
    expect(at(1)).toMatchObject({ fields: [], text: '' })
    edit.setContent('agreement', 1, 'none')
    expect(at(1)?.text).toBeUndefined()
  })
})
