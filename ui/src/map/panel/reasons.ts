import type { Reason } from '@/data/chain/types'
import { tOr } from '@/words'

/** Why, as a sentence of the shared words. */
export const reasonText = (reason: Reason): string =>
  tOr(`chain.reason.${reason.code}`, Object.values(reason.params).join(' '), reason.params)
