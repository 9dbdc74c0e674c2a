import { call } from '@/bridge'
import type { Commands } from '@/bridge'
import type { ChainDone, ChainInfo, ChainMap, ChainPark, ChainSegment, LeadMade, Target } from './types'

type Asked<Name extends keyof Commands> = Commands[Name]['request']

/** The chains of this desk. */
export const readChains = async (): Promise<ChainInfo[]> => (await call('chains', {})).chains

/** A chain with its segments and relations, now or as it was on a day. */
export const readMap = (chain: string, at?: string): Promise<ChainMap> => call('chain_map', { chain, at })

/** One segment with its enterprises, relations and leads. */
export const readSegment = (segment: string, at?: string): Promise<ChainSegment> =>
  call('chain_segment', { segment, at })

/** Whom to call for a gap, the best first. */
export const readTargets = async (chain: string, segment: string, limit = 20): Promise<Target[]> =>
  (await call('chain_targets', { chain, segment, limit })).targets

/** Parks by how much one visit would serve. */
export const readParks = async (chain: string, segment: string, limit = 8): Promise<ChainPark[]> =>
  (await call('chain_parks', { chain, segment, limit })).parks

/** Makes a lead of an enterprise for a gap, or finds the one there is. */
export const makeLead = (segment: string, enterprise: string): Promise<LeadMade> =>
  call('make_lead', { segment, enterprise })

/** Adds a segment: below another, or at the first level of a layer. */
export const addSegment = (request: Asked<'add_segment'>): Promise<ChainDone> => call('add_segment', request)

/** Moves a segment with all below it; `null` stands for the first level, and for the first place. */
export const moveSegment = (request: Asked<'move_segment'>): Promise<ChainDone> =>
  call('move_segment', request)

/** Takes segments into another, with their enterprises and relations. */
export const mergeSegments = (into: string, segments: string[]): Promise<ChainDone> =>
  call('merge_segments', { into, segments })

/** Parts a segment into several below it. */
export const splitSegment = (segment: string, parts: { name: string }[]): Promise<ChainDone> =>
  call('split_segment', { segment, parts: parts.map((one) => ({ ...one, links: [] })) })

/** Puts a segment into the bin, with all below it and its relations. */
export const removeSegment = (segment: string): Promise<ChainDone> => call('remove_segment', { segment })

/** Adds a list of segments, a line each, nested by indentation. */
export const pasteSegments = (request: Asked<'paste_segments'>): Promise<ChainDone> =>
  call('paste_segments', request)

/** The segments an enterprise stands in. */
export async function firmSegments(enterprise: string): Promise<string[]> {
  const { rows } = await call('records', {
    kind: 'enterprise_segment',
    filters: [{ field: 'enterprise', op: 'is', value: enterprise }],
    sort: [],
    offset: 0,
    limit: 50,
  })
  return rows.map((row) => String(row.values.segment ?? '')).filter(Boolean)
}
