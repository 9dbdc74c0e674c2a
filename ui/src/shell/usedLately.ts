/** Where the lines chosen last are remembered on this computer. */
const KEPT = 'suoji.used'
/** So many stand before all others where nothing is typed. */
const MOST = 4

/** The views, actions and settings chosen last in the palette, latest first, by the keys of their lines. */
export function usedLately(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return [] // written by something else
  }
}

/** Remembers that a line was chosen; records are remembered by their opening. */
export function rememberUse(key: string): void {
  if (!/^(do|view)-/.test(key)) return
  const next = [key, ...usedLately().filter((one) => one !== key)].slice(0, MOST)
  localStorage.setItem(KEPT, JSON.stringify(next))
}
