import { readings } from '@/data/rules'
import { language, numberText, t } from '@/words'

/** Lines that names tell of, in yuan, as the words of the names have them. */
const USUAL: Record<string, number> = {
  large_yuan: 1e8,
  middle_yuan: 5e8,
  huge_yuan: 1e9,
  key_yuan: 1e8,
}
/** The line that the name of a figure tells of. */
const OF_FIGURE: Record<string, string> = { F3: 'large_yuan', F4: 'huge_yuan', F6: 'key_yuan' }
/** Where a band begins, and where it ends. */
const OF_BAND: Record<string, [string?, string?]> = {
  huge: ['huge_yuan'],
  middle: ['middle_yuan', 'huge_yuan'],
  large: ['large_yuan', 'middle_yuan'],
  small: [undefined, 'large_yuan'],
}

const line = (name: string): number => Number(readings.value[name] ?? USUAL[name])
const isUsual = (name: string): boolean => line(name) === USUAL[name]

/** A line as it is spoken of: 2亿元, 5000万元. */
function spoken(name: string): string {
  const yuan = line(name)
  const power = (language() === 'zh-CN' ? [8, 4] : [9, 6]).find((one) => yuan >= 10 ** one) ?? 0
  return t(`ui.figures.line_${power}`, { number: numberText(yuan / 10 ** power) })
}

/** What a figure is called whose line was set elsewhere; by the usual line it has its usual name. */
export function nameByLine(figure: string): string | undefined {
  const name = OF_FIGURE[figure]
  return !name || isUsual(name) ? undefined : t(`ui.figures.name_${figure}`, { line: spoken(name) })
}

/** What a band is called where one of its lines was set elsewhere. */
export function bandByLine(band: string): string | undefined {
  const [from, to] = OF_BAND[band] ?? []
  if ([from, to].every((one) => !one || isUsual(one))) return
  const ends = { from: from ? spoken(from) : '', to: to ? spoken(to) : '' }
  return t(
    from && to ? 'ui.figures.band_between' : from ? 'ui.figures.band_over' : 'ui.figures.band_under',
    ends,
  )
}
