import type { Layer, State } from '../scene'

/** The colours of a state: of its mark, of the chip behind, of the name. */
export interface StateColours {
  mark: string
  fill: string
  ink: string
}

/** All colours of a map, the one place where they are written; the page takes them as CSS variables. */
export interface Palette {
  dark: boolean
  page: string
  card: string
  line: string
  ink: string
  ink2: string
  ink3: string
  onMark: string
  hatch: string
  ours: string
  target: string
  incoming: string
  outgoing: string
  flow: string
  focus: string
  states: Readonly<Record<State, StateColours>>
  bands: Readonly<Record<Layer, { fill: string; ink: string }>>
  /** From little to much; all light (or all dark) enough for the name upon them. */
  ramps: Readonly<Record<Ramp, readonly string[]>>
}
export type Ramp = 'gap' | 'targets' | 'capital' | 'changes'

export const LIGHT: Palette = {
  dark: false,
  page: '#F4F6F8',
  card: '#FFFFFF',
  line: '#CDD5DF',
  ink: '#16202C',
  ink2: '#3F4B59',
  ink3: '#5C6875',
  onMark: '#FFFFFF',
  hatch: 'rgba(194,24,91,.17)',
  ours: '#0B5CAD',
  target: '#C2185B',
  incoming: '#00796B',
  outgoing: '#8E4B00',
  flow: '#8A99AB',
  focus: '#10151B',
  states: {
    strong: { mark: '#0B5CAD', fill: '#D3E5F6', ink: '#0A3A6B' },
    weak: { mark: '#B56A00', fill: '#FCE9C4', ink: '#5A3900' },
    missing: { mark: '#C2185B', fill: '#FFFFFF', ink: '#3A1022' },
    extend: { mark: '#6A3FB5', fill: '#F3EEFB', ink: '#45277F' },
    unknown: { mark: '#647282', fill: '#FFFFFF', ink: '#4A5868' },
  },
  bands: {
    upstream: { fill: '#E9EEF5', ink: '#2F4A6D' },
    midstream: { fill: '#EDF1EA', ink: '#3E5A34' },
    downstream: { fill: '#F3EEE8', ink: '#6B4A25' },
    support: { fill: '#EDEDF2', ink: '#4A4766' },
  },
  ramps: {
    gap: ['#FFFFFF', '#FDE9F0', '#FACDDD', '#F4A9C6', '#EE86AF'],
    targets: ['#FFFFFF', '#E6F0FA', '#C5DDF4', '#9DC6EB', '#76AFE2'],
    capital: ['#FFFFFF', '#E4F3E6', '#C0E3C6', '#97D1A3', '#70BF83'],
    changes: ['#FFFFFF', '#FFF0D9', '#FFDDAE', '#FBC57C', '#F2AE53'],
  },
}

export const DARK: Palette = {
  dark: true,
  page: '#10151B',
  card: '#1B232D',
  line: '#364453',
  ink: '#EAF0F6',
  ink2: '#C3CDD8',
  ink3: '#9AA8B6',
  onMark: '#10151B',
  hatch: 'rgba(255,111,163,.20)',
  ours: '#5AA9F0',
  target: '#FF6FA3',
  incoming: '#4DD0B5',
  outgoing: '#F2A65A',
  flow: '#5E7184',
  focus: '#FFFFFF',
  states: {
    strong: { mark: '#5AA9F0', fill: '#143554', ink: '#D6EAFD' },
    weak: { mark: '#F0B04A', fill: '#44320F', ink: '#FDE7BC' },
    missing: { mark: '#FF6FA3', fill: '#1B232D', ink: '#FFE3ED' },
    extend: { mark: '#B79BF2', fill: '#2C2446', ink: '#E5DAFD' },
    unknown: { mark: '#8291A1', fill: '#1B232D', ink: '#B3C0CE' },
  },
  bands: {
    upstream: { fill: '#172231', ink: '#A9C6EA' },
    midstream: { fill: '#18241B', ink: '#B5D3A8' },
    downstream: { fill: '#271F17', ink: '#E3C29A' },
    support: { fill: '#1F1E2B', ink: '#C3BEE6' },
  },
  ramps: {
    gap: ['#1B232D', '#3A1E2C', '#56233B', '#73294C', '#8F2F5D'],
    targets: ['#1B232D', '#1A3048', '#1B3F62', '#1C4E7D', '#1D5E98'],
    capital: ['#1B232D', '#1B3326', '#1D442F', '#1F5638', '#216841'],
    changes: ['#1B232D', '#38290F', '#503812', '#694816', '#82591A'],
  },
}

/** The step of a ramp for a share of the most. */
export function rampColour(steps: readonly string[], share: number): string {
  if (!(share > 0)) return steps[0] ?? ''
  const at = 1 + Math.min(steps.length - 2, Math.floor(share * (steps.length - 1) * 0.999))
  return steps[at] ?? ''
}
