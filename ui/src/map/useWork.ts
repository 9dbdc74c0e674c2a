import type { Ref } from 'vue'
import { addVisit, makeLead } from '@/data/chain/calls'
import type { Target } from '@/data/chain/types'
import { say, sayFault, warn } from '@/data/notices'
import { go } from '@/data/route'
import { m } from '@/words/map'
import type { MapState } from './useMap'

/** From the map to work: a lead, a visit. Without a target it is about the best there is. */
export function useWork(state: MapState, targets: Ref<Target[]>) {
  const tell = (text: string, undoable = false) => say('ui.plain_text', { text }, undoable)
  const nameOf = (one: Target) => one.short_name ?? one.name

  async function about(target: Target | undefined, what: (one: Target) => Promise<void>): Promise<void> {
    const best = target ?? targets.value.find((one) => one.score !== null) ?? targets.value[0]
    if (!best) return warn('ui.plain_text', { text: m('target_none') })
    await what(best).catch(sayFault)
  }
  return {
    lead: (target?: Target) =>
      about(target, async (one) => {
        const made = await makeLead(one.segment, one.enterprise)
        tell(m(made.created ? 'lead_made' : 'lead_there', { name: nameOf(one) }), made.created)
        if (!made.created) go({ page: 'record', kind: 'lead', id: made.lead })
      }),
    visit: (target?: Target) =>
      about(target, async (one) => {
        const { value: scene } = state.scene
        const segment = scene?.segments[scene.indexOf.get(one.segment) ?? -1]?.name ?? ''
        await addVisit(one, m('visit_why', { segment }))
        tell(m('visit_added', { name: nameOf(one) }), true)
      }),
  }
}
