import { h, type FunctionalComponent, type VNodeChild } from 'vue'
import type { DrawnColumn, DrawnColumns } from './GridBody'
import type { GridColumn } from './types'

/** The last line: totals under their columns. */
export const GridFoot: FunctionalComponent<{
  columns: DrawnColumns
  row: number
  cell: (column: GridColumn, index: number) => VNodeChild
}> = ({ columns, row, cell }) => {
  const draw = ({ column, col, style, name }: DrawnColumn) =>
    h(
      'div',
      { key: name, class: ['footcell', column.align], role: 'gridcell', 'aria-colindex': col + 2, style },
      [cell(column, col)],
    )
  const lead = h('div', { class: 'leadhead', role: 'presentation', style: `width:${columns.lead}px` })
  return h('div', { class: 'foot', role: 'rowgroup' }, [
    h('div', { class: 'headline', role: 'row', 'aria-rowindex': row, style: `width:${columns.total}px` }, [
      h('div', { class: 'headpin', role: 'presentation' }, [lead, ...columns.frozen.map(draw)]),
      ...columns.scrolled.map(draw),
    ]),
  ])
}
GridFoot.props = ['columns', 'row', 'cell']
