/** Short forms that readers of English know, of words that make names of segments long. */
const KNOWN: Readonly<Record<string, string>> = {
  ...{ additives: 'addit.', aluminium: 'alum.', analytical: 'analyt.', antibodies: 'antibod.' },
  ...{ assemblies: 'assys', assembly: 'assy', assessment: 'assessm.', automated: 'autom.' },
  ...{ automation: 'autom.', automotive: 'auto', batteries: 'batt.', battery: 'batt.' },
  ...{ biochemical: 'biochem.', cardiovascular: 'cardio', certification: 'certif.', chemical: 'chem.' },
  ...{ chemicals: 'chem.', chromatography: 'chromat.', components: 'parts', composite: 'comp.' },
  ...{ composites: 'comp.', conditioning: 'cond.', control: 'ctrl', controller: 'ctrl.' },
  ...{ controllers: 'ctrl.', degradable: 'degrad.', derivatives: 'deriv.', development: 'dev.' },
  ...{ diagnostic: 'diag.', distribution: 'distr.', electric: 'elec.', electrical: 'elec.' },
  ...{ electronic: 'electr.', electronics: 'electr.', electromagnetic: 'e-mag.', engineering: 'eng.' },
  ...{ environmental: 'environ.', equipment: 'equip.', escalators: 'escal.', escalator: 'escal.' },
  ...{ functional: 'funct.', industrial: 'ind.', ingredients: 'ingred.', inspection: 'insp.' },
  ...{ installation: 'install.', instruments: 'instr.', integrated: 'integr.', intermediates: 'interm.' },
  ...{ interventional: 'interv.', laboratory: 'lab', logistics: 'logist.', maintenance: 'maint.' },
  ...{ machining: 'mach.', machinery: 'mach.', management: 'mgmt', manufacturing: 'mfg' },
  ...{ material: 'mat.', materials: 'mat.', mechanical: 'mech.', medicines: 'med.', medical: 'med.' },
  ...{ modernisation: 'modern.', modernization: 'modern.', monitoring: 'monit.', operation: 'oper.' },
  ...{ operators: 'oper.', packaging: 'pack.', performance: 'perf.', pharmaceutical: 'pharma' },
  ...{ pharmaceuticals: 'pharma', polymers: 'polym.', production: 'prod.', products: 'prod.' },
  ...{ protection: 'prot.', purification: 'purif.', recirculation: 'recirc.', recombinant: 'recomb.' },
  ...{ registration: 'registr.', remanufacturing: 'remfg', residential: 'resid.', services: 'serv.' },
  ...{ software: 'softw.', specialised: 'spec.', specialized: 'spec.', specialty: 'spec.' },
  ...{ spheroidisation: 'spheroid.', sterilization: 'steriliz.', structural: 'struct.', systems: 'sys.' },
  ...{ system: 'sys.', technology: 'tech.', traditional: 'trad.', treatment: 'treatm.' },
  ...{ vehicle: 'veh.', vehicles: 'veh.', veterinary: 'vet.', wastewater: 'wastew.' },
}

/** Words at which a name does not end. */
const JOINTS = /[\s,/&-]+$|\s(?:and|for|of|or|with)$/i
const HAN = /[\u2e80-\uffff]/

/** A word in its short form, beginning as it began. */
function known(word: string): string {
  const short = KNOWN[word.toLowerCase()]
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

/** The forms of a name, the longest first. */
export interface Forms {
  /** The name, and in usual abbreviations. */
  whole: readonly string[]
  /** Fewer and fewer words of it: the last shortened, or left out and … in its place; at last the first, shortened. */
  parts: readonly string[]
}

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
