import type { Component } from 'vue'
import type { Route } from '@/data/route'
import BinPage from '@/pages/BinPage.vue'
import FiguresPage from '@/pages/FiguresPage.vue'
import ImportPage from '@/pages/ImportPage.vue'
import LedgerPage from '@/pages/LedgerPage.vue'
import RecordPage from '@/pages/RecordPage.vue'
import SettingsPage from '@/pages/SettingsPage.vue'

const PAGES: Record<Route['page'], Component> = {
  ledger: LedgerPage,
  record: RecordPage,
  figures: FiguresPage,
  import: ImportPage,
  bin: BinPage,
  settings: SettingsPage,
}

/** The component of a page; each takes the route as `at`. */
export const pageOf = (page: Route['page']): Component => PAGES[page]
