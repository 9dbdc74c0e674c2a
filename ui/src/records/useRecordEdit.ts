import { computed, reactive } from 'vue'
import { allDrafts, draftKey, dropDraft, keepDraft, loadDrafts } from '@/data/drafts'
import { editRecord, type Choice } from '@/data/edits'
import { toFault } from '@/data/fault'
import type { RecordView } from '@/data/record'
import type { Value } from '@/data/value'
import { faultText } from '@/fields/labels'
import type { Names } from '@/fields/show'
import { t } from '@/words'

/** Edits the fields of one record one by one; what is typed is kept until it is written. */
export function useRecordEdit(props: { record: RecordView; names: Names }, saved: () => void) {
  const messages = reactive<Record<string, string>>({})
  const warnings = reactive<Record<string, string>>({})
  const live = reactive<Record<string, Value>>({})
  const made = reactive<Names>({})
  /** The version that stood when a field was entered; others may change the record meanwhile. */
  const seen: Record<string, number> = {}
  /** Fields that were typed in since the form stands: they show for themselves what is not written. */
  const touched = reactive(new Set<string>())
  void loadDrafts()

  const key = (field: string) => draftKey(props.record.kind, props.record.id, field)
  const names = computed<Names>(() => ({ ...props.names, ...made }))

  const valueOf = (field: string): Value =>
    field in live ? (live[field] ?? null) : ((props.record.values[field] ?? null) as Value)
  const keptOf = (field: string): string | undefined =>
    field in live ? undefined : allDrafts.value[key(field)]?.text
  /** The fields in which an earlier window left something typed and not written. */
  const kept = computed(() => {
    const start = key('')
    return Object.keys(allDrafts.value)
      .filter((one) => one.startsWith(start))
      .map((one) => one.slice(start.length))
      .filter((field) => !touched.has(field) && !(field in live))
  })

  /** It is gone on with in its box, and need not be offered above. */
  const goneOn = (field: string): unknown => touched.add(field)

  function entered(field: string, event: FocusEvent): void {
    const within = (event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)
    if (!within) seen[field] = allDrafts.value[key(field)]?.seen ?? props.record.version
  }
  function typed(field: string, text: string | undefined): void {
    delete messages[field]
    touched.add(field)
    if (text === undefined) dropDraft(key(field))
    else keepDraft(key(field), { text, seen: seen[field] ?? props.record.version })
  }
  async function save(field: string, value: Value, title?: string): Promise<void> {
    const { kind, id, version } = props.record
    if (title && typeof value === 'string') made[value] = { title }
    live[field] = value
    touched.add(field)
    delete messages[field]
    delete warnings[field]
    try {
      const mine = key(field)
      // Left open, the two values meet again when the field is left the next time.
      const settled = (choice: Choice) => {
        if (choice === 'later') warnings[field] = t('ui.clash.open')
        else dropDraft(mine)
      }
      const done = await editRecord(kind, id, seen[field] ?? version, { [field]: value }, settled)
      if (done) seen[field] = done.version
      else delete seen[field]
      if (done) dropDraft(mine)
      for (const one of done?.warnings ?? []) warnings[one.field] = t(`warning.${one.code}`)
    } catch (thrown) {
      messages[field] = faultText(toFault(thrown))
    }
    saved()
    delete live[field]
  }
  return { messages, warnings, names, kept, valueOf, keptOf, goneOn, entered, typed, save }
}
