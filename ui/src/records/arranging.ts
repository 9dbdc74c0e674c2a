import { reactive } from 'vue'
import type { FormLayout } from '@/data/formLayout'
import { FACTS } from './formLayout'

/** An arrangement while a person works on it; every step is one of these. */
export function useArranging(start: FormLayout) {
  const now = reactive<FormLayout>(structuredClone(start))

  const sectionOf = (field: string) => now.sections.findIndex((one) => one.fields.includes(field))

  /** Puts a field before another place: section and index as they stand now. */
  function put(field: string, section: number, index: number): void {
    const from = sectionOf(field)
    const target = now.sections[section]
    if (!target) return
    const at = now.sections[from]?.fields.indexOf(field) ?? -1
    if (from >= 0) now.sections[from]?.fields.splice(at, 1)
    target.fields.splice(from === section && at < index ? index - 1 : index, 0, field)
    now.hidden = now.hidden.filter((one) => one !== field)
  }
  /** Moves a field one place up or down; at the end of its section into the next one. */
  function move(field: string, by: 1 | -1): void {
    const from = sectionOf(field)
    const fields = now.sections[from]?.fields ?? []
    const at = fields.indexOf(field)
    const next = now.sections[from + by]
    if (at + by >= 0 && at + by < fields.length) put(field, from, by > 0 ? at + 2 : at - 1)
    else if (next) put(field, from + by, by > 0 ? 0 : next.fields.length)
  }
  /** Moves a whole section. */
  function moveSection(index: number, by: 1 | -1): void {
    const [one] = now.sections.splice(index, 1)
    if (one) now.sections.splice(Math.max(0, index + by), 0, one)
  }
  function addSection(title: string): void {
    now.sections.push({ title, fields: [] })
  }
  /** Takes an empty section away. */
  function dropSection(index: number): void {
    if (!now.sections[index]?.fields.length) now.sections.splice(index, 1)
  }
  function hide(field: string): void {
    const fields = now.sections[sectionOf(field)]?.fields
    fields?.splice(fields.indexOf(field), 1)
    now.facts = now.facts.filter((one) => one !== field)
    now.hidden.push(field)
  }
  /** Shows a hidden field again, at the end of the last section. */
  function unhide(field: string): void {
    const last = now.sections.length - 1
    put(field, last, now.sections[last]?.fields.length ?? 0)
  }
  /** Puts a field among the facts at the top, or takes it from there. */
  function toggleFact(field: string): void {
    if (now.facts.includes(field)) now.facts = now.facts.filter((one) => one !== field)
    else if (now.facts.length < FACTS) now.facts.push(field)
  }
  /** The arrangement as it is to be kept: empty sections are left out. */
  const result = (): FormLayout => ({
    facts: [...now.facts],
    sections: now.sections
      .filter((one) => one.fields.length)
      .map((one) => ({ title: one.title.trim(), fields: [...one.fields] })),
    hidden: [...now.hidden],
  })
  return { now, put, move, moveSection, addSection, dropSection, hide, unhide, toggleFact, result }
}
