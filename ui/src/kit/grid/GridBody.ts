import { defineComponent, h, withMemo, type PropType, type VNode } from 'vue'
import type { GridBand, GridCell, GridColumn, GridRange, GridSource } from './types'
import './GridBody.css'

/** The columns that are drawn, with all that their cells have in common worked out once. */
export interface DrawnColumn {
  column: GridColumn
  col: number
  style: string
  name: string
  testid: string
}

/** The columns in view: those that stay at the start, and those that scroll. */
export interface DrawnColumns {
  frozen: DrawnColumn[]
  scrolled: DrawnColumn[]
  /** Width of the cell with the row's number. */
  lead: number
  total: number
}

/** What is marked, as a row needs to know it. */
export interface Marks {
  active: GridCell
  range: GridRange
  /** Cells that a drag of the fill handle would fill. */
  filling?: GridRange
  focused: boolean
}

type Props = {
  uid: string
  first: number
  last: number
  pool: number
  height: number
  placeOf: (row: number) => number
  columns: DrawnColumns
  source: GridSource
  marks: Marks
  readonly: (cell: GridCell) => boolean
}

/**
 * The rows in view. Written by hand and not as a template because everything that scrolls and every key
 * press passes here: a row is drawn again only when something in it changed, a cell is one element, and
 * the elements of rows that left the view serve those that come in.
 */
export const GridBody = defineComponent({
  name: 'GridBody',
  props: {
    uid: { type: String, required: true },
    first: { type: Number, required: true },
    last: { type: Number, required: true },
    pool: { type: Number, required: true },
    height: { type: Number, required: true },
    placeOf: { type: Function as PropType<Props['placeOf']>, required: true },
    columns: { type: Object as PropType<DrawnColumns>, required: true },
    source: { type: Object as PropType<GridSource>, required: true },
    marks: { type: Object as PropType<Marks>, required: true },
    readonly: { type: Function as PropType<Props['readonly']>, required: true },
  },
  setup(props: Props) {
    const memory: VNode[] = []
    return () => {
      const rows: VNode[] = []
      for (let row = props.first; row <= props.last; row++) rows.push(drawRow(props, row, memory))
      return rows
    }
  },
})

/** The marked columns of a row as one number pair, or -1 where none is. */
function span(range: GridRange | undefined, row: number): [number, number] {
  return range && row >= range.top && row <= range.bottom ? [range.left, range.right] : [-1, -1]
}

function drawRow(props: Props, row: number, memory: VNode[]): VNode {
  const { source, marks, columns } = props
  const [from, to] = span(marks.range, row)
  const [fillFrom, fillTo] = span(marks.filling, row)
  const content = source.row(row)
  const band = source.band?.(row)
  const place = props.placeOf(row)
  const checked = source.checked(row)
  const active = row === marks.active.row ? marks.active.col : -1
  const edge = (row === marks.range.top ? 1 : 0) + (row === marks.range.bottom ? 2 : 0)
  const memo = [
    row, content, place, columns, from, to, edge, active, fillFrom, fillTo, checked,
    marks.focused && (active >= 0 || edge > 1), band?.open, band?.count, band?.label, source.stamp, props.height,
  ] // prettier-ignore
  return withMemo(
    memo,
    () => render(props, row, content, band, place, checked),
    memory as never,
    row % props.pool,
  )
}

function render(
  props: Props,
  row: number,
  content: unknown,
  band: GridBand | undefined,
  place: number,
  checked: boolean,
): VNode {
  const { source, columns, marks } = props
  const current = marks.focused && row === marks.active.row
  const number = source.number(row)
  const lead = h(
    'div',
    {
      class: band ? 'lead' : checked ? 'lead checked' : 'lead',
      role: band ? 'gridcell' : 'rowheader',
      'aria-colindex': 1,
      'data-testid': 'row-head',
      style: `width:${columns.lead}px`,
    },
    band ? '' : number,
  )
  const draw = (one: DrawnColumn) => cell(props, row, one, content, band)
  return h(
    'div',
    {
      key: row % props.pool,
      class: rowClass(band, current, checked, content),
      role: 'row',
      'data-testid': band ? 'grid-band' : 'grid-row',
      'data-row': row,
      'data-row-id': source.id(row),
      'aria-rowindex': row + 2,
      'aria-selected': checked,
      'aria-expanded': band?.open,
      'aria-level': source.band ? (band ? 1 : 2) : undefined,
      style: `transform:translateY(${place}px);width:${columns.total}px`,
    },
    [
      h('div', { class: 'pin', role: 'presentation' }, [lead, ...columns.frozen.map(draw)]),
      ...columns.scrolled.map(draw),
    ],
  )
}

function rowClass(band: GridBand | undefined, current: boolean, checked: boolean, content: unknown): string {
  if (band) return 'row band'
  const name = current ? 'row current' : checked ? 'row picked' : 'row'
  return content === undefined ? `${name} ghost` : name
}

/** The class of a cell: how it is aligned, whether it is marked, and at which edges of the mark. */
function classOf(marks: Marks, row: number, { col, column }: DrawnColumn): string {
  let name = column.align === 'end' ? 'cell end' : 'cell'
  const { range, active, filling } = marks
  const inRange = row >= range.top && row <= range.bottom && col >= range.left && col <= range.right
  const alone = range.top === range.bottom && range.left === range.right
  if (row === active.row && col === active.col) name += marks.focused ? ' active focused' : ' active'
  else if (inRange) name += ' marked'
  if (inRange && !alone) {
    if (row === range.top) name += ' at-top'
    if (row === range.bottom) name += ' at-bottom'
    if (col === range.left) name += ' at-left'
    if (col === range.right) name += ' at-right'
  }
  if (marks.focused && row === range.bottom && col === range.right) name += ' corner'
  if (filling && row >= filling.top && row <= filling.bottom && col >= filling.left && col <= filling.right)
    name += ' filling'
  return name
}

function cell(
  props: Props,
  row: number,
  one: DrawnColumn,
  content: unknown,
  band: GridBand | undefined,
): VNode {
  const { marks, source } = props
  const { col, column } = one
  const { range } = marks
  const selected = row >= range.top && row <= range.bottom && col >= range.left && col <= range.right
  // A row that is fetched has no elements of its own in its cells: rows passed by in haste cost little.
  const inside = band ? bandCell(band, one) : content === undefined ? '' : source.cell(row, column)
  return h(
    'div',
    {
      key: column.id,
      // Named by the text box alone, and only while it lies here.
      id: row === marks.active.row && col === marks.active.col ? `${props.uid}-${row}-${col}` : undefined,
      class: classOf(marks, row, one),
      role: 'gridcell',
      'aria-colindex': col + 2,
      'aria-selected': selected ? 'true' : undefined,
      'aria-readonly': props.readonly({ row, col }) ? 'true' : undefined,
      'data-testid': band ? undefined : one.testid,
      'data-col': col,
      style: one.style,
    },
    // A text stands alone in its cell: one node less, and the fastest thing to change.
    typeof inside === 'string' || Array.isArray(inside) ? inside : [inside],
  )
}

function bandCell(band: GridBand, { col, column }: DrawnColumn) {
  if (col > 0) return band.cell(column)
  return h('span', { class: 'bandname' }, [
    h('span', { class: band.open ? 'fold open' : 'fold', 'aria-hidden': 'true' }),
    h('strong', band.label),
    h('span', { class: 'bandcount' }, band.count),
  ])
}
