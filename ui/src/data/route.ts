import { computed, ref } from 'vue'

/** Where the user stands. The address bar's hash holds it, so back and forward work. */
export type Route =
  | {
      page: 'ledger'
      kind: string
      /** The rows behind a figure. */
      figure?: string
      year?: number
      through?: number
      part?: string
      /** A saved view. */
      view?: string
      /** The rows whose field `where` refers to the record `is`. */
      where?: string
      is?: string
    }
  | { page: 'record'; kind: string; id: string }
  /** The year, and the last month of it that counts. */
  | { page: 'figures'; year?: number; through?: number }
  | {
      page: 'chain'
      code?: string
      segment?: string
      /** What came of the work on it, instead of its map. */
      part?: ChainPart
    }
  /** A sheet of firms on its way to the map; trips; briefing sheets; a newer starter atlas. */
  | { page: 'place' }
  | { page: 'trips'; id?: string }
  | { page: 'brief'; trip?: string; firm?: string; segment?: string }
  | { page: 'atlas' }
  | { page: 'import' }
  | { page: 'bin' }
  | { page: 'settings'; part?: string }
  | { page: 'kit' }

/** What is told of a chain besides its map: how it grew, and how well its ranks foretold it. */
export const CHAIN_PARTS = ['growth', 'backtest'] as const
export type ChainPart = (typeof CHAIN_PARTS)[number]

/** The way to write a route in the address; rows of a figure are named by figure and year, not by ids. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'ledger': {
      const { figure, year, through, part = 'ids', view, where, is } = route
      const months = `${year ? `&year=${year}` : ''}${through ? `&through=${through}` : ''}`
      const rows = figure
        ? `?figure=${figure}${months}&part=${encodeURIComponent(part)}`
        : view
          ? `?view=${view}`
          : where && is
            ? `?where=${where}&is=${is}`
            : ''
      return `#/ledger/${route.kind}${rows}`
    }
    case 'record':
      return `#/record/${route.kind}/${route.id}`
    case 'figures':
      if (!route.year) return '#/figures'
      return `#/figures/${route.year}${route.through ? `?through=${route.through}` : ''}`
    case 'chain': {
      const path = route.code ? `#/chain/${route.code}` : '#/chain'
      if (route.code && route.part) return `${path}/${route.part}`
      return route.segment ? `${path}?segment=${route.segment}` : path
    }
    case 'trips':
      return route.id ? `#/trips/${route.id}` : '#/trips'
    case 'brief': {
      const { trip, firm, segment } = route
      const ask = Object.entries({ trip, firm, segment }).filter(([, value]) => value)
      return `#/brief?${ask.map((pair) => pair.join('=')).join('&')}`
    }
    case 'settings':
      return route.part ? `#/settings/${route.part}` : '#/settings'
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
  const numbered = (...names: ('year' | 'through')[]) =>
    Object.fromEntries(names.flatMap((name) => (ask.get(name) ? [[name, Number(ask.get(name))]] : [])))
  if (page === 'figures') return { page, year: one ? Number(one) : undefined, ...numbered('through') }
  if (page === 'chain') {
    const segment = ask.get('segment')
    const part = CHAIN_PARTS.find((name) => name === two)
    return {
      page,
      ...(one ? { code: one } : {}),
      ...(segment ? { segment } : {}),
      ...(part ? { part } : {}),
    }
  }
  if (page === 'settings') return one ? { page, part: one } : { page }
  if (page === 'trips') return one ? { page, id: one } : { page }
  if (page === 'brief') {
    const named = ['trip', 'firm', 'segment'].flatMap((name) => {
      const value = ask.get(name)
      return value ? [[name, value]] : []
    })
    return { page, ...Object.fromEntries(named) }
  }
  if (page === 'place' || page === 'atlas') return { page }
  if (page === 'import' || page === 'bin' || page === 'kit') return { page }
  const route: Route = { page: 'ledger', kind: page === 'ledger' && one ? one : 'agreement' }
  const figure = ask.get('figure')
  const [view, where, is] = ['view', 'where', 'is'].map((name) => ask.get(name))
  if (figure)
    Object.assign(route, {
      figure,
      ...numbered('year', 'through'),
      part: ask.get('part') ?? 'ids',
    })
  else if (view) Object.assign(route, { view })
  else if (where && is) Object.assign(route, { where, is })
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
