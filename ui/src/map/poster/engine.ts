/** What `crates/picture` runs: text in, text out, in an engine that has no window. */
import { sheets } from './entry'
import type { Request } from './request'

declare global {
  /** Given by the engine: how wide a text is in the letters of the picture. */
  function letterWidth(text: string, size: number, bold: boolean): number
  /** Called by the engine. */
  var drawSheets: (request: string) => string
}

globalThis.drawSheets = (request) =>
  JSON.stringify({ sheets: sheets(JSON.parse(request) as Request, globalThis.letterWidth) })
