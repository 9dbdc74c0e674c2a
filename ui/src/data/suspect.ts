import { shallowRef, watch, type Ref } from 'vue'
import { call, type RecordView } from '@/bridge'
import { editRecord } from './edits'
import { fieldInfo, kindInfo } from './kinds'
import { useChanged } from './live'
import { say } from './notices'

/** What became of a suspicion: it waits, or somebody decided. */
export const VERDICTS = ['same', 'different', 'pending'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A record that may repeat another and is not counted until somebody decides, or was found to be the same. */
export interface Suspect {
  record: RecordView
  verdict: 'pending' | 'same'
  /** The record that it may repeat, which may be in the bin by now. */
  twin?: { id: string; title: string; deleted: boolean }
}

/** The field by which a record is a part of one that may repeat another: an agreement of its project. */
const above = (kind: string) =>
  kindInfo(kind)?.fields.find(
    (one) => one.shape === 'ref' && one.target && fieldInfo(one.target, 'same_verdict'),
  )

async function find(record: RecordView): Promise<Suspect | undefined> {
  let at = record
  if (!fieldInfo(record.kind, 'same_verdict')) {
    const up = above(record.kind)
    const id = up && record.values[up.name]
    if (!up?.target || typeof id !== 'string') return
    at = await call('record', { kind: up.target, id })
  }
  const verdict = at.values.same_verdict
  if (at.deleted || (verdict !== 'pending' && verdict !== 'same')) return
  const twin = at.values.suspected_same_as
  if (typeof twin !== 'string') return verdict === 'pending' ? { record: at, verdict } : undefined
  const { title, deleted } = await call('record', { kind: at.kind, id: twin })
  return { record: at, verdict, twin: { id: twin, title, deleted } }
}

/** The suspicion that a record, or the one it is a part of, waits with, or that was found to be right. */
export function useSuspect(record: Ref<RecordView | undefined>): Ref<Suspect | undefined> {
  const suspect = shallowRef<Suspect>()
  let turn = 0
  async function look(): Promise<void> {
    const mine = ++turn
    const found = record.value && (await find(record.value).catch(() => undefined))
    if (mine === turn) suspect.value = found
  }
  watch(record, () => void look(), { immediate: true })
  useChanged(() => void look())
  return suspect
}

/** Keeps what somebody decided. */
export async function decide({ record }: Suspect, same_verdict: Verdict): Promise<void> {
  const saved = await editRecord(record.kind, record.id, record.version, { same_verdict })
  if (saved) say('ui.suspect.decided', undefined, true)
}
