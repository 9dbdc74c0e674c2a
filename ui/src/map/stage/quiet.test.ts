import { expect, it } from 'vitest'
import { prepare } from '../draw/board'
import { Fitter } from '../draw/letters'
import { MOSAIC, NAME, type Detail } from '../draw/lod'
import { nameRoom } from '../draw/named'
import type { Options } from '../draw/options'
import { LIGHT } from '../draw/palette'
import { roughMeasure } from '../draw/surface'
import { boardLayout } from '../layout/board'
import { madeScene } from '../testing/made'
import { plainWords } from '../testing/words'
import { namesUnder } from './quiet'

const scene = madeScene(21, 60, 0, 2)
const prepared = prepare(scene, boardLayout(scene, 1.5))
const view = { x: 0, y: 0, k: 0.8, width: 4000, height: 4000 }
const options = (detail: Detail): Options => ({
  ...{ palette: LIGHT, words: plainWords, letters: new Fitter(roughMeasure), detail },
  ...{ colourBy: 'state' as const, relations: false, least: 9, pins: 12 },
})
const chips = prepared.layout.places
  .map((place, at) => ({ place, at }))
  .filter(({ place }) => place.as === 'chip')
/** A straight line across all of a row. */
const across = (y: number) => [0, y, 1000, y, 2000, y, 4000, y]

it('a line passes beneath every name of the row it crosses', () => {
  const row = chips[0]!.place
  const y = (row.y + row.h / 2) * view.k
  const crossed = chips.filter(({ place }) => place.y * view.k < y && (place.y + place.h) * view.k > y)
  expect(crossed.length).toBeGreaterThan(1)
  const quiet = namesUnder(prepared, view, options(NAME), [across(y)])
  for (const { place, at } of crossed) {
    const rect = [place.x, place.y, place.w, place.h].map((one) => one * view.k)
    const [x, top, w, h] = nameRoom(scene.segments[at]!, rect as never, options(NAME))
    const holds = quiet.some(
      ([left, high, wide, tall]) =>
        left <= x && high <= top && left + wide >= x + w && high + tall >= top + h,
    )
    expect(holds, scene.segments[at]!.name).toBe(true)
  }
})

it('keeps clear of nothing where no name is shown, and off the board', () => {
  expect(namesUnder(prepared, view, options(MOSAIC), [across(200)])).toEqual([])
  expect(namesUnder(prepared, view, options(NAME), [across(3990)])).toEqual([])
})
