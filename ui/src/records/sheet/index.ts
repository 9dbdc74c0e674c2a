import { say, sayFault, warn } from '@/data/notices'
import { MOST_CELLS, readClip, TooManyCells, type Block, type Clip } from '@/kit/grid/clip'
import type { GridRange } from '@/kit/grid/types'
import { numberText } from '@/words'
import { copied, type Copied } from './copy'
import { cellsMeant, planClear, planFill } from './fill'
import { planPaste } from './paste'
import { run } from './run'
import type { Sheet } from './sheet'

export { asking, busy } from './run'

const tooMany = (cells: number) =>
  warn('ui.paste.too_many', { count: numberText(cells), most: numberText(MOST_CELLS) })

/** What was copied last from rows that had to be fetched first; the next copy of the same cells has it. */
let ready: { key: string; copied: Copied } | undefined

const keyOf = (sheet: Sheet, range: GridRange, headed: boolean): string =>
  JSON.stringify([sheet.kind, sheet.columns.map((one) => one.id), range, headed, sheet.rows.total.value])

/** The marked rows, if all of them are here. */
function present(sheet: Sheet, range: GridRange, headed: boolean): Copied | undefined {
  const rows = []
  for (let at = range.top; at <= range.bottom; at++) {
    const row = sheet.rows.rowAt(at)
    if (row) rows.push(row)
    else if (!sheet.rows.bandAt(at)) return undefined
  }
  return copied(sheet, range, rows, headed)
}

/**
 * Copies the marked cells, under their headings where those are asked for, and clears them where they are cut.
 * Rows that are not here yet are fetched; the clipboard of the event is closed by then, so the system's own is
 * asked, and where that refuses, the next press of the keys copies what is here now.
 */
export async function copy(
  sheet: Sheet,
  event: DataTransfer | null,
  range: GridRange,
  cut: boolean,
  headed = false,
): Promise<void> {
  if (cellsMeant(range) > MOST_CELLS) return tooMany(cellsMeant(range))
  const key = keyOf(sheet, range, headed)
  const now = ready?.key === key ? ready.copied : present(sheet, range, headed)
  ready = undefined
  if (now && event) {
    event.setData('text/plain', now.text)
    event.setData('text/html', now.html)
    sheet.copied(now.cells)
  } else if (!(await copyLater(sheet, range, key, headed, now))) return
  if (cut) await run(sheet, planClear(sheet, range))
}

async function copyLater(
  sheet: Sheet,
  range: GridRange,
  key: string,
  headed: boolean,
  now?: Copied,
): Promise<boolean> {
  try {
    const found =
      now ??
      copied(
        sheet,
        range,
        (await sheet.rows.between(range.top, range.bottom)).map((one) => one.row),
        headed,
      )
    try {
      const blob = (text: string, type: string) => new Blob([text], { type })
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': blob(found.text, 'text/plain'),
          'text/html': blob(found.html, 'text/html'),
        }),
      ])
      sheet.copied(found.cells)
      return true
    } catch {
      ready = { key, copied: found }
      warn('ui.paste.again', { count: numberText(found.cells) })
    }
  } catch (thrown) {
    sayFault(thrown)
  }
  return false
}

/** Pastes what the clipboard brought at the marked cells. */
export async function paste(sheet: Sheet, clip: Clip, range: GridRange): Promise<void> {
  let block: Block
  try {
    block = readClip(clip)
  } catch (thrown) {
    if (thrown instanceof TooManyCells) return tooMany(thrown.cells)
    throw thrown
  }
  if (!clip.text && !clip.html) return say('ui.paste.empty')
  const meant = Math.max(cellsMeant(range), block.length * (block[0]?.length ?? 0))
  if (meant > MOST_CELLS) return tooMany(meant)
  await run(sheet, planPaste(sheet, range, block))
}

/** Pastes from a menu, where no event brings the clipboard. */
export async function pasteFromSystem(sheet: Sheet, range: GridRange): Promise<void> {
  try {
    const clip: Clip = { text: '', html: '' }
    for (const item of await navigator.clipboard.read()) {
      const of = async (type: string) =>
        item.types.includes(type) ? await (await item.getType(type)).text() : ''
      clip.text ||= await of('text/plain')
      clip.html ||= await of('text/html')
    }
    await paste(sheet, clip, range)
  } catch {
    warn('ui.paste.keys')
  }
}

/** Fills cells with the values of others. */
export async function fill(sheet: Sheet, from: GridRange, to: GridRange): Promise<void> {
  if (cellsMeant(to) > MOST_CELLS) return tooMany(cellsMeant(to))
  await run(sheet, planFill(sheet, from, to))
}

/** Puts one text into all of the marked cells. */
export async function spread(sheet: Sheet, text: string, range: GridRange): Promise<void> {
  if (cellsMeant(range) > MOST_CELLS) return tooMany(cellsMeant(range))
  const plan = planPaste(sheet, range, [[{ text }]])
  await run(
    sheet,
    plan.then((one) => ({ ...one, intent: 'fill', choice: undefined })),
  )
}

/** Clears the marked cells. */
export async function clear(sheet: Sheet, range: GridRange): Promise<void> {
  if (cellsMeant(range) > MOST_CELLS) return tooMany(cellsMeant(range))
  await run(sheet, planClear(sheet, range))
}
