import { select, type Selection } from 'd3-selection'
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom'
import { drawBoard, type Prepared } from '../draw/board'
import { detailOf, type Detail } from '../draw/lod'
import type { Options, View } from '../draw/options'
import { CanvasSurface } from '../surface/canvas'
import { between, fitAll, scales, type Camera } from './camera'
import { drawOver, type Over } from './overlay'

/** What is told to whoever made the stage. */
export interface Hear {
  /** The board moved or was drawn anew; the detail chips show now. */
  moved: (view: View, detail: Detail) => void
  /** A hand moved it. */
  touched: () => void
  /** Whether a press at this event is for the board, and not for what is on it. */
  mayPan: (event: Event) => boolean
}

/** A drawing slower than this is kept as a picture while the board moves, in milliseconds. */
const SLOW = 8
/** The kept picture is so much larger than the window. */
const LARGER = 1.4
/** It is drawn anew when the scale is so far from its own. */
const DRIFT = 1.3
/** How long after the last movement all is drawn sharp, in milliseconds. */
const SETTLE = 120

interface Sheet {
  canvas: HTMLCanvasElement
  brush: CanvasRenderingContext2D
  surface: CanvasSurface
}

function sheetOf(canvas: HTMLCanvasElement): Sheet {
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('no canvas')
  return { canvas, brush, surface: new CanvasSurface(brush) }
}

/** Gives back at once what a canvas holds: with the canvas itself it goes only when the page is next tidied. */
function letGo(sheet: Sheet | undefined): void {
  if (sheet) sheet.canvas.width = sheet.canvas.height = 0
}

/** Two canvases and the hand that moves them. Draws when something changed, and never otherwise. */
export class Stage {
  view: View = { x: 0, y: 0, k: 1, width: 1, height: 1 }
  detail: Detail = 2
  private readonly base: Sheet
  private readonly over: Sheet
  private kept: (Sheet & { at: Camera }) | undefined
  private readonly hand: ZoomBehavior<HTMLElement, unknown>
  private readonly held: Selection<HTMLElement, unknown, null, undefined>
  private prepared: Prepared | undefined
  private options: Options | undefined
  private state: Over = { selected: -1, marked: -1, hovered: -1, focused: false, links: [] }
  private frame = 0
  private dirtyBase = false
  private dirtyOver = false
  private moving = false
  private slow = false
  private settle: ReturnType<typeof setTimeout> | undefined
  private flight = 0

  constructor(
    host: HTMLElement,
    base: HTMLCanvasElement,
    over: HTMLCanvasElement,
    private readonly hear: Hear,
  ) {
    this.base = sheetOf(base)
    this.over = sheetOf(over)
    this.hand = zoom<HTMLElement, unknown>()
      .filter(
        (event: MouseEvent) =>
          (!event.ctrlKey || event.type === 'wheel') && !event.button && hear.mayPan(event),
      )
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => this.zoomed(event))
    this.held = select(host).call(this.hand).on('dblclick.zoom', null)
  }

  /** Shows a board; the camera stays where it is. */
  show(prepared: Prepared, options: Options): void {
    this.prepared = prepared
    this.options = options
    this.forget()
    this.limit()
    this.all()
  }

  /** Shows what moves above the board. */
  mark(over: Over): void {
    this.state = over
    this.dirtyOver = true
    this.schedule()
  }

  /** Takes the size of its host. */
  resize(width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1
    for (const { canvas, brush, surface } of [this.base, this.over]) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
      brush.setTransform(ratio, 0, 0, ratio, 0, 0)
      surface.reset()
    }
    this.forget()
    this.view = { ...this.view, width, height }
    this.limit()
    // A sheet that changed its size is empty: it is filled before it is seen.
    this.dirtyBase = this.dirtyOver = true
    this.draw()
  }

  /** Goes to a camera: in a glide of so many milliseconds, or at once. */
  go(to: Camera, milliseconds = 0): void {
    cancelAnimationFrame(this.flight)
    const [from, { width, height }] = [this.view, this.view]
    if (!milliseconds) return this.put(to)
    const began = performance.now()
    const fly = (now: number) => {
      const at = Math.min(1, Math.max(0, now - began) / milliseconds)
      this.put(between(from, to, width, height, at))
      if (at < 1) this.flight = requestAnimationFrame(fly)
    }
    this.flight = requestAnimationFrame(fly)
  }

  /** Zooms about the middle. */
  zoomBy(factor: number): void {
    this.hand.scaleBy(this.held, factor)
  }

  /** The point of the board under a point of the host. */
  pointAt(x: number, y: number): { x: number; y: number } {
    return { x: (x - this.view.x) / this.view.k, y: (y - this.view.y) / this.view.k }
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    cancelAnimationFrame(this.flight)
    clearTimeout(this.settle)
    this.held.on('.zoom', null)
    this.forget()
    letGo(this.base)
    letGo(this.over)
  }

  /** Lets the kept picture go. */
  private forget(): void {
    letGo(this.kept)
    this.kept = undefined
  }

  private put({ x, y, k }: Camera): void {
    this.hand.transform(this.held, zoomIdentity.translate(x, y).scale(k))
  }

  /** The board cannot be lost: some of it stays in the window. */
  private limit(): void {
    const { layout } = this.prepared ?? {}
    if (!layout) return
    const { width, height } = this.view
    const [least, most] = scales(layout, width, height)
    const fit = fitAll(layout, width, height).k
    const [mx, my] = [(width * 0.6) / fit, (height * 0.6) / fit]
    this.hand
      .scaleExtent([least, most])
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [-mx, -my],
        [layout.width + mx, layout.height + my],
      ])
  }

  private zoomed({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>): void {
    if (sourceEvent) {
      cancelAnimationFrame(this.flight)
      this.hear.touched()
    }
    const { x, y, k } = transform
    this.view = { ...this.view, x, y, k }
    this.moving = true
    clearTimeout(this.settle)
    this.settle = setTimeout(() => {
      this.moving = false
      this.all()
    }, SETTLE)
    this.dirtyBase = this.dirtyOver = true
    this.schedule()
  }

  private all(): void {
    this.dirtyBase = this.dirtyOver = true
    this.schedule()
  }

  private schedule(): void {
    if (this.frame) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.draw()
    })
  }

  private draw(): void {
    const { prepared, options } = this
    if (!prepared || !options) return
    if (this.dirtyBase) {
      this.detail = detailOf(prepared.layout.chip.w * this.view.k, this.detail)
      if (this.moving && this.slow) this.slide(prepared, options)
      else this.drawBase(prepared, options)
      this.hear.moved(this.view, this.detail)
    }
    if (this.dirtyOver) {
      const { brush, surface } = this.over
      brush.clearRect(0, 0, this.view.width, this.view.height)
      drawOver(surface, prepared, this.view, { ...options, detail: this.detail }, this.state)
    }
    this.dirtyBase = this.dirtyOver = false
  }

  private drawBase(prepared: Prepared, options: Options): void {
    const began = performance.now()
    this.base.surface.reset()
    drawBoard(this.base.surface, prepared, this.view, { ...options, detail: this.detail })
    this.slow = performance.now() - began > SLOW
  }

  /** While the board moves, a picture of it moves; it is drawn anew where it no longer serves. */
  private slide(prepared: Prepared, options: Options): void {
    const { width, height, x, y, k } = this.view
    const [mx, my] = [(width * (LARGER - 1)) / 2, (height * (LARGER - 1)) / 2]
    const placed = (at: Camera) => {
      const scale = k / at.k
      const [left, top] = [x - (at.x + mx) * scale, y - (at.y + my) * scale]
      const [w, h] = [width * LARGER * scale, height * LARGER * scale]
      const covers = left <= 0 && top <= 0 && left + w >= width && top + h >= height
      const serves = covers && scale < DRIFT && scale > 1 / DRIFT
      return { left, top, w, h, serves }
    }
    let place = this.kept && placed(this.kept.at)
    if (!this.kept || !place?.serves) {
      this.keep(prepared, options, mx, my)
      place = this.kept && placed(this.kept.at)
    }
    if (this.kept && place)
      this.base.brush.drawImage(this.kept.canvas, place.left, place.top, place.w, place.h)
  }

  private keep(prepared: Prepared, options: Options, mx: number, my: number): void {
    const { width, height, x, y, k } = this.view
    const ratio = window.devicePixelRatio || 1
    if (!this.kept) {
      const sheet = sheetOf(document.createElement('canvas'))
      sheet.canvas.width = Math.round(width * LARGER * ratio)
      sheet.canvas.height = Math.round(height * LARGER * ratio)
      sheet.brush.setTransform(ratio, 0, 0, ratio, 0, 0)
      this.kept = { ...sheet, at: { x, y, k } }
    }
    this.kept.at = { x, y, k }
    this.kept.surface.reset()
    const view = { x: x + mx, y: y + my, k, width: width * LARGER, height: height * LARGER }
    drawBoard(this.kept.surface, prepared, view, { ...options, detail: this.detail })
  }
}
