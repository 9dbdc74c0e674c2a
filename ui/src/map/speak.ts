import { m } from '@/words/map'
import { pathOf, type Scene } from './scene'

/** The way to a segment, without itself: 上游 › 电池材料. */
export function pathText(scene: Scene, at: number): string {
  const layer = scene.segments[at]?.layer
  const above = pathOf(scene, at).slice(0, -1)
  const names = above.map((one) => scene.segments[one]?.name ?? '')
  return [...(layer ? [m(`layer.${layer}`)] : []), ...names].join(' › ')
}

/** A segment in one sentence, for screen readers. */
export function spoken(scene: Scene, at: number): string {
  const one = scene.segments[at]
  if (!one) return ''
  const score = one.gap === undefined ? '' : m('spoken.gap', { score: Math.round(one.gap) })
  const rank = one.rank === undefined ? '' : m('spoken.rank', { rank: one.rank })
  return m('spoken', {
    name: one.name,
    state: m(`state.${one.state}`) + (one.decided ? m('spoken.decided') : ''),
    gap: score + rank,
    local: m('local_count', { count: one.local }),
    targets: m('target_count', { count: one.targets }),
    path: pathText(scene, at) + (one.changed ? m(`spoken.${one.changed}`) : ''),
  })
}

/** A share as the map writes it. */
export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${Math.round(share * 100)}%`
