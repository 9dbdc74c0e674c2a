import { gesture } from './gesture.js'
import { graphOf, sceneOf } from './graph.js'
import { aspectOf, boardLayout } from '../../../../ui/src/map/layout/board'

const DRAW = {
  g6: () => import('./draw/g6.js'),
  cytoscape: () => import('./draw/cytoscape.js'),
  echarts: () => import('./draw/echarts.js'),
}
/** Openings that are timed, after a small one that warms up; fewer where they take longer in all, in milliseconds. */
const OPENINGS = 3
const LONG = 4000
/** Layouts that are timed. */
const LAYOUTS = 21

const ask = new URLSearchParams(location.search)
const [width, height] = [Number(ask.get('width')), Number(ask.get('height'))]
const host = document.getElementById('host')
host.style.width = `${width}px`
host.style.height = `${height}px`

const read = async (name) => (await fetch(`/data/${name}.json`)).json()
const frame = () => new Promise((done) => requestAnimationFrame(done))
const middle = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]

/** Opens a chart and tells how long it took to the second frame after it was drawn. */
async function open(draw, graph) {
  const began = performance.now()
  const drawn = await draw(host, graph)
  await frame()
  await frame()
  return { drawn, took: performance.now() - began }
}

async function others(name) {
  const loaded = () => performance.getEntriesByType('resource').map((one) => one.name)
  const before = loaded()
  const { draw } = await DRAW[name]()
  const code = loaded().filter((one) => !before.includes(one) && one.endsWith('.js'))
  const small = graphOf(await read('made20'), width, height)
  ;(await open(draw, small)).drawn.destroy()
  const graph = graphOf(await read(ask.get('chain')), width, height)
  const paints = []
  let now
  for (let turn = 0, took = 0; turn < OPENINGS && took < LONG; took += paints[turn++]) {
    now?.drawn.destroy()
    await frame()
    now = await open(draw, graph)
    paints.push(now.took)
  }
  window.move = (steps) => {
    window.measured = undefined
    void gesture(now.drawn, width, height, steps).then((gaps) => (window.measured = gaps))
  }
  window.found = { code, paint: middle(paints), paints }
}

/** Our own layout: cold, as a chain that is opened has it, and the middle of many. */
async function layout() {
  const scene = sceneOf(await read(ask.get('chain')))
  const times = []
  for (let turn = 0; turn < LAYOUTS; turn++) {
    const began = performance.now()
    boardLayout(scene, aspectOf(width + turn, height))
    times.push(performance.now() - began)
  }
  window.found = { first: times[0], middle: middle(times) }
}

const task = ask.get('draw') === 'none' ? layout() : others(ask.get('draw'))
task.catch((error) => (window.found = { error: String(error?.stack ?? error) }))
