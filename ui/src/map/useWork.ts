import type { Ref } from 'vue'
import { makeLead } from '@/data/chain/calls'
import { plan } from '@/data/chain/planning'
import { today } from '@/data/day'
import type { ChainPark, Target } from '@/data/chain/types'
import { say, sayFault, warn } from '@/data/notices'
import { go } from '@/data/route'
import { m } from '@/words/map'

/** The row of a list that the keyboard is in: a target or a park of the panel. */
const focused = (name: 'enterprise' | 'park'): string | undefined =>
  document.activeElement?.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]

/**
 * From the map to work: a lead, a stop of a trip. Without a target it is about the one the keyboard is in,
 * or else the best there is.
 */
export function useWork(targets: Ref<Target[]>, parks: Ref<ChainPark[]>) {
  const tell = (text: string, undoable = false) => say('ui.plain_text', { text }, undoable)
  const nameOf = (one: Target) => one.short_name ?? one.name

  async function about(target: Target | undefined, what: (one: Target) => Promise<void>): Promise<void> {
    const marked = focused('enterprise')
    const best =
      target ??
      targets.value.find((one) => one.enterprise === marked) ??
      targets.value.find((one) => one.score !== null) ??
      targets.value[0]
    if (!best) return warn('ui.plain_text', { text: m('target_none') })
    await what(best).catch(sayFault)
  }
  function told(done: Awaited<ReturnType<typeof plan>>, name: string): void {
    if (done.added) tell(m('visit_added', { name, trip: done.name }), true)
    else warn('ui.plain_text', { text: m('visit_there', { name, trip: done.name }) })
  }
  const fresh = (place: string | undefined, office: string | undefined) => ({
    name: m('trip.named', { day: today() }),
    ...(place ? { place } : {}),
    ...(office ? { office } : {}),
  })

  /** Every target of a park goes on the trip at once. */
  async function visitPark(park: ChainPark): Promise<void> {
    const stops = park.targets.map(({ enterprise, segment }) => ({ enterprise, segment }))
    if (!stops.length) return warn('ui.plain_text', { text: m('target_none') })
    try {
      const done = await plan(stops, fresh(park.name, park.office?.id))
      told(done, m('visit_park', { park: park.name, count: done.added || done.there }))
    } catch (thrown) {
      sayFault(thrown)
    }
  }
  return {
    lead: (target?: Target) =>
      about(target, async (one) => {
        const made = await makeLead(one.segment, one.enterprise)
        tell(m(made.created ? 'lead_made' : 'lead_there', { name: nameOf(one) }), made.created)
        if (!made.created) go({ page: 'record', kind: 'lead', id: made.lead })
      }),
    visitPark,
    visit: async (target?: Target): Promise<void> => {
      const park = target ? undefined : parks.value.find((one) => one.id === focused('park'))
      if (park) return visitPark(park)
      await about(target, async (one) => {
        const done = await plan(
          [{ enterprise: one.enterprise, segment: one.segment }],
          fresh(one.park?.title ?? one.region ?? undefined, one.office?.id),
        )
        told(done, nameOf(one))
      })
    },
  }
}
