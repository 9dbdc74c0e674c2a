import { computed, h, ref, shallowRef, watch, type Ref, type VNodeChild } from 'vue'
import {
  byPlace,
  placeKey,
  placeOf,
  rawRows,
  withCell,
  type ImportTable,
  type Problem,
  type RawRow,
  type Wizard,
} from '@/data/import'
import { kindInfo } from '@/data/kinds'
import type { GridCell, GridColumn, GridSource } from '@/kit/grid/types'
import { tOr } from '@/words'

const RANK = { must: 0, should: 1, info: 2 } as const
const CHARACTER = 14
/** The air on both sides of a text. */
const AIR = 26
/** How wide a column may be where there is no more room, and one that stays in sight. */
const MOST = 260
const FROZEN = 220

/** How wide a column is drawn: by its heading and its longest text; it takes of the spare room what it lacks. */
function widthOf(head: string, rows: RawRow[], letter: string, most: number) {
  const longest = rows.slice(0, 60).reduce((most, row) => Math.max(most, row.cells[letter]?.length ?? 0), 0)
  const whole = Math.max(90, CHARACTER * Math.max(Math.min(head.length, 10), longest) + AIR)
  return { width: Math.min(most, whole), grow: Math.max(0, whole - most) }
}

/** Whether records are called by what stands in the column. */
function names({ field }: ImportTable['columns'][number]): boolean {
  const [kind = '', name] = field?.split('.') ?? []
  return !!name && kindInfo(kind)?.title_field === name
}

/**
 * The rows of a table that something is said about, as a grid whose cells can be put right. Rows stay in
 * the grid after they were put right, so that nobody loses their place; another choice lets them go.
 */
export function useFixing(wizard: Wizard, table: Ref<ImportTable | undefined>, wanted: Ref<Set<string>>) {
  const { report, said } = wizard
  const raw = computed(() => rawRows(report.value))
  const problems = computed(() => byPlace(wizard.unsettled.value))
  /** Texts of rows that were shown: a row put right may not be told of again. */
  const seen = new Map<string, RawRow>()
  const keys = shallowRef<string[]>([])
  const stamp = ref(0)

  watch(raw, (now) => now.forEach((row, key) => seen.set(key, { ...row })), { immediate: true })
  watch(
    [table, wanted, raw],
    ([one, next], before) => {
      const same = before?.[0]?.key === one?.key && before?.[1] === next
      const stay = same ? keys.value : []
      const all = new Set([...stay, ...next])
      keys.value = [...all]
        .filter((key) => seen.has(key) && placeOf(key).sheet === one?.sheet)
        .sort((a, b) => placeOf(a).row - placeOf(b).row)
      stamp.value++
    },
    { immediate: true },
  )

  watch(
    () => said.corrections,
    () => stamp.value++,
  )

  const shown = computed(() => keys.value.map((key) => seen.get(key)).filter((row) => row !== undefined))
  /** The first column that names the records stays in sight, so that a cell far off is known by its row. */
  const named = computed(() => table.value?.columns.find(names))
  const columns = computed<GridColumn[]>(() => {
    const all = table.value?.columns ?? []
    const first = named.value
    return [...(first ? [first] : []), ...all.filter((one) => one !== first)].map((column) => {
      return {
        id: column.letter,
        title: column.head.split('▸').at(-1)?.trim() || column.letter,
        unit: column.letter,
        ...widthOf(column.head, shown.value, column.letter, column === first ? FROZEN : MOST),
        frozen: column === first,
      }
    })
  })
  const corrected = (row: number, letter: string) => said.corrections[table.value?.key ?? '']?.[row]?.[letter]

  function textAt(row: RawRow | undefined, letter: string): string {
    return row ? (corrected(row.row, letter) ?? row.cells[letter] ?? '') : ''
  }
  /** What is said of a cell; of the whole row, where it is named. */
  function problemsAt(row: RawRow | undefined, letter: string): Problem[] {
    if (!row) return []
    const own = problems.value.get(placeKey(row.sheet, row.row)) ?? []
    const first = (named.value ?? table.value?.columns[0])?.letter
    return own
      .filter((one) => one.column === letter || (!one.column && letter === first))
      .sort((one, other) => RANK[one.level] - RANK[other.level])
  }
  /** Whether a person said that a row is no record. */
  const leftOut = (row: RawRow | undefined): boolean => {
    const mark = row && said.mappings[table.value?.key ?? '']?.rows?.[row.row]
    return mark !== undefined && mark !== 'data'
  }
  function draw(row: RawRow, letter: string): VNodeChild {
    const [worst] = problemsAt(row, letter)
    const fixed = corrected(row.row, letter) !== undefined
    const text = textAt(row, letter)
    if (leftOut(row)) return h('s', { class: 'out' }, text)
    if (!worst && !fixed) return text
    const level = worst && wizard.current.value ? worst.level : fixed ? 'fixed' : (worst?.level ?? 'fixed')
    const title = worst ? tOr(`problem.${worst.reason}`, worst.reason) : ''
    return h('span', { class: ['fix', level], title, 'data-level': level }, text || '\u00a0')
  }

  const source: GridSource = {
    row: (at) => shown.value[at],
    id: (at) => keys.value[at],
    cell: (at, column) => {
      const row = shown.value[at]
      return row ? draw(row, column.id) : ''
    },
    number: (at) => String(shown.value[at]?.row ?? ''),
    checked: () => false,
    get stamp() {
      return `${stamp.value} ${wizard.current.value} ${JSON.stringify(said.mappings[table.value?.key ?? '']?.rows)}`
    },
  }
  const at = ({ row, col }: GridCell) => ({ row: shown.value[row], letter: columns.value[col]?.id ?? '' })

  /** Puts cells right in one step; the text the file holds takes a correction back. */
  function put(cells: { cell: GridCell; text: string | undefined }[]): void {
    const key = table.value?.key
    if (!key) return
    const before = said.corrections
    for (const { cell, text } of cells) {
      const { row, letter } = at(cell)
      if (!row || !letter || text === textAt(row, letter)) continue
      const back = text === undefined || text === (row.cells[letter] ?? '')
      said.corrections = withCell(said.corrections, key, row.row, letter, back ? undefined : text)
    }
    if (said.corrections !== before) wizard.recheck()
  }
  return {
    columns,
    source,
    shown,
    count: computed(() => shown.value.length),
    textOf: (cell: GridCell) => textAt(at(cell).row, at(cell).letter),
    commit(cell: GridCell, text: string): boolean {
      put([{ cell, text }])
      return true
    },
    /** What is known of a cell, for the line below the grid. */
    about(cell: GridCell) {
      const { row, letter } = at(cell)
      const head = table.value?.columns.find((one) => one.letter === letter)
      const was = row && corrected(row.row, letter) !== undefined ? (row.cells[letter] ?? '') : undefined
      const out = leftOut(row)
      return { row, letter, head, was, out, problems: out ? [] : problemsAt(row, letter) }
    },
    /** The first cell that a problem is about; of all problems, the first of the worst. */
    firstWith(reason: string, column: string): GridCell | undefined {
      let best: (GridCell & { rank: number }) | undefined
      for (const [row, own] of shown.value.entries())
        for (const [col, { id }] of columns.value.entries()) {
          if (column && id !== column) continue
          const found = problemsAt(own, id).find((one) => !reason || one.reason === reason)
          if (found && (!best || RANK[found.level] < best.rank)) best = { row, col, rank: RANK[found.level] }
        }
      return best
    },
    put,
    restore: (cell: GridCell) => put([{ cell, text: undefined }]),
  }
}
