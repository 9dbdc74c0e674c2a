import cytoscape from 'cytoscape'

/** Cytoscape.js: segments that have some below them are compound nodes. */
export async function draw(host, { boxes, lines, dots }) {
  const elements = [
    ...boxes.map((one) => ({
      data: { id: one.id, parent: one.parent, name: one.name, w: one.w, h: one.h },
      classes: one.leaf ? 'leaf' : 'group',
      ...(one.leaf ? { position: { x: one.x + one.w / 2, y: one.y + one.h / 2 } } : {}),
    })),
    ...dots.map((one) => ({
      data: { id: one.id, d: one.r * 2 },
      classes: one.local ? 'firm local' : 'firm',
      position: { x: one.x, y: one.y },
    })),
    ...lines.map((one) => ({ data: { id: one.id, source: one.from, target: one.to } })),
  ]
  const drawn = cytoscape({
    container: host,
    elements,
    layout: { name: 'preset', fit: false },
    pan: { x: 0, y: 0 },
    zoom: 1,
    style: [
      {
        selector: '.leaf',
        style: {
          shape: 'round-rectangle',
          width: 'data(w)',
          height: 'data(h)',
          'background-color': '#d3e5f6',
          'border-width': 1,
          'border-color': '#0b5cad',
          label: 'data(name)',
          'font-size': 10,
          'text-valign': 'center',
        },
      },
      {
        selector: '.group',
        style: {
          shape: 'round-rectangle',
          padding: 4,
          'background-color': '#ffffff',
          'border-width': 1,
          'border-color': '#cdd5df',
          label: 'data(name)',
          'font-size': 11,
        },
      },
      { selector: '.firm', style: { width: 'data(d)', height: 'data(d)', 'background-color': '#c2185b' } },
      { selector: '.local', style: { 'background-color': '#0b5cad' } },
      {
        selector: 'edge',
        style: { 'curve-style': 'straight', width: 0.6, 'line-color': '#647282', opacity: 0.4 },
      },
    ],
  })
  await new Promise((done) => drawn.one('render', done))
  return {
    pan: (dx, dy) => drawn.panBy({ x: dx, y: dy }),
    zoom: (factor, x, y) => drawn.zoom({ level: drawn.zoom() * factor, renderedPosition: { x, y } }),
    destroy: () => drawn.destroy(),
  }
}
