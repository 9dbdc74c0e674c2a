import { kindLabel } from '@/fields/labels'
import { tOr } from '@/words'

/** What a ledger is called: by what its rows are, unless that says too little. */
export const ledgerName = (name: string, kinds: string[]): string =>
  tOr(`ui.wizard.ledger_${name}`, kindLabel(kinds[0] ?? name))
