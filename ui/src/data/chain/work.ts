import { call, type Commands } from '@/bridge'
import { createRecord, editRecord } from '../edits'

export type {
  AtlasChange,
  AtlasChanges,
  Brief,
  BriefGap,
  ChainPlaced,
  ChainProblem,
  PlacedRow,
  PlacedSegment,
  SavePlace,
  Trip,
  TripInfo,
  TripStop,
} from '@/bridge'

type Asked<Name extends keyof Commands> = Commands[Name]['request']

/** Where the firms of a sheet belong; nothing is written. */
export const placeSheet = (file: { name: string; data: string }, chain?: string) =>
  call('chain_place', {
    file_name: file.name,
    data: file.data,
    scopes: [],
    ...(chain ? { chain } : {}),
  })

/** Puts firms on the map in one batch, and learns from what was accepted and rejected. */
export const savePlaces = (rows: Asked<'save_places'>['rows']) => call('save_places', { rows })

/** What the starter atlas has that this desk has not, or has otherwise. */
export const readAtlas = () => call('chain_atlas_changes', {})

/** Takes some of the differences over, in one batch. */
export const applyAtlas = (ids: string[], without: Record<string, string[]>) =>
  call('apply_atlas_changes', { ids, without })

/** Takes a whole batch back. */
export const takeBack = (batch: string) => call('undo_batch', { batch })

/** The trips of the desk. */
export const readTrips = async () => (await call('trips', {})).trips

/** A trip with its stops, and what to know before each. */
export const readTrip = (trip: string) => call('trip', { trip })

/** What to know before a firm is called. */
export const readBrief = (enterprise: string, segment?: string) =>
  call('chain_brief', { enterprise, ...(segment ? { segment } : {}) })

/** Puts firms on a trip; without one, on a new trip. */
export const planStops = (request: Asked<'plan_stops'>) => call('plan_stops', request)

/** Moves a stop behind another; `null` stands for the first place. */
export const moveStop = (stop: string, seen: number, after: string | null) =>
  call('move_stop', { stop, seen, after })

/** Makes the record of a visit out of a stop. */
export const finishStop = (request: Asked<'finish_stop'>) => call('finish_stop', request)

/** Puts a trip into the bin with its stops. */
export const removeTrip = (trip: string) => call('remove_trip', { trip })

/** Makes a trip. */
export const makeTrip = (name: string) => createRecord('trip', { name })

/** Changes how a stop stands. */
export const editStop = (stop: { id: string; version: number }, values: Parameters<typeof editRecord>[3]) =>
  editRecord('trip_stop', stop.id, stop.version, values)
