import { today } from '../day'
import { planStops, readTrips, type TripInfo } from './work'

/** The trip that was planned last in this window. */
let current: string | undefined

/** Makes a trip the one that firms are put on. */
export function planOn(trip: string): void {
  current = trip
}

/** Whether firms may still be put on a trip: it is not over. */
export const isOpen = (trip: TripInfo, today: string): boolean =>
  (trip.end_date ?? trip.start_date ?? today) >= today && (trip.stops === 0 || trip.visited < trip.stops)

/** The trip that firms go on: the one planned last here, or else the youngest that is not over. */
export function tripFor(trips: readonly TripInfo[], today: string, last = current): string | undefined {
  const open = trips.filter((one) => isOpen(one, today))
  if (open.some((one) => one.id === last)) return last
  // Ids grow with time.
  return open
    .map((one) => one.id)
    .sort()
    .at(-1)
}

/** Puts firms on the trip that is being planned, or on a new one. */
export async function plan(
  stops: { enterprise: string; segment?: string }[],
  fresh: { name: string; office?: string; place?: string },
) {
  const trip = tripFor(await readTrips(), today())
  const done = await planStops(trip ? { trip, stops } : { ...fresh, stops })
  current = done.trip
  return done
}
