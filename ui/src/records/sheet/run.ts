import { shallowRef } from 'vue'
import { say, sayFault, warn } from '@/data/notices'
import { writeRows, type Write } from '@/data/writes'
import { faultText } from '@/fields/labels'
import { numberText } from '@/words'
import { cellsIn, type Plan, type Sheet } from './sheet'

/** Up to this many cells change without a question, where all of them can. */
const UNASKED = 20

/** A plan that waits for a yes. */
export interface Asking {
  sheet: Sheet
  plan: Plan
  go: () => Promise<void>
  stop: () => void
}

/** The plan that the preview shows; the ledger's table mounts the dialog. */
export const asking = shallowRef<Asking>()
/** Whether something is read or written now. */
export const busy = shallowRef(false)

const writes = (plan: Plan): Write[] =>
  plan.rows.map(({ row, values }) => ({ ...(row ? { id: row.id, seen: row.version } : {}), values }))

/** Lets the file try a plan; what it refuses leaves the plan with its reason. */
async function tried(sheet: Sheet, plan: Plan): Promise<Plan> {
  const { refused } = await writeRows(sheet.kind, plan.intent, writes(plan), { dry_run: true })
  if (!refused.length) return plan
  const rows = plan.rows.map((one) => ({ ...one, values: { ...one.values } }))
  const more = refused.map(({ row, field, fault }) => {
    const planned = rows[row]!
    const value = field ? planned.values[field] : undefined
    if (field && field in planned.values && planned.row) delete planned.values[field]
    else planned.values = {}
    const text = typeof value === 'string' ? value : ''
    return { at: planned.at, ...(field ? { field } : {}), text, why: faultText(fault) }
  })
  const left = rows.filter((one) => Object.keys(one.values).length)
  return { ...plan, rows: left, refused: [...plan.refused, ...more].sort((one, other) => one.at - other.at) }
}

/** Does a plan: at once where little changes and nothing is refused, else after the preview. */
export async function run(sheet: Sheet, planned: Promise<Plan>): Promise<void> {
  busy.value = true
  try {
    const plan = await planned
    const sure = plan.rows.length ? await tried(sheet, plan) : plan
    const cells = cellsIn(sure)
    if (!cells && !sure.refused.length) return say('ui.paste.nothing')
    if (cells <= UNASKED && !sure.refused.length) return await write(sheet, sure)
    asking.value = {
      sheet,
      plan: sure,
      go: async () => {
        asking.value = undefined
        if (cells) await write(sheet, sure)
      },
      stop: () => (asking.value = undefined),
    }
  } catch (thrown) {
    sayFault(thrown)
  } finally {
    busy.value = false
  }
}

async function write(sheet: Sheet, plan: Plan): Promise<void> {
  busy.value = true
  try {
    const done = await writeRows(sheet.kind, plan.intent, writes(plan), { skip_refused: true })
    const params = { cells: numberText(cellsIn(plan)), rows: numberText(done.changed + done.created) }
    say(`ui.paste.done_${plan.intent}`, params, true)
    if (done.refused.length) warn('ui.paste.late', { count: numberText(done.refused.length) })
    await sheet.rows.reload()
    sheet.mark(plan.range)
  } catch (thrown) {
    sayFault(thrown)
  } finally {
    busy.value = false
  }
}
