import { computed, ref, shallowRef, type Ref } from 'vue'
import { today } from '@/data/day'
import { draftKey, dropDraft, keepDraft } from '@/data/drafts'
import { editRecord, type Choice } from '@/data/edits'
import { fieldInfo, madeByName, type FieldInfo } from '@/data/kinds'
import { candidates } from '@/data/lookups'
import { sayFault, warn } from '@/data/notices'
import type { Row, useRows } from '@/data/rows'
import { madeOf, sameValue, type Value } from '@/data/value'
import { choiceLabel, kindWithin } from '@/fields/labels'
import { readField } from '@/fields/read'
import { fullText, typedText } from '@/fields/show'
import type { GridCell, GridColumn, GridOption, GridReading } from '@/kit/grid/types'
import { t } from '@/words'

type Rows = ReturnType<typeof useRows>

/** Shapes whose text is taken as it is, or chosen from a list: there is nothing to say under the cell. */
const PLAIN: FieldInfo['shape'][] = ['text', 'long_text', 'code', 'list', 'choice', 'flag', 'ref']

/** Editing in the cells of a ledger: reads the typed text by the field's shape and saves one field. */
export function useLedgerEdit(kind: Ref<string>, columns: Ref<GridColumn[]>, rows: Rows) {
  const options = shallowRef<GridOption[]>([])
  const reading = shallowRef<GridReading>()
  const saving = ref(0)
  let turn = 0
  /** The row as it was when its cell began to be edited; others may change or move it meanwhile. */
  let begun: Row | undefined

  const at = (cell: GridCell): { row?: Row; field?: FieldInfo } => {
    const column = columns.value[cell.col]
    return { row: rows.rowAt(cell.row), field: column && fieldInfo(kind.value, column.id) }
  }
  const valueAt = (cell: GridCell): Value => {
    const { row, field } = at(cell)
    return ((row && field && row.values[field.name]) ?? null) as Value
  }

  function mayEdit(cell: GridCell): boolean {
    const { row, field } = at(cell)
    return !!row && !!field && !row.deleted
  }
  function textOf(cell: GridCell): string {
    const { field } = at(cell)
    return field ? typedText(kind.value, field, valueAt(cell), rows.names) : ''
  }

  function offer(field: FieldInfo, text: string, touched: boolean): void {
    const mine = ++turn
    const all: GridOption[] =
      field.shape === 'choice'
        ? (field.choices ?? []).map((one) => ({ value: one, label: choiceLabel(kind.value, field, one) }))
        : field.shape === 'flag'
          ? [
              { value: 'true', label: t('ui.yes') },
              { value: 'false', label: t('ui.no') },
            ]
          : []
    const typed = touched ? text.trim().toLowerCase() : ''
    const own = touched || !begun ? undefined : String(begun.values[field.name] ?? '')
    options.value = all
      .filter((one) => one.label.toLowerCase().includes(typed) || one.value.startsWith(typed))
      .map((one) => (one.value === own ? { ...one, own: true } : one))
    if (field.shape !== 'ref' || !field.target) return
    const { target } = field
    void candidates(target, text.trim())
      .then((found) => {
        if (mine !== turn) return
        const there: GridOption[] = found
          .filter((one) => one.id !== own)
          .map((one) => ({ value: one.id, label: one.title }))
        // What stands in the cell is where one begins, and then come those like it.
        if (own) there.unshift({ value: own, label: text, own: true })
        options.value = [...there, ...fresh(target, touched ? text.trim() : '', there)]
      })
      .catch(() => undefined)
  }

  /** The offer to make the record that is not there yet; only for kinds whose name is all they need. */
  function fresh(target: string, title: string, there: GridOption[]): GridOption[] {
    if (!madeByName(target) || !title || there.some((one) => one.label === title)) return []
    const label = t('ui.ref.make', { kind: kindWithin(target), title })
    return [{ value: title, label, fresh: true }]
  }

  /** The text under the cell: what it will be read as. */
  function onTyped(cell: GridCell | undefined, text: string, touched: boolean): void {
    const field = cell && at(cell).field
    if (!cell || !field) {
      turn++
      if (begun) dropDraft(draft)
      begun = undefined
      options.value = []
      reading.value = undefined
      return
    }
    begun ??= at(cell).row
    if (begun && touched) {
      draft = draftKey(kind.value, begun.id, field.name)
      keepDraft(draft, { text, seen: begun.version })
    }
    offer(field, text, touched)
    if (PLAIN.includes(field.shape) || !text.trim()) {
      reading.value = undefined
      return
    }
    const now = readField(kind.value, field, text, valueAt(cell))
    reading.value = now.ok
      ? { ok: true, text: fullText(kind.value, field, now.value, rows.names) }
      : { ok: false, text: t(now.why) }
  }
  let draft = ''

  async function save(cell: GridCell, value: Value): Promise<void> {
    const { row: standing, field } = at(cell)
    const row = begun ?? standing
    if (row && field) await saveTo(row, field, value)
  }

  async function saveTo(row: Row, field: FieldInfo, value: Value): Promise<void> {
    if (sameValue(row.values[field.name], value)) return
    const before = row.values[field.name]
    const showing = rows.show(row.id, field.name, value)
    saving.value++
    try {
      const settled = (choice: Choice) => choice === 'later' && keep(row, field, value)
      const saved = await editRecord(kind.value, row.id, row.version, { [field.name]: value }, settled)
      if (saved) return showing.written(saved.version)
      showing.refused(before)
      await rows.reload()
    } catch (thrown) {
      showing.refused(before)
      sayFault(thrown)
    } finally {
      saving.value--
    }
  }

  /** What met another value and was not decided waits as what is half typed does. */
  function keep(row: Row, field: FieldInfo, value: Value): void {
    const text = madeOf(value) ?? typedText(kind.value, field, value, rows.names)
    keepDraft(draftKey(kind.value, row.id, field.name), { text, seen: row.version })
    warn('ui.clash.kept')
  }

  /** Takes what was typed or chosen; false where it cannot be read. */
  function commit(cell: GridCell, text: string, option?: GridOption): boolean {
    const { field } = at(cell)
    if (!field) return true
    if (option?.fresh) {
      void save(cell, { made: option.value })
      return true
    }
    if (option) {
      if (field.shape === 'ref') rows.names[option.value] = { kind: field.target ?? '', title: option.label }
      void save(cell, field.shape === 'flag' ? option.value === 'true' : option.value)
      return true
    }
    const now = readField(kind.value, field, text, valueAt(cell))
    if (!now.ok) {
      const why = options.value.some((one) => one.fresh) ? 'ui.read.ref_new' : now.why
      reading.value = { ok: false, text: t(why) }
      return false
    }
    void save(cell, now.value)
    return true
  }

  return {
    options,
    reading,
    saving: computed(() => saving.value > 0),
    mayEdit,
    textOf,
    onTyped,
    commit,
    at,
    /** Gives a flag its other value. */
    flip(cell: GridCell): boolean {
      const { row, field } = at(cell)
      if (!row || field?.shape !== 'flag') return false
      void saveTo(row, field, valueAt(cell) !== true)
      return true
    },
    /** Writes the present day into a date. */
    today(cell: GridCell): boolean {
      const { row, field } = at(cell)
      return !!row && !row.deleted && field?.shape === 'date' && commit(cell, today())
    },
    clear: (cell: GridCell) => void save(cell, null),
  }
}
