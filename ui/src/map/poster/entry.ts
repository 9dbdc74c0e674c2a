import type { Measure } from '../draw/surface'
import { partsOf } from '../parts'
import { poster } from './board'
import { layerOnly, partBelow } from './part'
import type { Request, Sheet } from './request'
import { slides } from './slides'
import { summary } from './summary'
import { sayer } from './words'

/** All sheets of a request. */
export function sheets(request: Request, measure: Measure): Sheet[] {
  const say = sayer(request.words)
  const told = partsOf(request.map, request.english)
  const all = { ...told, day: told.day || request.day }
  const scene = request.layer ? layerOnly(all, request.layer) : partBelow(all, request.segment)
  const part = request.segment === undefined ? undefined : scene.indexOf.get(request.segment)
  const names = [
    request.layer ? say(`layer.${request.layer}`) : undefined,
    part === undefined ? undefined : scene.segments[part]?.name,
  ]
  const title = [say('title', { chain: scene.name }), ...names].filter(Boolean).join(' · ')
  if (request.form === 'slides') return slides(scene, all, title, request, say, measure)
  if (request.form === 'summary') return [summary(scene, title, request, say, measure)]
  return [poster(scene, title, request.form, request, say, measure)]
}
