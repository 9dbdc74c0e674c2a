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
