import { inWindow, onFileWritten, type FileWritten } from '@/bridge'
import { numberText } from '@/words'
import { say, warn } from './notices'

interface Handed {
  name: string
  /** How many rows of a list it has. */
  rows?: number
}

/** What was handed to the window and is not known to be written yet. */
const handed: Handed[] = []
const stem = (name: string) => name.replace(/\.[^.]*$/, '')

function written([done, path]: FileWritten): void {
  // Another of the same name got a number after it.
  const at = handed.findIndex(({ name }) => path?.includes(stem(name)))
  const [file] = handed.splice(Math.max(0, at), 1)
  if (!file) return
  if (!done) return warn('ui.grid.not_saved', { name: file.name })
  if (file.rows === undefined) return
  const rows = numberText(file.rows)
  if (path) say('ui.grid.exported_to', { rows, path })
  else say('ui.grid.exported_window', { rows, name: file.name })
}
if (inWindow) onFileWritten(written)

/** Hands a file to the person's folder of downloads; of the rows of a list, says where they were written. */
export function saveBlob(name: string, blob: Blob, rows?: number): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  if (inWindow) handed.push({ name, rows })
  link.click()
  // A browser keeps to itself where its downloads go.
  if (!inWindow && rows !== undefined) say('ui.grid.exported_browser', { rows: numberText(rows), name })
  // The browser has begun to read it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** The same with bytes as they came over the wire. */
export function saveBase64(name: string, data: string, rows?: number): void {
  saveBlob(name, new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))]), rows)
}
