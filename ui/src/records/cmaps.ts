/** Tables of the Chinese encodings: documents that name 宋体 without carrying it are read by these. */
const TABLES = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/{GB,UniGB,Adobe-GB}*.bcmap', {
  query: '?url&inline',
  import: 'default',
})

/** Hands the reader of documents the table it asks for; a table is fetched when a document needs it. */
export class ChineseTables {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const load = TABLES[`../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`]
    if (!load) throw new Error(name)
    const text = atob((await load()).split(',')[1] ?? '')
    const cMapData = Uint8Array.from(text, (one) => one.charCodeAt(0))
    return { cMapData, isCompressed: true }
  }
}
