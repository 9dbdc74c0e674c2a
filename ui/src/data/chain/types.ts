import type { JsonValue } from '@/bridge'

export type Layer = 'upstream' | 'midstream' | 'downstream' | 'support'
export type ChainState = 'strong' | 'weak' | 'missing' | 'extend' | 'unknown'
export type RelationKind = 'supplies' | 'equips' | 'tests' | 'recycles' | 'serves'
export type LinkRole = 'makes' | 'needs' | 'plans'
export type Confidence = 'high' | 'medium' | 'low'
export interface Titled {
  id: string
  title: string
}
export interface Share {
  value: number | null
  measured: number | null
  known: number
  leaves: number
}
export interface ChainInfo {
  id: string
  version: number
  code: string
  name: string
  name_en?: string | null
  atlas_version?: number | null
  segments: number
  leaves: number
  relations: number
  local: number
  target: number
  gaps: number
  completeness: Share
}
export interface SegmentCounts {
  local: number
  target: number
  plan: number
  need: number
  lead: number
  project: number
  signed_yuan: string
}
export interface GapParts {
  importance: number | null
  feasibility: number | null
  availability: number | null
  policy: number | null
}
export interface SegmentInfo {
  id: string
  version: number
  code?: string | null
  parent?: string | null
  layer: Layer
  order_key: string
  depth: number
  leaf: boolean
  name: string
  name_en?: string | null
  aliases: string[]
  keywords: string[]
  gbt4754_codes: string[]
  description?: string | null
  must_have: boolean
  chokepoint: boolean
  policy_priority?: 'low' | 'middle' | 'high' | null
  confidence?: Confidence | null
  source?: string | null
  state: ChainState
  computed: ChainState
  override?: null | {
    id: string
    version: number
    state: ChainState
    reason: string
    person?: Titled | null
    expires_at?: string | null
  }
  gap: number | null
  rank: number | null
  rank_low: number | null
  rank_high: number | null
  parts: GapParts | null
  coverage: number | null
  capacity_known: boolean
  lq: number | null
  hhi: number | null
  single_supplier: boolean
  states?: Record<ChainState, number> | null
  direct: SegmentCounts
  total: SegmentCounts
  changed: number
}
export interface RelationInfo {
  id: string
  version: number
  from: string
  to: string
  kind: RelationKind
  what?: string | null
  coefficient?: number | null
  share?: number | null
  critical: boolean
  confidence?: Confidence | null
  source?: string | null
}
export interface ChainMap {
  chain: ChainInfo
  at?: string | null
  formula: number
  weights: GapParts
  layers: { layer: Layer; completeness: Share }[]
  segments: SegmentInfo[]
  relations: RelationInfo[]
}
export interface Reason {
  code: string
  params: Record<string, string>
}
export interface SegmentFirm {
  link: string
  link_version: number
  segment: string
  enterprise: string
  name: string
  short_name?: string | null
  region?: string | null
  park?: Titled | null
  local: boolean
  role: LinkRole
  product?: string | null
  capacity?: string | null
  capacity_unit?: string | null
  evidence?: string | null
  evidence_date?: string | null
  confidence?: Confidence | null
  source?: string | null
  confirmed: boolean
  tags: string[]
  score: number | null
  lead?: string | null
  claimed_by?: string | null
  last_visit?: string | null
}
export interface ChainSegment {
  segment: SegmentInfo
  chain: string
  path: string[]
  firms: SegmentFirm[]
  incoming: RelationInfo[]
  outgoing: RelationInfo[]
  why: Reason[]
  leads: { id: string; enterprise?: string; name: string; open: boolean }[]
  projects: { id: string; name: string; stage?: string; signed_yuan: string }[]
}
export interface TargetParts {
  fit: number | null
  capacity: number | null
  propensity: number | null
  linkage: number | null
  transfer: number | null
  quality: number | null
}
export interface Target {
  enterprise: string
  name: string
  short_name?: string | null
  region?: string | null
  park?: Titled | null
  segment: string
  score: number | null
  confidence: number
  parts: TargetParts
  reasons: Reason[]
  distance_km?: number | null
  office?: Titled | null
  lead?: string | null
  claimed_by?: string | null
  last_visit?: string | null
  tags: string[]
}
export interface Targets {
  segment?: string | null
  targets: Target[]
  total: number
}
export interface ChainPark {
  id: string
  name: string
  region?: string | null
  level?: string | null
  longitude?: number | null
  latitude?: number | null
  distance_km?: number | null
  office?: Titled | null
  score: number
  gaps: { segment: string; name: string; targets: number; best: number }[]
  targets: { enterprise: string; name: string; score: number; segment: string }[]
}
export interface ChainHistory {
  points: {
    at: string
    completeness: Share
    layers: { layer: Layer; completeness: Share }[]
    states: Record<ChainState, number>
  }[]
  closed: { segment: string; name: string; from: ChainState; to: ChainState; at: string }[]
}
export interface ChainRules {
  version: number
  settings: { name: string; value: number; default: number; low: number; high: number }[]
}
export interface ChainDone {
  batch?: string | null
  created: number
  changed: number
  deleted: number
  segments: string[]
}
export interface LeadMade {
  lead: string
  version: number
  created: boolean
}
export type AtlasField = { field: string; ours?: JsonValue; atlas?: JsonValue; edited: boolean }
