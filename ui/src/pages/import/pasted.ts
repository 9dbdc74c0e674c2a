import { readClip } from '@/kit/grid/clip'
import { t } from '@/words'

/** Fewer rows than these are no table with headings. */
const LEAST_ROWS = 2
const LEAST_COLUMNS = 2

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A table copied elsewhere, as a file; nothing where the clipboard holds none. */
export function pasted(clip: { text: string; html: string }): File | undefined {
  const block = readClip(clip)
  if (block.length < LEAST_ROWS || (block[0]?.length ?? 0) < LEAST_COLUMNS) return undefined
  const lines = block.map((row) => row.map((cell) => quoted(cell.merged ? '' : cell.text)).join(','))
  return new File([lines.join('\n') + '\n'], t('ui.wizard.pasted'), { type: 'text/csv' })
}
