import { shallowRef } from 'vue'
import { warn } from '../notices'

/** How the names of files end that the import reads. */
export const LEDGER_FORMATS = [
  ...['.xlsx', '.xlsm', '.xlsb', '.xls', '.et', '.ods'],
  ...['.csv', '.tsv', '.txt', '.htm', '.html', '.xml'],
] as const

/**
 * Files that were given to the import and wait until the one before them is done with, in order. Like the import
 * itself they outlive the page.
 */
export const waiting = shallowRef<readonly File[]>([])

/** Lets files wait behind the others. */
export function queue(files: readonly File[]): void {
  waiting.value = [...waiting.value, ...files]
}

/** Takes the file whose turn it is out of the queue. */
export function nextFile(): File | undefined {
  const [next, ...others] = waiting.value
  waiting.value = others
  return next
}

/** Lets a file wait no longer; it is not opened. */
export function leaveOut(file: File): void {
  waiting.value = waiting.value.filter((one) => one !== file)
}

const isLedger = ({ name }: File) => LEDGER_FORMATS.some((end) => name.toLowerCase().endsWith(end))

/**
 * Those of several files that may be ledgers by their names; says which are not taken. A file that comes alone is
 * tried whatever its name, and its content decides.
 */
export function ledgersOf(files: readonly File[]): readonly File[] {
  if (files.length < 2) return files
  const others = files.filter((file) => !isLedger(file))
  if (others.length)
    warn('ui.queue.not_taken', { count: others.length, files: others.map(({ name }) => name).join('、') })
  return files.filter(isLedger)
}
