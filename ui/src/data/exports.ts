import { call, type ExportForm, type ExportPreview, type ExportTemplate, type LearnedForm } from '@/bridge'
import { language } from '@/words'
import { sendFile } from './files'
import type { GroupBy } from './layout'
import type { Asked, Query } from './rows'
import { saveBlob } from './saveBlob'

export type { ExportForm, ExportPreview, ExportTemplate, LearnedForm }
export type FormColumn = ExportForm['columns'][number]
export type FormText = ExportForm['foot'][number][number]

export type Format = 'xlsx' | 'csv'

/** How a list is written: on which form, and whether personal numbers are shown in full. */
export interface How {
  format: Format
  /** Of csv: for programs that know no UTF-8. */
  gb18030?: boolean
  template?: string
  form?: ExportForm
  year?: number
  unmasked?: boolean
}

/** What is written: the list as it is chosen and ordered, and the columns it shows. */
export interface What {
  query: Query
  columns: string[]
  group?: GroupBy
  /** Only these records. */
  chosen?: string[]
}

const TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
}

function asked({ query, columns, group, chosen }: What, how: How) {
  const { kind, filters, sort, text } = query
  const ids = chosen ?? query.ids
  return {
    kind,
    format: how.format,
    filters: filters as Asked,
    sort,
    columns,
    language: language(),
    ...(group ? { group } : {}),
    ...(how.gb18030 ? { encoding: 'gb18030' as const } : {}),
    ...(how.template ? { template: how.template } : {}),
    ...(how.form ? { form: how.form } : {}),
    ...(how.year ? { year: how.year } : {}),
    ...(how.unmasked ? { unmasked: true } : {}),
    ...(text ? { text } : {}),
    ...(ids ? { ids } : {}),
  }
}

/** Writes all rows to a file, and says how many and where. */
export async function writeList(what: What, how: How): Promise<void> {
  const done = await call('export_list', asked(what, how))
  const bytes = Uint8Array.from(atob(done.data), (sign) => sign.charCodeAt(0))
  saveBlob(done.file_name, new Blob([bytes], { type: TYPES[how.format] }), done.rows)
}

/** How the list would look as a sheet; `whole` adds up all its records, however many. */
export const previewList = (what: What, how: How, whole = false): Promise<ExportPreview> =>
  call('export_preview', { ...asked(what, how), ...(whole ? { whole } : {}) })

/** The superiors' forms that lists of a kind are handed in on. */
export const templatesOf = async (kind: string): Promise<ExportTemplate[]> =>
  (await call('export_templates', { kind })).templates

/** Learns a form from a file. */
export const learnForm = (kind: string, file: File): Promise<LearnedForm> =>
  sendFile(file, ({ name, data }) => call('learn_export_template', { kind, file_name: name, data }))

/** Keeps a form, as a new template or in place of one that was read; its id. */
export async function saveTemplate(
  kind: string,
  name: string,
  form: ExportForm,
  present?: ExportTemplate,
): Promise<string> {
  const where = present ? { id: present.id, seen: present.version } : {}
  return (await call('save_export_template', { ...where, kind, name, form })).id
}

export const dropTemplate = ({ id, version }: ExportTemplate) =>
  call('delete_record', { kind: 'export_template', id, seen: version })
