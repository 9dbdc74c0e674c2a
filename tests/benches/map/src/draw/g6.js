import { Graph } from '@antv/g6'

/** AntV G6: segments that have some below them are combos. */
export async function draw(host, { width, height, boxes, lines, dots }) {
  const centre = ({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 })
  const nodes = boxes
    .filter((one) => one.leaf)
    .map((one) => ({
      id: one.id,
      combo: one.parent,
      type: 'rect',
      style: {
        ...centre(one),
        size: [one.w, one.h],
        radius: 3,
        fill: '#d3e5f6',
        stroke: '#0b5cad',
        lineWidth: 1,
        labelText: one.name,
        labelPlacement: 'center',
        labelFontSize: 10,
      },
    }))
  const firms = dots.map((one) => ({
    id: one.id,
    type: 'circle',
    style: {
      x: one.x,
      y: one.y,
      size: one.r * 2,
      fill: one.local ? '#0b5cad' : '#c2185b',
      lineWidth: 0,
      zIndex: 9,
    },
  }))
  const combos = boxes
    .filter((one) => !one.leaf)
    .map((one) => ({
      id: one.id,
      combo: one.parent,
      type: 'rect',
      style: { padding: 4, fill: '#ffffff', stroke: '#cdd5df', labelText: one.name, labelFontSize: 11 },
    }))
  const edges = lines.map((one) => ({
    id: one.id,
    source: one.from,
    target: one.to,
    type: 'line',
    style: { stroke: '#647282', lineWidth: 0.6, opacity: 0.4 },
  }))
  const graph = new Graph({
    container: host,
    width,
    height,
    animation: false,
    zoomRange: [0.1, 20],
    data: { nodes: [...nodes, ...firms], edges, combos },
    behaviors: ['drag-canvas', 'zoom-canvas'],
  })
  await graph.render()
  return {
    pan: (dx, dy) => void graph.translateBy([dx, dy], false),
    zoom: (factor, x, y) => void graph.zoomBy(factor, false, [x, y]),
    destroy: () => graph.destroy(),
  }
}
