import { shallowRef } from 'vue'
import { call } from '@/bridge'
import { createRecord, deleteRecord, editRecord } from '../edits'
import type { Value } from '../value'
import type {
  ChainBacktest,
  ChainHistory,
  ChainLocal,
  ChainPark,
  ChainRules,
  StateOverride,
  Target,
} from './types'

/** How a chain grew over so many months, and which links changed. */
export const readHistory = (chain: string, months: number): Promise<ChainHistory> =>
  call('chain_history', { chain, months })

/** What came of the gaps and targets that were ranked highest on a day. */
export const readBacktest = (chain: string, at: string): Promise<ChainBacktest> =>
  call('chain_backtest', { chain, at })

/** What a firm of ours lacks, and whom it could supply. */
export const readLocal = (enterprise: string): Promise<ChainLocal> => call('chain_local', { enterprise })

/** The best targets over all open gaps of a chain, each at its best gap. */
export const readBest = async (chain: string, limit = 20): Promise<Target[]> =>
  (await call('chain_targets', { chain, limit })).targets

/** Parks by how much one visit would serve the whole chain. */
export const readAllParks = async (chain: string, limit = 20): Promise<ChainPark[]> =>
  (await call('chain_parks', { chain, limit })).parks

const rules = shallowRef<ChainRules>()

/** The numbers of the formula as they were last read; absent until somebody asked. */
export const knownRules = rules

/** Reads the numbers of the formula. */
export async function readRules(): Promise<ChainRules> {
  return (rules.value = await call('chain_rules', {}))
}

/** Keeps other numbers as one new version of the formula. */
export async function saveRules(values: Record<string, number>): Promise<ChainRules> {
  return (rules.value = await call('save_chain_rules', { values }))
}

/** What a person says about a segment. */
export interface Judgement {
  state: StateOverride['state']
  reason: string
  /** Who says it: a record, or the name of a person who becomes one together with this. */
  person: Value
  /** The last day it holds. */
  expires_at: string | null
}

/** Puts a person's judgement over what the formula says, or changes the one that holds. */
export async function judge(
  segment: string,
  said: Judgement,
  before: StateOverride | null | undefined,
): Promise<void> {
  const values = { ...said }
  if (before) await editRecord('segment_override', before.id, before.version, values)
  else await createRecord('segment_override', { segment, ...values })
}

/** Takes a judgement back: what the formula says holds again. */
export const unjudge = (held: StateOverride, title: string): Promise<void> =>
  deleteRecord('segment_override', held.id, held.version, title)
