import { computed, ref } from 'vue'

/** Where the user stands. The address bar's hash holds it, so back and forward work. */
export type Route =
  | { page: 'ledger'; kind: string; figure?: string; year?: number; part?: string }
  | { page: 'record'; kind: string; id: string }
  | { page: 'figures'; year?: number }
  | { page: 'import' }
  | { page: 'bin' }
  | { page: 'settings' }

/** The way to write a route in the address; rows of a figure are named by figure and year, not by ids. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'ledger': {
      const rows = route.figure
        ? `?figure=${route.figure}&year=${route.year}&part=${route.part ?? 'ids'}`
        : ''
      return `#/ledger/${route.kind}${rows}`
    }
    case 'record':
      return `#/record/${route.kind}/${route.id}`
    case 'figures':
      return route.year ? `#/figures/${route.year}` : '#/figures'
    default:
      return `#/${route.page}`
  }
}

/** Reads an address; anything unknown is the ledger of agreements. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [page, one, two] = path.split('/').map(decodeURIComponent)
  const ask = new URLSearchParams(query)
  if (page === 'record' && one && two) return { page, kind: one, id: two }
  if (page === 'figures') return { page, year: one ? Number(one) : undefined }
  if (page === 'import' || page === 'bin' || page === 'settings') return { page }
  const route: Route = { page: 'ledger', kind: page === 'ledger' && one ? one : 'agreement' }
  const figure = ask.get('figure')
  if (figure) Object.assign(route, { figure, year: Number(ask.get('year')), part: ask.get('part') ?? 'ids' })
  return route
}

const hash = ref(location.hash)
window.addEventListener('hashchange', () => (hash.value = location.hash))

export const route = computed(() => parseHash(hash.value))

/** Goes to a page; the window's back button returns. */
export function go(next: Route): void {
  location.hash = hrefOf(next)
  hash.value = location.hash
}
