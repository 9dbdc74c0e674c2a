import { shallowRef } from 'vue'
import { call, FaultError, toFault, type BackupDone, type BackupFile, type VerifyReport } from '@/bridge'
import { warn } from './notices'

export type { BackupDone, BackupFile, VerifyReport }

/** Files chosen elsewhere, for the import page to take up. */
export const handed = shallowRef<readonly File[]>()

/** The one file that can be taken where only one can; of several, says that the others were not. */
export function onlyFirst(files: readonly File[]): File | undefined {
  const [first, ...others] = files
  if (first && others.length) warn('ui.file.only_first', { file: first.name, count: others.length })
  return first
}

/** A file the user chose, ready to be sent. */
export interface Chosen {
  name: string
  data: string
}

/** A file that vanished since it was chosen, or was written to: browsers let neither be read. */
function unread(file: File, error: DOMException | null): FaultError {
  const code = error?.name === 'NotFoundError' ? 'file_missing' : 'file_changed'
  return new FaultError({ code, params: { file: file.name } })
}

/** Reads a chosen file into the form the wire takes. */
export function readFile(file: File): Promise<Chosen> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(unread(file, reader.error))
    reader.onload = () => {
      const url = String(reader.result)
      resolve({ name: file.name, data: url.slice(url.indexOf(',') + 1) })
    }
    reader.readAsDataURL(file)
  })
}

/** Bytes from which a file may be more than a host takes at once. */
const LARGE = 50_000_000

type TooLarge = 'file_too_large' | 'attachment_too_large'

const tooLarge = (file: File, code: TooLarge): FaultError =>
  new FaultError({ code, params: { file: file.name, detail: `${Math.round(file.size / 1_000_000)} MB` } })

/**
 * Reads a chosen file and sends it; `code` says of what sort it is where the host takes no more bytes. One of more
 * bytes than `most` is not even read.
 */
export async function sendFile<Reply>(
  file: File,
  ask: (chosen: Chosen) => Promise<Reply>,
  code: TooLarge = 'file_too_large',
  most = Infinity,
): Promise<Reply> {
  if (file.size > most) throw tooLarge(file, code)
  const chosen = await readFile(file)
  try {
    return await ask(chosen)
  } catch (thrown) {
    // A host that takes no more bytes says only that it does not understand.
    if (file.size < LARGE || toFault(thrown).code !== 'bad_request') throw thrown
    throw tooLarge(file, code)
  }
}

export const backUp = (): Promise<BackupDone> => call('backup', {})
export const listBackups = async (): Promise<BackupFile[]> => (await call('backups', {})).files
export const verifyDesk = (): Promise<VerifyReport> => call('verify', {})
/** Makes all rows and the search index anew from the log, and verifies them. */
export const rebuildDesk = (): Promise<VerifyReport> => call('rebuild', {})

/** Puts a backup in place of the file; a copy of the present file is kept. */
export function restoreBackup(path: string, passphrase?: string) {
  return call('restore_backup', passphrase ? { path, passphrase } : { path })
}
