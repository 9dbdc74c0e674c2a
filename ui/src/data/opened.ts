import { call, type RecentItem } from '@/bridge'

export type { RecentItem }

/** The opening that is underway: it ends when the record is remembered. */
let underway: Promise<unknown> = Promise.resolve()

/** Says that a record is being opened; who asks for the last ones then waits for it. */
export function opening(open: Promise<unknown>): void {
  underway = open.catch(() => undefined)
}

/** The records opened last, latest first. */
export async function recentRecords(): Promise<RecentItem[]> {
  await underway
  return (await call('recent', {})).items
}
