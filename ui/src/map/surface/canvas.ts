import type { Look, Measure, Surface, Type } from '../draw/surface'

/** Chinese letters first of all; the same fonts as the window. */
export const FONT =
  "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei UI', 'PingFang SC', 'Inter', 'Segoe UI', sans-serif"

const fonts = new Map<number, string>()
function fontOf(size: number, bold: boolean): string {
  const key = size * 2 + (bold ? 1 : 0)
  let font = fonts.get(key)
  if (!font) fonts.set(key, (font = `${bold ? 600 : 400} ${size}px ${FONT}`))
  return font
}

const hatches = new Map<string, CanvasPattern | null>()
/** Fine lines at 45°, made once for each colour. */
function hatchOf(brush: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  let found = hatches.get(colour)
  if (found === undefined) {
    const tile = document.createElement('canvas')
    tile.width = tile.height = 6
    const lines = tile.getContext('2d')
    if (lines) {
      lines.strokeStyle = colour
      lines.lineWidth = 1.3
      lines.beginPath()
      for (const at of [-3, 3, 9]) {
        lines.moveTo(at - 3, 6 + 3)
        lines.lineTo(at + 9, -3)
      }
      lines.stroke()
    }
    hatches.set(colour, (found = brush.createPattern(tile, 'repeat')))
  }
  return found ?? colour
}

const NONE: number[] = []

/** Draws on a canvas. What the brush is set to is remembered: setting it is not free. */
export class CanvasSurface implements Surface {
  private font = ''
  private fillStyle = ''
  private strokeStyle = ''
  private dash: readonly number[] = NONE

  constructor(private readonly brush: CanvasRenderingContext2D) {
    brush.textBaseline = 'middle'
    brush.lineJoin = 'round'
  }

  /** Forgets what the brush was set to, after somebody else used it or its canvas changed its size. */
  reset(): void {
    this.font = this.fillStyle = this.strokeStyle = ''
    this.dash = NONE
    this.brush.textBaseline = 'middle'
    this.brush.setLineDash(NONE)
    this.brush.globalAlpha = 1
  }

  box(x: number, y: number, w: number, h: number, radius: number, look: Look): void {
    if (!radius && !look.stroke && !look.hatch && look.fill) {
      this.filled(look.fill)
      this.brush.fillRect(x, y, w, h)
      return
    }
    this.brush.beginPath()
    if (radius > 0.5) this.brush.roundRect(x, y, w, h, radius)
    else this.brush.rect(x, y, w, h)
    this.finish(look)
  }

  disc(x: number, y: number, radius: number, look: Look): void {
    this.brush.beginPath()
    this.brush.arc(x, y, radius, 0, Math.PI * 2)
    this.finish(look)
  }

  path(points: readonly number[], look: Look): void {
    this.brush.beginPath()
    this.brush.moveTo(points[0] ?? 0, points[1] ?? 0)
    for (let at = 2; at < points.length; at += 2) this.brush.lineTo(points[at] ?? 0, points[at + 1] ?? 0)
    if (look.fill) this.brush.closePath()
    this.finish(look)
  }

  curve(points: readonly number[], look: Look): void {
    const [x = 0, y = 0, ax = 0, ay = 0, bx = 0, by = 0, tx = 0, ty = 0] = points
    this.brush.beginPath()
    this.brush.moveTo(x, y)
    this.brush.bezierCurveTo(ax, ay, bx, by, tx, ty)
    this.finish(look)
  }

  text(x: number, y: number, text: string, type: Type): void {
    const font = fontOf(type.size, !!type.bold)
    if (font !== this.font) this.brush.font = this.font = font
    this.filled(type.colour)
    const align = type.align === 'middle' ? 'center' : (type.align ?? 'left')
    this.brush.textAlign = align === 'start' ? 'left' : (align as CanvasTextAlign)
    // Whole pixels: a letter between two is drawn anew at every place.
    this.brush.fillText(text, Math.round(x), Math.round(y))
  }

  clip(x: number, y: number, w: number, h: number): void {
    this.brush.save()
    this.brush.beginPath()
    this.brush.rect(x, y, w, h)
    this.brush.clip()
  }

  open(): void {
    this.brush.restore()
    // The brush is what it was before the clip; what is remembered is not.
    const alpha = this.brush.globalAlpha
    this.reset()
    this.brush.globalAlpha = alpha
  }

  fade(alpha: number): void {
    this.brush.globalAlpha = alpha
  }

  /** Takes away what was drawn in a rectangle: what lies below shows again. */
  wipe(x: number, y: number, w: number, h: number): void {
    this.brush.clearRect(x, y, w, h)
  }

  private filled(colour: string): void {
    if (colour !== this.fillStyle) this.brush.fillStyle = this.fillStyle = colour
  }

  private finish({ fill, hatch, stroke, width = 1, dash = NONE }: Look): void {
    if (fill) {
      this.filled(fill)
      this.brush.fill()
    }
    if (hatch) {
      this.brush.fillStyle = hatchOf(this.brush, hatch)
      this.fillStyle = ''
      this.brush.fill()
    }
    if (!stroke) return
    if (stroke !== this.strokeStyle) this.brush.strokeStyle = this.strokeStyle = stroke
    this.brush.lineWidth = width
    if (dash !== this.dash && (dash.length || this.dash.length))
      this.brush.setLineDash((this.dash = dash) as number[])
    this.brush.stroke()
  }
}

/** Measures with a canvas of its own, and remembers. */
export function canvasMeasure(): Measure {
  const brush = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, size, bold) => {
    const font = fontOf(size, bold)
    const key = `${size}${bold ? 'b' : ''}${text}`
    let width = known.get(key)
    if (width === undefined) {
      if (known.size > 20_000) known.clear()
      if (brush && brush.font !== font) brush.font = font
      known.set(key, (width = brush?.measureText(text).width ?? 0))
    }
    return width
  }
}
