import { shallowRef } from 'vue'
import { call } from '@/bridge'
import { deleteRecord, editRecord } from '../edits'
import { useChanged } from '../live'
import { sayFault } from '../notices'

const KIND = 'import_template'
/** More than any desk has. */
const MOST = 500

/** How one office writes one of its ledgers; a table with these headings is read by it. */
export interface ImportTemplate {
  id: string
  version: number
  name: string
  /** The kind of its rows. */
  of_kind: string
  heads: string[]
}

async function read(): Promise<ImportTemplate[]> {
  const sort = [{ field: 'name', descending: false }]
  const { rows } = await call('records', { kind: KIND, filters: [], sort, offset: 0, limit: MOST })
  return rows.map(({ id, version, values }) => ({
    id,
    version,
    name: String(values.name ?? ''),
    of_kind: String(values.of_kind ?? ''),
    heads: Array.isArray(values.heads) ? values.heads.map(String) : [],
  }))
}

/** The templates that imports have kept at this desk. */
export function useTemplates() {
  const templates = shallowRef<ImportTemplate[]>([])
  const reload = () =>
    read()
      .then((found) => (templates.value = found))
      .catch(sayFault)
  void reload()
  useChanged(({ kinds }) => void (kinds.includes(KIND) && reload()))
  return { templates }
}

export const renameTemplate = ({ id, version }: ImportTemplate, name: string) =>
  editRecord(KIND, id, version, { name })

/** Bins a template; what was imported by it stays, and undo brings it back. */
export const binTemplate = ({ id, version, name }: ImportTemplate) => deleteRecord(KIND, id, version, name)
