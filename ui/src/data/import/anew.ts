import { ref } from 'vue'
import { go, route } from '../route'

/** How often an import was asked for on the page where it is made. */
export const askedAnew = ref(0)

/** Goes to the import; who is there already begins another. */
export function goImport(): void {
  if (route.value.page === 'import') askedAnew.value++
  else go({ page: 'import' })
}
