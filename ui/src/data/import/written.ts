import { call, type ImportedPart, type PastImport } from '@/bridge'
import type { Route } from '../route'
import { refreshUndo, tellStep } from '../undo'

/** What an import did with records. */
export type ImportPart = ImportedPart

/** The most records whose ledger can be shown by their ids alone. */
export const MOST_SHOWN = 5000

/** The ledger of what an import did with the records of a kind. */
export const importRows = (batch: string, kind: string, part: ImportPart): Route => ({
  page: 'ledger',
  kind,
  figure: `import.${batch}`,
  part,
})

export type { PastImport }

/** The latest imports, newest first. */
export const pastImports = async (): Promise<PastImport[]> => (await call('imports', {})).imports

/** Takes a whole import back; rows that were edited since stay, and are named. */
export async function takeBack(batch: string): Promise<void> {
  try {
    tellStep('undo', await call('undo_batch', { batch }))
  } finally {
    await refreshUndo()
  }
}
