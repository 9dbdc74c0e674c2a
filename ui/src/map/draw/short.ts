import type { Forms } from './letters'

/** What words that make names of segments long begin with, and where readers of English cut them. */
const CUT = (
  'addit|ive alum|inium analyt|ical antibod|ies assessm|ent autom|at batt|er biochem|ical certif|ication ' +
  'chem|ical chromat|ography comp|osite cond|itioning degrad|able deriv|ative dev|elopment diag|nostic ' +
  'distr|ibution elec|tric electr|onic eng|ineering environ|mental equip|ment escal|ator funct|ional ' +
  'ind|ustrial ingred|ient insp|ection install|ation instr|ument integr|ated interm|ediate interv|entional ' +
  'logist|ics maint|enance mach|ining mach|inery mat|erial mech|anical med|icines med|ical modern|is ' +
  'modern|iz monit|oring oper|at pack|aging perf|ormance polym|ers prod|uct prot|ection purif|ication ' +
  'recirc|ulation recomb|inant registr|ation resid|ential serv|ices softw|are spec|iali spec|ialty ' +
  'spheroid|is steriliz|ation struct|ural sys|tem tech|nology trad|itional treatm|ent veh|icle ' +
  'vet|erinary wastew|ater'
)
  .split(' ')
  .map((word) => word.split('|') as [stem: string, rest: string])

/** Short forms that are no beginnings. */
const KNOWN = new Map(
  Object.entries({
    ...{ assemblies: 'assys', assembly: 'assy', automotive: 'auto', cardiovascular: 'cardio' },
    ...{ components: 'parts', control: 'ctrl', controller: 'ctrl.', controllers: 'ctrl.' },
    ...{ electromagnetic: 'e-mag.', laboratory: 'lab', management: 'mgmt', manufacturing: 'mfg' },
    ...{ pharmaceutical: 'pharma', pharmaceuticals: 'pharma', remanufacturing: 'remfg' },
  }),
)

/** Words at which a name does not end. */
const JOINTS = /[\s,/&-]+$|\s(?:and|for|of|or|with)$/i
const HAN = /[\u2e80-\uffff]/

/** A word in its short form, beginning as it began. */
function known(word: string): string {
  const small = word.toLowerCase()
  const cut = CUT.find(([stem, rest]) => small.startsWith(stem + rest))
  const short = KNOWN.get(small) ?? (cut && `${cut[0]}.`)
  if (!short) return word
  return /^[A-Z]/.test(word) ? short[0]?.toUpperCase() + short.slice(1) : short
}

/** A long word as far as a consonant before a vowel, as English shortens it: Hydromet., Millim. */
function clipped(word: string): string {
  if (word.length <= MOST + 1) return word
  for (let at = MOST; at > 3; at--)
    if (/[^aeiouy]/i.test(word[at - 1] ?? '') && /[aeiouy]/i.test(word[at] ?? ''))
      return `${word.slice(0, at)}.`
  return word
}
const MOST = 7

/** A name and its shorter forms. Chinese names are short and have no other. */
export function formsOf(name: string): Forms {
  if (HAN.test(name)) return { whole: [name], parts: [] }
  const short = name.replace(/[A-Za-z]+/g, known)
  const whole = short === name ? [name] : [name, short]
  const words = short.match(/\S+\s*/g) ?? []
  const heads = words.slice(1).flatMap((word, at) => {
    let head = words.slice(0, at + 1).join('')
    const next = clipped(word.trim())
    const more = next.endsWith('.') && next !== word.trim() ? [head + next] : []
    while (JOINTS.test(head)) head = head.replace(JOINTS, '')
    return [`${head}…`, ...more]
  })
  const first = (words[0] ?? '').replace(JOINTS, '')
  const clips = [first.replace(/[A-Za-z]+/g, clipped), clipped(first.match(/^[A-Za-z]+/)?.[0] ?? '')]
  const parts = [...heads.reverse(), ...clips].filter((one) => one && !whole.includes(one))
  return { whole, parts: [...new Set(parts)] }
}
