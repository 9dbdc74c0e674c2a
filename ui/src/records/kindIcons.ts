import {
  Banknote,
  Blocks,
  Briefcase,
  Building2,
  Contact,
  Factory,
  FileSignature,
  Folder,
  Footprints,
  Gauge,
  Handshake,
  KeyRound,
  LandPlot,
  Layers,
  Link2,
  MapPin,
  Sprout,
  Star,
  Users,
  Warehouse,
} from '@lucide/vue'
import type { Component } from 'vue'
import { allKinds } from '@/data/kinds'

/** The kinds that the window knows, in the order of its navigation. */
const ICONS: Record<string, Component> = {
  lead: Sprout,
  visit: Footprints,
  project: Briefcase,
  project_phase: Layers,
  agreement: FileSignature,
  payment: Banknote,
  key_project: Star,
  factory_unit: Warehouse,
  lease: KeyRound,
  parcel: LandPlot,
  indicator_value: Gauge,
  enterprise: Building2,
  contact: Contact,
  partner: Handshake,
  office: MapPin,
  person: Users,
  chain: Link2,
  segment: Blocks,
  park: Factory,
}
const ORDER = Object.keys(ICONS)

/** The icon of a kind; one that this window does not know gets a folder. */
export const kindIcon = (kind: string): Component => ICONS[kind] ?? Folder

const place = (kind: string) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)

/** The kinds that have a ledger, in the order of the navigation. */
export function ledgerKinds(): string[] {
  return allKinds()
    .filter((one) => !one.internal && one.name !== 'extra_field')
    .map((one) => one.name)
    .sort((a, b) => place(a) - place(b))
}
