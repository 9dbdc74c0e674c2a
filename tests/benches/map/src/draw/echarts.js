import { GraphChart } from 'echarts/charts'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

echarts.use([GraphChart, CanvasRenderer])

/** Apache ECharts: a graph without groups; those are large nodes below the others. */
export async function draw(host, { width, height, boxes, lines, dots }) {
  const chart = echarts.init(host, null, { renderer: 'canvas', width, height })
  const box = (one) => ({
    id: one.id,
    name: one.name,
    x: one.x + one.w / 2,
    y: one.y + one.h / 2,
    symbol: 'rect',
    symbolSize: [one.w, one.h],
    itemStyle: one.leaf
      ? { color: '#d3e5f6', borderColor: '#0b5cad', borderWidth: 1 }
      : { color: '#ffffff', borderColor: '#cdd5df', borderWidth: 1 },
    label: { show: true, position: one.leaf ? 'inside' : 'insideTop', fontSize: 10, color: '#16202c' },
  })
  const groups = boxes.filter((one) => !one.leaf)
  const leaves = boxes.filter((one) => one.leaf)
  const firms = dots.map((one) => ({
    id: one.id,
    x: one.x,
    y: one.y,
    symbol: 'circle',
    symbolSize: one.r * 2,
    itemStyle: { color: one.local ? '#0b5cad' : '#c2185b' },
  }))
  const ready = new Promise((done) => chart.on('finished', done))
  chart.setOption({
    animation: false,
    series: [
      {
        type: 'graph',
        layout: 'none',
        roam: true,
        left: 0,
        top: 0,
        width,
        height,
        data: [...groups.map(box), ...leaves.map(box), ...firms],
        links: lines.map((one) => ({ source: one.from, target: one.to })),
        lineStyle: { color: '#647282', width: 0.6, opacity: 0.4 },
      },
    ],
  })
  await ready
  const roam = (payload) => chart.dispatchAction({ type: 'graphRoam', seriesIndex: 0, ...payload })
  return {
    pan: (dx, dy) => roam({ dx, dy }),
    zoom: (zoom, originX, originY) => roam({ zoom, originX, originY }),
    destroy: () => chart.dispose(),
  }
}
