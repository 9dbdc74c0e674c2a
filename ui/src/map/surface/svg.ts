import type { Look, Surface, Type } from '../draw/surface'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)
const n = (value: number) => String(Math.round(value * 100) / 100)
const FAMILY = "'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"

/** Draws a picture as text, its letters real and selectable. Knows no browser. */
export class SvgSurface implements Surface {
  private readonly out: string[] = []
  private readonly hatches: string[] = []
  private clips = 0
  private alpha = 1
  /** How many texts end in …, where something was left out. */
  cut = 0

  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly title: string,
    private readonly description: string,
  ) {}

  box(x: number, y: number, w: number, h: number, radius: number, look: Look): void {
    const round = radius > 0.5 ? ` rx="${n(radius)}"` : ''
    const shape = `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${round}`
    this.shape(shape, look)
  }

  disc(x: number, y: number, radius: number, look: Look): void {
    this.shape(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"`, look)
  }

  path(points: readonly number[], look: Look): void {
    const steps: string[] = []
    for (let at = 0; at < points.length; at += 2)
      steps.push(`${at ? 'L' : 'M'}${n(points[at] ?? 0)} ${n(points[at + 1] ?? 0)}`)
    this.shape(`<path d="${steps.join('')}${look.fill ? 'Z' : ''}"`, look)
  }

  curve(points: readonly number[], look: Look): void {
    const [x, y, ax, ay, bx, by, tx, ty] = points.map(n)
    this.shape(`<path d="M${x} ${y}C${ax} ${ay} ${bx} ${by} ${tx} ${ty}"`, look)
  }

  text(x: number, y: number, text: string, type: Type): void {
    if (text.endsWith('…')) this.cut++
    const anchor = type.align && type.align !== 'start' ? ` text-anchor="${type.align}"` : ''
    const weight = type.bold ? ' font-weight="600"' : ''
    // The middle of Chinese letters is about a third of their size above their foot.
    const foot = n(y + type.size * 0.36)
    this.out.push(
      `<text x="${n(x)}" y="${foot}" font-size="${type.size}" fill="${type.colour}"${anchor}${weight}${this.faded()}>${escaped(text)}</text>`,
    )
  }

  clip(x: number, y: number, w: number, h: number): void {
    const id = `c${this.clips++}`
    this.out.push(
      `<clipPath id="${id}"><rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"/></clipPath><g clip-path="url(#${id})">`,
    )
  }

  open(): void {
    this.out.push('</g>')
  }

  fade(alpha: number): void {
    this.alpha = alpha
  }

  /** The whole picture. */
  toString(): string {
    const hatches = this.hatches.map(
      (colour, at) =>
        `<pattern id="h${at}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 1.5H6" stroke="${colour}" stroke-width="1.3"/></pattern>`,
    )
    const size = `${n(this.width)} ${n(this.height)}`
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" width="${n(this.width)}" height="${n(this.height)}" font-family="${FAMILY}" role="img">`,
      `<title>${escaped(this.title)}</title>`,
      `<desc>${escaped(this.description)}</desc>`,
      `<defs>${hatches.join('')}</defs>`,
      ...this.out,
      '</svg>\n',
    ].join('\n')
  }

  private faded(): string {
    return this.alpha < 1 ? ` opacity="${n(this.alpha)}"` : ''
  }

  private shape(start: string, { fill, hatch, stroke, width = 1, dash }: Look): void {
    const border = stroke
      ? ` stroke="${stroke}" stroke-width="${n(width)}"${dash?.length ? ` stroke-dasharray="${dash.map(n).join(' ')}"` : ''}`
      : ''
    this.out.push(`${start} fill="${fill ?? 'none'}"${border}${this.faded()}/>`)
    if (!hatch) return
    let at = this.hatches.indexOf(hatch)
    if (at < 0) at = this.hatches.push(hatch) - 1
    this.out.push(`${start} fill="url(#h${at})"${this.faded()}/>`)
  }
}
