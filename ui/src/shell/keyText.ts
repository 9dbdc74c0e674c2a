import { tOr } from '@/words'

/** Keys as they stand on a keyboard: 'Alt+ArrowDown' is Alt+↓. */
export function keyText(keys: string): string {
  return keys
    .split('+')
    .map((one) => tOr(`ui.keyname.${one}`, one))
    .join('+')
}
