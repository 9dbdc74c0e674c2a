import { saveBlob } from '@/data/saveBlob'

/** Puts a picture on the clipboard; where the system refuses pictures there, it is saved as a file instead. */
export async function copyPicture(picture: Promise<Blob>, name: string): Promise<'copied' | 'saved'> {
  try {
    // Given as a promise, for WebKit, which wants to be asked at the press itself.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    return 'copied'
  } catch {
    saveBlob(`${name}.png`, await picture)
    return 'saved'
  }
}
