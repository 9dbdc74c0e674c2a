import type { ChainMap } from '../../data/chain/types'
import type { Layer, State } from '../scene'

/** What is drawn: the board on one sheet of paper, slides, or one page that sums a chain up. */
export type Form = 'a0' | 'a1' | 'a2' | 'a3' | 'a4' | 'slides' | 'summary'

/** A gap as it is told on paper. */
export interface ToldGap {
  /** Id of the segment. */
  segment: string
  name: string
  /** From the first level down, without itself. */
  path: readonly string[]
  score: number
  rank: number
  rank_low: number
  rank_high: number
  /** 0 to 1 each; absent where nothing is known. */
  parts: Readonly<Record<string, number | null>>
  coverage: number | null
  state: State
  /** Why it is a gap, a sentence each. */
  why: readonly string[]
  targets: readonly ToldTarget[]
  /** Where firms of the zone make what it takes, and where they take what it makes. */
  suppliers: readonly ToldNear[]
  buyers: readonly ToldNear[]
  /** Parks where targets for it sit; their gaps are the others that one visit serves. */
  parks: readonly ToldPark[]
}

/** A segment beside a gap, with the firms of the zone there. */
export interface ToldNear {
  segment: string
  firms: readonly string[]
}

/** An enterprise to call. */
export interface ToldTarget {
  name: string
  region: string
  park: string
  /** 0 to 100; absent where there is too little to go by. */
  score: number | null
  /** The segment it would close. */
  segment: string
  why: readonly string[]
}

/** A park to visit. */
export interface ToldPark {
  name: string
  region: string
  /** Open gaps one visit serves. */
  gaps: readonly string[]
  targets: number
  score: number
}

/** All that pictures are made of. The host writes it; see `chain_picture`. */
export interface Request {
  form: Form
  dark: boolean
  map: ChainMap
  /** English names of segments, where they are known. */
  english: boolean
  /** The day of the picture, `2026-11-26`. */
  day: string
  /** Only what is below this segment. */
  segment?: string
  /** Only this layer. */
  layer?: Layer
  /** The gaps to be told, the widest first. */
  gaps: readonly ToldGap[]
  targets: readonly ToldTarget[]
  parks: readonly ToldPark[]
  /** Words by key, in the language of the picture; `{name}` marks a parameter. */
  words: Readonly<Record<string, string>>
}

/** A drawn sheet; `name` is part of a file's name. */
export interface Sheet {
  name: string
  svg: string
  width: number
  height: number
  /** How many texts on it are cut. */
  cut: number
}

/** A slide of 16:9; one pixel is a point on a screen 13⅓ inches wide. */
export const SLIDE = { width: 960, height: 540 } as const
