import type { ChainParts, ChainTarget, RelationInfo, SegmentFirm, SegmentInfo } from '@/bridge'

export type {
  ChainDone,
  ChainInfo,
  ChainMap,
  ChainPark,
  ChainReason as Reason,
  ChainSegment,
  LeadMade,
  SegmentFirm,
  SegmentInfo,
} from '@/bridge'

export type Target = ChainTarget
export type GapParts = ChainParts
export type Layer = SegmentInfo['layer']
export type RelationKind = RelationInfo['kind']
export type LinkRole = SegmentFirm['role']
