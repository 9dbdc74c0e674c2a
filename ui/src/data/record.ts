import { ref, shallowRef, watch, type Ref } from 'vue'
import { call, toFault, type Fault, type HistoryEntry, type Name, type RecordView } from '@/bridge'
import { nextFrame } from './frame'
import { useChanged } from './live'
import { opening } from './opened'

export type { HistoryEntry, RecordView }

/** One record with its history, kept fresh while it is looked at. */
export function useRecord(which: Ref<{ kind: string; id: string }>) {
  const record = shallowRef<RecordView>()
  /** `undefined` until it is here: the record does not wait for it. */
  const entries = shallowRef<HistoryEntry[]>()
  const names = ref<Record<string, Name>>({})
  const fault = shallowRef<Fault>()
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    const { kind, id } = which.value
    try {
      const past = call('history', { kind, id })
      past.catch(() => undefined)
      const view = await call('record', { kind, id })
      if (mine !== turn) return
      if (record.value?.id !== id) {
        entries.value = undefined
        names.value = view.names
      } else names.value = { ...names.value, ...view.names }
      record.value = view
      fault.value = undefined
      // Once the record is drawn: who opens it looks at that first.
      await nextFrame()
      const history = await past
      if (mine !== turn) return
      entries.value = history.entries
      names.value = { ...history.names, ...view.names }
    } catch (thrown) {
      if (mine !== turn) return
      fault.value = toFault(thrown)
      if (record.value?.id !== id) record.value = undefined
    }
  }

  async function open(): Promise<void> {
    await reload()
    // That it was opened is a help, and no reason to say that something failed.
    if (record.value?.id === which.value.id) await call('mark_opened', which.value).catch(() => undefined)
  }

  // The record before stands until this one is here, so that stepping through a list does not flicker.
  watch(
    () => `${which.value.kind}/${which.value.id}`,
    () => opening(open()),
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
