import type { ChainParts, ChainTarget, RelationInfo, SegmentFirm, SegmentInfo } from '@/bridge'

export type {
  ChainBacktest,
  ChainDone,
  ChainHistory,
  ChainLocal,
  ChainInfo,
  ChainMap,
  ChainPark,
  ChainPoint,
  ChainReason as Reason,
  ChainRules,
  ChainSegment,
  ChainSetting,
  ChainShare,
  LeadMade,
  SegmentFirm,
  SegmentInfo,
  StateChange,
  StateOverride,
} from '@/bridge'

export type Target = ChainTarget
export type GapParts = ChainParts
export type Layer = SegmentInfo['layer']
export type RelationKind = RelationInfo['kind']
export type LinkRole = SegmentFirm['role']
export type TargetParts = ChainTarget['parts']
