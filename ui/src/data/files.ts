import { shallowRef } from 'vue'
import { call, FaultError, type BackupDone, type BackupFile, type VerifyReport } from '@/bridge'

export type { BackupDone, BackupFile, VerifyReport }

/** A file chosen elsewhere, for the import page to take up. */
export const handed = shallowRef<File>()

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

export const backUp = (): Promise<BackupDone> => call('backup', {})
export const listBackups = async (): Promise<BackupFile[]> => (await call('backups', {})).files
export const verifyDesk = (): Promise<VerifyReport> => call('verify', {})
/** Makes all rows and the search index anew from the log, and verifies them. */
export const rebuildDesk = (): Promise<VerifyReport> => call('rebuild', {})

/** Puts a backup in place of the file; a copy of the present file is kept. */
export function restoreBackup(path: string, passphrase?: string) {
  return call('restore_backup', passphrase ? { path, passphrase } : { path })
}
