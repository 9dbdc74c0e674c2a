import { call } from '@/bridge'
import { createRecord } from '../edits'
import type {
  ChainDone,
  ChainHistory,
  ChainInfo,
  ChainMap,
  ChainPark,
  ChainSegment,
  LeadMade,
  Layer,
  Target,
  Targets,
} from './types'

const ask = call as unknown as <Reply>(name: string, request: object) => Promise<Reply>

/** The chains of this desk. */
export const readChains = async (): Promise<ChainInfo[]> =>
  (await ask<{ chains: ChainInfo[] }>('chains', {})).chains

/** A chain with its segments and relations, now or as it was on a day. */
export const readMap = (chain: string, at?: string): Promise<ChainMap> =>
  ask('chain_map', { chain, ...(at ? { at } : {}) })

/** One segment with its enterprises, relations and leads. */
export const readSegment = (segment: string, at?: string): Promise<ChainSegment> =>
  ask('chain_segment', { segment, ...(at ? { at } : {}) })

/** Whom to call for a gap, the best first. */
export const readTargets = (chain: string, segment: string, limit = 20): Promise<Targets> =>
  ask('chain_targets', { chain, segment, limit })

/** Parks by how much one visit would serve. */
export const readParks = async (chain: string, segment?: string, limit = 8): Promise<ChainPark[]> =>
  (await ask<{ parks: ChainPark[] }>('chain_parks', { chain, limit, ...(segment ? { segment } : {}) })).parks

/** How complete a chain was, month by month. */
export const readHistory = (chain: string, months = 12): Promise<ChainHistory> =>
  ask('chain_history', { chain, months })

/** Makes a lead of an enterprise for a gap, or finds the one there is. */
export const makeLead = (segment: string, enterprise: string): Promise<LeadMade> =>
  ask('make_lead', { segment, enterprise })

/** Adds a segment: below another, or at the first level of a layer. */
export const addSegment = (request: {
  chain: string
  name: string
  parent?: string
  layer?: Layer
  after?: string
}): Promise<ChainDone> => ask('add_segment', request)

/** Moves a segment with all below it; `null` stands for the first level, and for the first place. */
export const moveSegment = (request: {
  segment: string
  seen: number
  parent?: string | null
  layer?: Layer
  after?: string | null
}): Promise<ChainDone> => ask('move_segment', request)

/** Takes segments into another, with their enterprises and relations. */
export const mergeSegments = (into: string, segments: string[]): Promise<ChainDone> =>
  ask('merge_segments', { into, segments })

/** Parts a segment into several below it. */
export const splitSegment = (segment: string, parts: { name: string }[]): Promise<ChainDone> =>
  ask('split_segment', { segment, parts })

/** Puts a segment into the bin, with all below it and its relations. */
export const removeSegment = (segment: string): Promise<ChainDone> => ask('remove_segment', { segment })

/** Adds a list of segments, a line each, nested by indentation. */
export const pasteSegments = (request: {
  chain: string
  parent?: string
  layer?: Layer
  text: string
}): Promise<ChainDone> => ask('paste_segments', request)

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

/** Puts a target on the list of visits to come. */
export const addVisit = (target: Target, content: string) =>
  createRecord('visit', {
    enterprise: target.enterprise,
    content,
    ...(target.region ? { city: target.region } : {}),
    ...(target.park ? { place: target.park.title } : {}),
    ...(target.lead ? { lead: target.lead } : {}),
  })
