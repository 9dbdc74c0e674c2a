import { ref, shallowRef, watch, type Ref } from 'vue'
import { call, type RecordView } from '@/bridge'
import { toFault, type Fault } from '../fault'
import { useChanged } from '../live'
import { readTrip, readTrips, type Trip, type TripInfo } from './work'

/** What the list of visits hangs on. */
const MOVES = ['trip', 'trip_stop', 'enterprise', 'visit', 'lead', 'office', 'person', 'segment', 'park']

/** The trips, and one of them with its stops; kept fresh while they are looked at. */
export function useTrips(id: Ref<string | undefined>) {
  const trips = shallowRef<TripInfo[]>([])
  const trip = shallowRef<Trip>()
  const record = shallowRef<RecordView>()
  const fault = shallowRef<Fault>()
  const loaded = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    try {
      const found = await readTrips()
      const at = id.value ?? found[0]?.id
      const known = at !== undefined && found.some((one) => one.id === at)
      const [one, view] = known
        ? await Promise.all([readTrip(at), call('record', { kind: 'trip', id: at })])
        : []
      if (mine !== turn) return
      trips.value = found
      trip.value = one
      record.value = view
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    } finally {
      if (mine === turn) loaded.value = true
    }
  }
  watch(id, () => void reload(), { immediate: true })
  useChanged(({ kinds }) => {
    if (!kinds.length || kinds.some((kind) => MOVES.includes(kind))) void reload()
  })
  return { trips, trip, record, fault, loaded, reload }
}

/** One stop as a record, for its form; read again when the trip is. */
export function useStop(id: Ref<string | undefined>, fresh: Ref<unknown>) {
  const record = shallowRef<RecordView>()
  let turn = 0
  watch(
    [id, fresh],
    async () => {
      const mine = ++turn
      const wanted = id.value
      if (!wanted) return void (record.value = undefined)
      const found = await call('record', { kind: 'trip_stop', id: wanted }).catch(() => undefined)
      if (mine === turn) record.value = found
    },
    { immediate: true },
  )
  return record
}
