import { ref, shallowRef, watch, type Ref } from 'vue'
import { call, toFault, type Fault, type HistoryEntry, type Name, type RecordView } from '@/bridge'
import { useChanged } from './live'

export type { HistoryEntry, RecordView }

/** One record with its history, kept fresh while it is looked at. */
export function useRecord(which: Ref<{ kind: string; id: string }>) {
  const record = shallowRef<RecordView>()
  const entries = shallowRef<HistoryEntry[]>([])
  const names = ref<Record<string, Name>>({})
  const fault = shallowRef<Fault>()
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    const { kind, id } = which.value
    try {
      const [view, history] = await Promise.all([call('record', { kind, id }), call('history', { kind, id })])
      if (mine !== turn) return
      record.value = view
      entries.value = history.entries
      names.value = { ...history.names, ...view.names }
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    }
  }

  watch(
    which,
    () => {
      record.value = undefined
      entries.value = []
      void reload()
    },
    { immediate: true },
  )
  useChanged((changed) => {
    if (
      !changed.ids.length ||
      changed.ids.includes(which.value.id) ||
      changed.ids.some((id) => names.value[id])
    )
      void reload()
  })

  return { record, entries, names, fault, reload }
}
