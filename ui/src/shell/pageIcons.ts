import { ChartColumn, Network, Route, Settings, Trash2, Upload } from '@lucide/vue'
import type { Component } from 'vue'

/** The icons of the pages that are no ledger, the same wherever one goes there from. */
export const PAGE_ICONS = {
  map: Network,
  place: Network,
  atlas: Network,
  trips: Route,
  figures: ChartColumn,
  import: Upload,
  bin: Trash2,
  settings: Settings,
} satisfies Record<string, Component>
