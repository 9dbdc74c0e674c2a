import type { Row } from './rows'

/** A value that is shown; `version` is that of the record once the host has it. */
export interface Standing {
  value: unknown
  version?: number
}

/**
 * Values that a window shows before every answer of the host holds them. A page that was asked for before an
 * edit was written, and comes after it, must not bring the old value back.
 */
export class Shown {
  private readonly records = new Map<string, Map<string, Standing>>()

  /** Shows a value from now on; it is being written. */
  begin(id: string, field: string, value: unknown): Standing {
    const standing: Standing = { value }
    const fields = this.records.get(id) ?? new Map<string, Standing>()
    this.records.set(id, fields.set(field, standing))
    return standing
  }

  /** Shows it no longer; not where a later value took its place. */
  end(id: string, field: string, standing: Standing): boolean {
    const fields = this.records.get(id)
    if (fields?.get(field) !== standing) return false
    fields.delete(field)
    if (!fields.size) this.records.delete(id)
    return true
  }

  /** A row of the host as it is to be shown. */
  over(row: Row): Row {
    const fields = this.records.get(row.id)
    if (!fields) return row
    const values = { ...row.values }
    for (const [field, standing] of [...fields]) {
      const known = standing.version !== undefined && row.version >= standing.version
      if (known) this.end(row.id, field, standing)
      else values[field] = standing.value
    }
    return { ...row, values }
  }
}
