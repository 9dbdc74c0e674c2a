import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

/** One row of marks: a value for each category, and how it reads. */
export interface Series {
  name: string
  as: 'bar' | 'line'
  /** Its values are counts: between two there is nothing. */
  whole?: boolean
  /** Null where nothing is known: no mark is drawn. */
  values: (number | null)[]
  /** What stands in the tooltip and at the mark. */
  texts: string[]
}

/** The colours and letters of the present theme. */
function look() {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  // With single quotes: the drawing as text has it between double ones.
  const fontFamily = getComputedStyle(document.body).fontFamily.replaceAll('"', "'")
  return { colour, text: { color: colour('--ink-2'), fontSize: 12, fontFamily } }
}

type Look = ReturnType<typeof look>

function tooltip({ colour, text }: Look) {
  return {
    trigger: 'axis' as const,
    confine: true,
    backgroundColor: colour('--raised'),
    borderColor: colour('--line'),
    textStyle: { color: colour('--ink'), fontSize: 12, fontFamily: text.fontFamily },
    axisPointer: { type: 'shadow' as const, shadowStyle: { color: colour('--accent'), opacity: 0.07 } },
  }
}

/** Between a bar and what stands beside it. */
const APART = 5
/** How wide the names before bars may be, and how long the longest bar is at least. */
const NAMES = 132
const BAR = 28

/** How wide the longest of some texts stands. */
function widest(texts: string[], { text }: Look): number {
  const font = `${text.fontSize}px ${text.fontFamily}`
  return Math.ceil(Math.max(0, ...texts.map((one) => echarts.format.getTextRect(one, font).width)))
}

function marks({ colour, text }: Look, series: Series, at: number, sideways: boolean) {
  const data = series.values.map((value, index) => ({
    value: value ?? '-',
    name: series.texts[index] ?? '',
    // Of nothing there is no mark, not even the least.
    ...(value === 0 && series.as === 'bar' ? { itemStyle: { opacity: 0 } } : {}),
  }))
  const shared = {
    name: series.name,
    data,
    cursor: 'pointer',
    tooltip: { valueFormatter: (_: unknown, index: number) => series.texts[index] ?? '' },
  }
  if (series.as === 'line')
    return {
      ...shared,
      type: 'line' as const,
      yAxisIndex: at,
      symbol: 'circle',
      symbolSize: 6,
      lineStyle: { color: colour('--line-2nd'), width: 1.6 },
      itemStyle: { color: colour('--line-2nd') },
    }
  return {
    ...shared,
    type: 'bar' as const,
    barMaxWidth: sideways ? 16 : 30,
    // A mark too small to see can still be pressed and counted.
    barMinHeight: 2,
    itemStyle: { color: colour('--bar'), borderRadius: sideways ? [0, 3, 3, 0] : [3, 3, 0, 0] },
    emphasis: { itemStyle: { color: colour('--bar-strong') } },
    label: sideways
      ? {
          show: true,
          position: 'right' as const,
          distance: APART,
          ...text,
          formatter: (one: { name: string }) => one.name,
        }
      : undefined,
  }
}

/** Draws columns that stand, with lines over them, or bars that lie with their names before them. */
export function drawPlot(
  chart: echarts.ECharts,
  categories: string[],
  series: Series[],
  sideways: boolean,
): void {
  const now = look()
  const { colour, text } = now
  const beside = widest(sideways ? series.flatMap((one) => one.texts) : [], now) + 2 * APART
  const names = {
    type: 'category' as const,
    data: categories,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('--line-strong') } },
    axisLabel: sideways
      ? {
          ...text,
          color: colour('--ink'),
          // In a narrow plot a name gives way before an amount does.
          width: Math.max(BAR, Math.min(NAMES, chart.getWidth() - beside - BAR - 4 * APART)),
          overflow: 'truncate' as const,
        }
      : { ...text, hideOverlap: true },
  }
  const values = (one: Series, at: number) => ({
    type: 'value' as const,
    name: sideways ? undefined : one.name,
    position: at ? ('right' as const) : ('left' as const),
    nameTextStyle: { ...text, align: at ? ('right' as const) : ('left' as const) },
    minInterval: one.whole ? 1 : undefined,
    axisLabel: { ...text, show: !sideways },
    splitNumber: 4,
    // What lies beside no scale fills the plot.
    max: sideways ? ('dataMax' as const) : undefined,
    splitLine: { show: !at && !sideways, lineStyle: { color: colour('--line') } },
  })
  const scales = series.map(values)
  /** The names along the axes stay within the plot. */
  const within = { outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const }
  chart.setOption(
    {
      // Figures stand still: they change under the reader's eye, and motion would hide what.
      animation: false,
      grid: sideways
        ? { left: 4, right: beside, top: 4, bottom: 4, outerBoundsClampWidth: BAR, ...within }
        : { left: 8, right: 8, top: 36, bottom: 4, ...within },
      tooltip: sideways ? { show: false } : tooltip(now),
      xAxis: sideways ? scales[0] : names,
      yAxis: sideways ? { ...names, inverse: true } : scales,
      series: series.map((one, at) => marks(now, one, at, sideways)),
    },
    true,
  )
}

/** The plot as a PNG of twice its size, its title above and a note (rule, day) below. */
export async function plotPicture(chart: echarts.ECharts, title: string, note: string): Promise<Blob> {
  const { colour, text } = look()
  const [pad, head, foot] = [20, 34, 30]
  const drawing = new Image()
  drawing.src = chart.getDataURL({ type: 'svg' })
  await drawing.decode()
  const canvas = document.createElement('canvas')
  canvas.width = 2 * (chart.getWidth() + 2 * pad)
  canvas.height = 2 * (chart.getHeight() + 2 * pad + head + foot)
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('no canvas')
  brush.scale(2, 2)
  brush.fillStyle = colour('--surface')
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.textBaseline = 'top'
  brush.fillStyle = colour('--ink')
  brush.font = `600 16px ${text.fontFamily}`
  brush.fillText(title, pad, pad)
  brush.drawImage(drawing, pad, pad + head, chart.getWidth(), chart.getHeight())
  brush.fillStyle = colour('--ink-3')
  brush.font = `400 11px ${text.fontFamily}`
  brush.fillText(note, pad, pad + head + chart.getHeight() + 12)
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
  )
}

/** A new plot in an element. */
export function startPlot(place: HTMLElement): echarts.ECharts {
  return echarts.init(place, null, { renderer: 'svg' })
}
