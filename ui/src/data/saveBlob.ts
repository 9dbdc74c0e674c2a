import { inWindow } from '@/bridge'
import { numberText } from '@/words'
import { say } from './notices'

/** Hands a file to the person's folder of downloads. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to read it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** The same with bytes as they came over the wire. */
export function saveBase64(name: string, data: string): void {
  saveBlob(name, new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))]))
}

/** Says what was written, and where such files go; only the system knows the folder itself. */
export function sayWritten(rows: number, name: string): void {
  say(inWindow ? 'ui.grid.exported_window' : 'ui.grid.exported_browser', { rows: numberText(rows), name })
}
