import { shallowRef } from 'vue'
import { call, FaultError, type HistoryEntry, type JsonValue, type Saved, type Values } from '@/bridge'
import { fieldInfo, kindInfo } from './kinds'
import { passedOn, passesOn } from './passedOn'
import { passUndoable, say, sayFault, warn } from './notices'
import { madeOf, type Value } from './value'

/** Someone else changed the field first: both values, for the user to choose. */
export interface Clash {
  kind: string
  id: string
  field: string
  yours: Value
  theirs: Value
  /** What the values refer to, where they are references. */
  names: Record<string, { title: string }>
  person: string
  at: string
  /** Called when the user writes theirs again, gives way, or leaves it open for now. */
  settle: (choice: Choice) => Promise<void>
}
/** What became of an edit that met another. */
export type Choice = 'mine' | 'theirs' | 'later'

/** The clash waiting for the user; the shell shows its dialog. */
export const clash = shallowRef<Clash>()

function parsed(text: string | undefined, otherwise: Value): Value {
  try {
    return text === undefined ? otherwise : (JSON.parse(text) as Value)
  } catch {
    return otherwise
  }
}

/** The names of the records that two values of a reference field mean. */
async function namesOf(kind: string, field: string, values: Value[]): Promise<Clash['names']> {
  const target = fieldInfo(kind, field)?.target
  const ids = target ? values.filter((value) => typeof value === 'string') : []
  const names: Clash['names'] = {}
  for (const id of ids) names[id] = { title: (await call('record', { kind: target!, id })).title }
  return names
}

/** The version after this window's last edit of a field group, by record and group. */
const own = new Map<string, Promise<number>>()

/** Edits on their way to the file. */
const underway = new Set<Promise<unknown>>()
/** Resolves when they are there: an undo that came before would take back what was done earlier. */
export const landed = async (): Promise<void> => void (await Promise.allSettled([...underway]))

/**
 * Edits fields of a record that was at version `seen`; a stale write opens the clash dialog. A second edit
 * of the same group, made before the first was answered, builds on it. `settled` hears what became of a
 * clash.
 */
export async function editRecord(
  kind: string,
  id: string,
  seen: number,
  values: Record<string, Value>,
  settled?: (choice: Choice) => void,
): Promise<Saved | undefined> {
  const groups = Object.keys(values).map((field) => fieldInfo(kind, field)?.group ?? field)
  const keys = groups.map((group) => `${id}/${group}`)
  const before = Promise.all(keys.map((key) => own.get(key) ?? 0))
  const saving = before.then((versions) => send(kind, id, Math.max(seen, ...versions), values, settled))
  const after = saving.then((saved) => saved?.version ?? 0).catch(() => 0)
  keys.forEach((key) => own.set(key, after))
  underway.add(after)
  void after.then(() => underway.delete(after))
  return saving
}

/**
 * The values as they travel, and beside them the records that are made for them, which take what they can from
 * all that is `known` of the record.
 */
export function parted(kind: string, values: Record<string, Value>, known: Values = values as Values) {
  const create: Record<string, Values> = {}
  const plain = Object.entries(values).filter(([field, value]) => {
    const title = madeOf(value)
    const target = fieldInfo(kind, field)?.target
    if (title === undefined || !target) return true
    create[field] = { ...passedOn(kind, field, known), [kindInfo(target)?.title_field ?? 'name']: title }
    return false
  })
  return {
    values: Object.fromEntries(plain) as Values,
    ...(Object.keys(create).length ? { create } : {}),
  }
}

/** What a record says, where one that is made for these values takes anything from it. */
async function knownOf(kind: string, id: string, values: Record<string, Value>): Promise<Values | undefined> {
  const asks = Object.entries(values).some(
    ([field, value]) => madeOf(value) !== undefined && passesOn(kind, field),
  )
  return asks ? ((await call('record', { kind, id })).values as Values) : undefined
}

async function send(
  kind: string,
  id: string,
  seen: number,
  values: Record<string, Value>,
  settled?: (choice: Choice) => void,
): Promise<Saved | undefined> {
  try {
    const known = await knownOf(kind, id, values)
    const saved = await call('edit_record', { kind, id, seen, ...parted(kind, values, known) })
    passUndoable()
    for (const warning of saved.warnings) warn(`warning.${warning.code}`)
    return saved
  } catch (thrown) {
    if (!(thrown instanceof FaultError) || thrown.fault.code !== 'stale') throw thrown
    const { params } = thrown.fault
    const field = thrown.fault.field ?? Object.keys(values)[0] ?? ''
    const sent = values[field] ?? null
    const yours = madeOf(sent) === undefined ? parsed(params.yours, sent) : sent
    const theirs = parsed(params.theirs, null)
    clash.value = {
      kind,
      id,
      field,
      yours,
      theirs,
      names: await namesOf(kind, field, [yours, theirs]),
      person: params.person ?? '',
      at: params.at ?? '',
      settle: async (choice) => {
        clash.value = undefined
        if (choice !== 'mine') return settled?.(choice)
        try {
          const fresh = await call('record', { kind, id })
          if (await editRecord(kind, id, fresh.version, values, settled)) settled?.('mine')
        } catch (again) {
          sayFault(again)
        }
      },
    }
    return undefined
  }
}

/** Makes a record, and with it those that its references only name. */
export async function createRecord(kind: string, values: Record<string, Value>): Promise<Saved> {
  const saved = await call('create_record', { kind, ...parted(kind, values) })
  passUndoable()
  for (const warning of saved.warnings) warn(`warning.${warning.code}`)
  return saved
}

/** Takes a record away, and leaves it to others to say what that means. */
export const removeRecord = (kind: string, id: string, seen: number) =>
  call('delete_record', { kind, id, seen })

/** Puts a record into the bin and says so, with undo beside it. */
export async function deleteRecord(kind: string, id: string, seen: number, title: string): Promise<void> {
  await removeRecord(kind, id, seen)
  say('ui.record.binned', { title }, true)
}

/** Takes a record out of the bin. */
export async function restoreRecord(kind: string, id: string, title: string): Promise<void> {
  await call('restore_record', { kind, id })
  say('ui.bin.restored', { title })
}

/** Gives a field the value it had before one entry of its history. */
export async function putBack(
  kind: string,
  id: string,
  entry: HistoryEntry['entry'],
  field: string,
): Promise<void> {
  await call('put_back', { kind, id, entry, field })
  say('ui.history.put_back_done', undefined, true)
}

/** Reads the bin, with the notes, files and views in it. */
export async function readBin() {
  return (await call('bin', { internal: true })).rows
}

/** A value in the form the wire takes. */
export type Wire = JsonValue
