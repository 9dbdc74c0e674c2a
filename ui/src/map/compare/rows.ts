import type { ChainPark, Target } from '@/data/chain/types'

/** One cell: what it says, and where it can be measured, how much. */
export interface Cell {
  text: string
  value?: number | null
}

/** One fact of those that stand side by side. */
export interface Line {
  name: string
  cells: Cell[]
  /** Not all say the same. */
  differs: boolean
  /** Which say most for themselves; none where all are alike or nothing is measured. */
  best: number[]
  /** Drawn as a bar, 0 to 1. */
  share: boolean
}

/** How a fact is told: by a measure of which more (or, for a distance, less) is better, or in words only. */
interface Fact<T> {
  name: string
  text: (one: T) => string
  value?: (one: T) => number | null | undefined
  share?: boolean
  less?: boolean
}

/** Puts things side by side by these facts; a fact of which nothing is known for any is left out. */
export function linesOf<T>(things: readonly T[], facts: readonly Fact<T>[]): Line[] {
  return facts.flatMap((fact) => {
    const cells = things.map((one): Cell => ({
      text: fact.text(one),
      ...(fact.value ? { value: fact.value(one) ?? null } : {}),
    }))
    if (cells.every((one) => !one.text && (one.value ?? null) === null)) return []
    const known = cells.map((one) => one.value).filter((one) => typeof one === 'number')
    const top = fact.less ? Math.min(...known) : Math.max(...known)
    const bottom = fact.less ? Math.max(...known) : Math.min(...known)
    const best =
      known.length > 1 && top !== bottom ? cells.flatMap((one, at) => (one.value === top ? [at] : [])) : []
    return [
      {
        name: fact.name,
        cells,
        differs: cells.some((one) => one.text !== cells[0]?.text),
        best,
        share: !!fact.share,
      },
    ]
  })
}

type Say = (key: string, params?: Record<string, string | number>) => string
const PARTS = ['fit', 'capacity', 'propensity', 'linkage', 'transfer', 'quality'] as const
const share = (value: number | null | undefined) =>
  typeof value === 'number' ? `${Math.round(value * 100)}%` : ''
const whole = (value: number | null | undefined) =>
  typeof value === 'number' ? String(Math.round(value)) : ''

/** What is told of targets side by side. `segment` names the gap each is best for. */
export function targetFacts(
  say: Say,
  segment: (id: string) => string,
  tag: (tag: string) => string,
  reasons: (one: Target) => string[],
): Fact<Target>[] {
  return [
    {
      name: say('panel.score.target'),
      text: (one) => whole(one.score) || say('panel.evidence_thin'),
      value: (one) => one.score,
    },
    ...PARTS.map((part) => ({
      name: say(`panel.target.${part}`),
      text: (one: Target) => share(one.parts[part]),
      value: (one: Target) => one.parts[part],
      share: true,
    })),
    {
      name: say('compare.confidence'),
      text: (one) => share(one.confidence),
      value: (one) => one.confidence,
      share: true,
    },
    { name: say('compare.segment'), text: (one) => segment(one.segment) },
    { name: say('compare.region'), text: (one) => one.region ?? '' },
    { name: say('compare.park'), text: (one) => one.park?.title ?? '' },
    {
      name: say('compare.distance'),
      text: (one) =>
        typeof one.distance_km === 'number' ? say('panel.distance', { km: whole(one.distance_km) }) : '',
      value: (one) => one.distance_km,
      less: true,
    },
    { name: say('compare.office'), text: (one) => one.office?.title ?? '' },
    { name: say('compare.tags'), text: (one) => one.tags.map(tag).join(say('compare.joint')) },
    { name: say('compare.visit'), text: (one) => one.last_visit ?? '' },
    { name: say('compare.claim'), text: (one) => one.claimed_by ?? '' },
    { name: say('compare.lead'), text: (one) => (one.lead ? say('panel.has_lead') : '') },
    { name: say('panel.why'), text: (one) => reasons(one).join('\n') },
  ]
}

const bestOf = (park: ChainPark): number | undefined =>
  park.targets.length ? Math.max(...park.targets.map((one) => one.score)) : undefined

/** What is told of parks side by side; `segment` names the gaps they serve. */
export function parkFacts(say: Say, segment: (id: string) => string): Fact<ChainPark>[] {
  return [
    { name: say('compare.park_score'), text: (one) => whole(one.score), value: (one) => one.score },
    {
      name: say('compare.gaps'),
      text: (one) => String(one.gaps.length),
      value: (one) => one.gaps.length,
    },
    {
      name: say('compare.targets'),
      text: (one) => String(one.targets.length),
      value: (one) => one.targets.length,
    },
    {
      name: say('compare.best'),
      text: (one) => whole(bestOf(one)),
      value: bestOf,
    },
    { name: say('compare.region'), text: (one) => one.region ?? '' },
    { name: say('compare.level'), text: (one) => one.level ?? '' },
    {
      name: say('compare.distance'),
      text: (one) =>
        typeof one.distance_km === 'number' ? say('panel.distance', { km: whole(one.distance_km) }) : '',
      value: (one) => one.distance_km,
      less: true,
    },
    { name: say('compare.office'), text: (one) => one.office?.title ?? '' },
    {
      name: say('compare.gap_names'),
      text: (one) =>
        one.gaps
          .slice(0, 8)
          .map((gap) => segment(gap.segment) || gap.name)
          .join(say('compare.joint')),
    },
    {
      name: say('compare.top'),
      text: (one) =>
        one.targets
          .slice(0, 5)
          .map((target) => `${target.name} ${whole(target.score)}`)
          .join('\n'),
    },
  ]
}
