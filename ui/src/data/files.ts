import { shallowRef } from 'vue'
import { call, type BackupDone, type BackupFile, type VerifyReport } from '@/bridge'

export type { BackupDone, BackupFile, VerifyReport }

/** A file chosen elsewhere, for the import page to take up. */
export const handed = shallowRef<File>()

/** A file the user chose, ready to be sent. */
export interface Chosen {
  name: string
  data: string
}

/** Reads a chosen file into the form the wire takes. */
export function readFile(file: File): Promise<Chosen> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
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
