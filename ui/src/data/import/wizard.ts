import { computed, reactive, ref, shallowReactive, shallowRef } from 'vue'
import {
  call,
  onImportProgress,
  toFault,
  type Fault,
  type ImportProgress,
  type ImportQuestion,
  type ImportReport,
  type ImportTable,
  type Imported,
  type LedgerPreview,
} from '@/bridge'
import { sendFile } from '../files'
import { say } from '../notices'
import { unsettled as withoutDecided } from './repeats'
import { deciding, nothingSaid, reading, type Said } from './said'
import { saidSteps } from './saidSteps'
import { dropUnfinished, keepUnfinished, unfinishedOf } from './unfinished'

/** How long a change waits for the next before the file is tried again. */
const PAUSE = 250

const columnKey = (table: string, letter: string) => `${letter} ${table}`

/** The steps of an import, in order. */
export const STEPS = ['tables', 'columns', 'questions', 'rows', 'repeats', 'confirm'] as const
export type StepName = (typeof STEPS)[number]

/**
 * One import from the file to its result. What is known of the file is replaced as a whole, never walked by
 * Vue: a report of a large file is long. All of it outlives the page, so that one may look something up
 * elsewhere and come back.
 */
export function createWizard() {
  const file = shallowRef<File>()
  const preview = shallowRef<LedgerPreview>()
  const report = shallowRef<ImportReport>()
  const result = shallowRef<ImportReport>()
  const imported = shallowRef<Imported>()
  const fault = shallowRef<Fault>()
  const said = reactive<Said>(nothingSaid())
  const steps = saidSteps(said)
  const step = ref<StepName>('tables')
  const busy = ref<'reading' | 'writing'>()
  /** Whether the writing that was asked for last was cancelled. */
  const cancelled = ref(false)
  /** Whether the report is of what was said last. */
  const current = ref(false)
  const checking = ref(false)
  const progress = shallowRef<ImportProgress>()
  const saveAs = ref('')
  /** Tables seen so far by key, those left out since among them. */
  const known = shallowReactive(new Map<string, ImportTable>())
  /** The fields that columns had before a person said anything of their table, by `columnKey`. */
  const untold = new Map<string, string>()
  const asked = shallowReactive(new Map<string, ImportQuestion>())
  let held: string | undefined
  let job = ''
  let turn = 0
  let soon: ReturnType<typeof setTimeout> | undefined

  onImportProgress((next) => {
    if (next.job === job) progress.value = next
  })

  /** What is being written goes on to its result: nothing is said meanwhile, and no other file comes. */
  const isWriting = () => busy.value === 'writing'

  function reset(): void {
    if (isWriting()) return
    turn++
    clearTimeout(soon)
    if (file.value) dropUnfinished(file.value)
    if (checking.value) void call('cancel_import', { job }).catch(() => undefined)
    for (const one of [preview, report, result, imported, fault, progress]) one.value = undefined
    cancelled.value = false
    Object.assign(said, { template: undefined }, nothingSaid())
    steps.forget()
    known.clear()
    untold.clear()
    asked.clear()
    step.value = 'tables'
    busy.value = undefined
    current.value = checking.value = false
    saveAs.value = ''
    held = undefined
    file.value = undefined
  }

  /** Sends the bytes; every try after that names them. */
  async function send(given: File) {
    const next = await sendFile(given, (chosen) => call('preview_ledger', { ...reading(said), ...chosen }))
    held = next.held
    return next
  }

  /** Calls with the held file; sends it again where the program let it go. */
  async function withFile<Reply>(ask: (name: string, held: string) => Promise<Reply>): Promise<Reply> {
    const given = file.value
    if (!given) throw new Error('no file')
    if (!held) await send(given)
    try {
      return await ask(given.name, held ?? '')
    } catch (thrown) {
      if (toFault(thrown).code !== 'file_let_go') throw thrown
      await send(given)
      return ask(given.name, held ?? '')
    }
  }

  async function open(given: File): Promise<void> {
    if (isWriting()) return
    reset()
    const mine = ++turn
    file.value = given
    busy.value = 'reading'
    try {
      const [next, left] = await Promise.all([send(given), unfinishedOf(given)])
      if (mine !== turn) return
      see(next)
      if (!left) return void check()
      steps.resume(left.said)
      step.value = STEPS.find((one) => one === left.step) ?? 'tables'
      say('ui.wizard.resumed', { file: given.name })
      busy.value = undefined
      reread()
    } catch (thrown) {
      if (mine !== turn) return
      reset()
      fault.value = toFault(thrown)
    } finally {
      if (mine === turn || !file.value) busy.value = undefined
    }
  }

  function see(next: LedgerPreview): void {
    preview.value = next
    for (const table of next.tables) {
      known.set(table.key, table)
      if (!said.mappings[table.key])
        for (const { letter, field } of table.columns)
          if (field) untold.set(columnKey(table.key, letter), field)
    }
  }

  /** Reads the first rows again as they are to be read now, and then tries the whole. */
  function reread(): void {
    if (isWriting()) return
    const mine = ++turn
    current.value = false
    withFile((name, held) => call('preview_ledger', { ...reading(said), name, held }))
      .then((next) => {
        if (mine === turn) see(next)
      })
      .catch((thrown: unknown) => {
        if (mine === turn) fault.value = toFault(thrown)
      })
    later()
  }

  /** Takes the last thing that was said back, or says it again. */
  function restep(way: 'undo' | 'redo'): void {
    if (steps.step(way)) reread()
  }

  /** Takes an answer back: the question is open again, before the file is read again as well. */
  function reopen(one: ImportQuestion): void {
    delete said.answers[one.key]
    const known = report.value
    if (known && !known.questions.some((other) => other.key === one.key))
      report.value = { ...known, questions: [...known.questions, one] }
    reread()
  }

  /** Tries again, once nothing more is said for a moment. */
  function recheck(): void {
    if (isWriting()) return
    turn++
    current.value = false
    later()
  }
  function later(): void {
    steps.note()
    keep()
    clearTimeout(soon)
    checking.value = true
    soon = setTimeout(() => void check(), PAUSE)
  }

  /** What is said outlives the window. */
  function keep(): void {
    const given = file.value
    if (!given) return
    if (steps.any()) keepUnfinished(given, step.value, steps.text())
    else dropUnfinished(given)
  }

  /** Reads the whole file and works out what it would do; nothing is written. */
  async function check(): Promise<void> {
    clearTimeout(soon)
    if (isWriting()) return
    const mine = turn
    const before = job
    if (before) void call('cancel_import', { job: before }).catch(() => undefined)
    const own = (job = newJob())
    checking.value = true
    cancelled.value = false
    progress.value = undefined
    try {
      const next = await withFile((name, held) =>
        call('import_ledger', {
          ...reading(said),
          ...deciding(said),
          name,
          held,
          job: own,
          dry_run: true,
          detail: true,
        }),
      )
      if (mine !== turn) return
      report.value = next
      for (const table of next.tables) known.set(table.key, table)
      for (const one of next.questions) asked.set(one.key, one)
      current.value = true
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn && toFault(thrown).code !== 'import_cancelled') fault.value = toFault(thrown)
    } finally {
      if (mine === turn) {
        checking.value = false
        job = ''
      }
    }
  }

  /** Stops what is under way; nothing is written. */
  async function stop(): Promise<void> {
    if (job) await call('cancel_import', { job }).catch(() => undefined)
  }

  /** Writes it all, in one transaction. */
  async function run(): Promise<void> {
    busy.value = 'writing'
    cancelled.value = false
    fault.value = undefined
    progress.value = undefined
    const own = (job = newJob())
    try {
      const name = saveAs.value.trim()
      const done = await withFile((file, held) =>
        call('import_ledger', {
          ...reading(said),
          ...deciding(said),
          name: file,
          held,
          job: own,
          dry_run: false,
          ...(name ? { save_template: name } : {}),
        }),
      )
      result.value = done
      dropUnfinished(file.value)
      await askWritten()
    } catch (thrown) {
      cancelled.value = toFault(thrown).code === 'import_cancelled'
      if (!cancelled.value) fault.value = toFault(thrown)
    } finally {
      busy.value = undefined
      job = ''
    }
  }

  /** The report as far as there is something to look at. */
  const unsettled = computed(() => report.value && withoutDecided(report.value, said.decisions))

  const understood = computed<ImportTable[]>(
    () => (current.value ? report.value?.tables : preview.value?.tables) ?? [],
  )
  /**
   * The tables as last understood, in the file's order; of those that a person said something about, also the ones
   * that are left out or no longer found as it was said: what was said can be said anew there.
   */
  const tables = computed<ImportTable[]>(() => {
    const found = understood.value
    const said_of = [...known.values()].filter(
      (one) => said.mappings[one.key] && !found.some((other) => other.key === one.key),
    )
    const order = (preview.value?.sheets ?? []).map((sheet) => sheet.name)
    return [...found, ...said_of].sort((one, other) => order.indexOf(one.sheet) - order.indexOf(other.sheet))
  })
  /** Whether a table that is to be taken was looked for as it was said, and not found. */
  const lost = (table: ImportTable): boolean =>
    !checking.value && !said.mappings[table.key]?.skip && !understood.value.includes(table)

  /** The column that took a column's field because a person said so. */
  function takenBy(table: ImportTable, { letter, field }: ImportTable['columns'][number]) {
    const had = untold.get(columnKey(table.key, letter))
    if (field || !had) return
    return table.columns.find((one) => one.field === had)
  }

  /** Whether any table is to be taken; until one is, there is nothing to go on with. */
  const taken = computed(() => tables.value.some((one) => !said.mappings[one.key]?.skip && !lost(one)))

  /** Questions that are open or were answered here. */
  const questions = computed<ImportQuestion[]>(() => {
    const open = new Set(report.value?.questions.map((one) => one.key))
    return [...asked.values()].filter((one) => open.has(one.key) || said.answers[one.key] !== undefined)
  })

  /** Those that nobody answered and for which nothing is supposed: what they are about is left out. */
  const unanswered = computed<ImportQuestion[]>(() =>
    questions.value.filter((one) => said.answers[one.key] === undefined && one.supposed === undefined),
  )

  /** Back from what was written, and taken back, to what was said about the file. */
  function again(at: StepName): void {
    for (const one of [result, imported]) one.value = undefined
    step.value = at
    recheck()
  }

  /** Asks anew what stands of what was written. */
  async function askWritten(): Promise<void> {
    const batch = result.value?.batch
    if (batch) imported.value = await call('imported', { batch })
  }

  return {
    file,
    preview,
    report,
    unsettled,
    result,
    imported,
    fault,
    said,
    step,
    busy,
    cancelled,
    current,
    checking,
    progress,
    saveAs,
    tables,
    lost,
    taken,
    takenBy,
    questions,
    unanswered,
    again,
    askWritten,
    open,
    reset,
    saidAny: steps.any,
    canStep: steps.can,
    restep,
    reread,
    reopen,
    recheck,
    check,
    stop,
    run,
  }
}

let jobs = 0
const newJob = () => `window-${Date.now()}-${++jobs}`

export type Wizard = ReturnType<typeof createWizard>

let only: Wizard | undefined
/** The one import of this window. */
export const useWizard = (): Wizard => (only ??= createWizard())
