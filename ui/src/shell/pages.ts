import { defineAsyncComponent, type Component } from 'vue'
import type { Route } from '@/data/route'
import LedgerPage from '@/pages/LedgerPage.vue'

// The ledger is what a start shows; the others come when they are asked for.
const PAGES: Record<Route['page'], Component> = {
  ledger: LedgerPage,
  record: defineAsyncComponent(() => import('@/pages/RecordPage.vue')),
  figures: defineAsyncComponent(() => import('@/pages/FiguresPage.vue')),
  chain: defineAsyncComponent(() => import('@/pages/ChainPage.vue')),
  place: defineAsyncComponent(() => import('@/pages/PlacePage.vue')),
  trips: defineAsyncComponent(() => import('@/pages/TripsPage.vue')),
  brief: defineAsyncComponent(() => import('@/pages/BriefPage.vue')),
  atlas: defineAsyncComponent(() => import('@/pages/AtlasPage.vue')),
  import: defineAsyncComponent(() => import('@/pages/ImportPage.vue')),
  bin: defineAsyncComponent(() => import('@/pages/BinPage.vue')),
  settings: defineAsyncComponent(() => import('@/pages/SettingsPage.vue')),
  kit: defineAsyncComponent(() => import('@/pages/KitPage.vue')),
}

/** The component of a page; each takes the route as `at`. */
export const pageOf = (page: Route['page']): Component => PAGES[page]
