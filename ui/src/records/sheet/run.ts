import { shallowRef } from 'vue'
import { say, sayFault, warn } from '@/data/notices'
import { madeOf } from '@/data/value'
import { writeRows, type Write } from '@/data/writes'
import { faultText } from '@/fields/labels'
import { numberText } from '@/words'
import { cellsIn, type Plan, type RefusedCell, type Sheet, type Way } from './sheet'

/** Up to this many cells change without a question, where all of them can. */
const UNASKED = 20

/** A plan that waits for a yes. */
export interface Asking {
  sheet: Sheet
  plan: Plan
  go: () => Promise<void>
  /** Looks at it again, to be done another way. */
  again: (way: Way) => Promise<void>
  stop: () => void
}

/** The plan that the preview shows; the ledger's table mounts the dialog. */
export const asking = shallowRef<Asking>()
/** Whether something is read or written now. */
export const busy = shallowRef(false)

const writes = (plan: Plan): Write[] =>
  plan.rows.map(({ row, values }) => ({
    ...(row ? { id: row.id, seen: row.version, known: row.values } : {}),
    values,
  }))

/** Lets the file try a plan; what it refuses leaves the plan with its reason. */
async function tried(sheet: Sheet, plan: Plan): Promise<Plan> {
  const { refused } = await writeRows(sheet.kind, plan.intent, writes(plan), { dry_run: true })
  if (!refused.length) return plan
  const rows = plan.rows.map((one) => ({ ...one, values: { ...one.values } }))
  const more = refused.map(({ row, field, fault }): RefusedCell => {
    const planned = rows[row]!
    const value = field ? planned.values[field] : undefined
    const line = !field || !(field in planned.values) || !planned.row
    if (line) planned.values = {}
    else delete planned.values[field]
    const text = typeof value === 'string' ? value : (madeOf(value) ?? '')
    return {
      at: planned.at,
      ...(field ? { field } : {}),
      text,
      why: faultText(fault),
      ...(line ? { line } : {}),
    }
  })
  const left = rows.filter((one) => Object.keys(one.values).length)
  return { ...plan, rows: left, refused: met(plan.refused, more).sort((one, other) => one.at - other.at) }
}

/** Cells that were not read, and what the file says of them: each is told once, by its first reason. */
function met(unread: RefusedCell[], refused: RefusedCell[]): RefusedCell[] {
  const same = (one: RefusedCell, other: RefusedCell) => one.at === other.at && one.field === other.field
  const whole = new Set(refused.filter((one) => one.line).map((one) => one.at))
  const before = unread.map((one) => (whole.has(one.at) ? { ...one, line: true } : one))
  return [...before, ...refused.filter((one) => !unread.some((other) => same(one, other)))]
}

/** Does a plan: at once where little changes and nothing is refused, else after the preview. */
export async function run(sheet: Sheet, planned: Promise<Plan>): Promise<void> {
  await busily(async () => {
    const plan = await looked(sheet, planned)
    const cells = cellsIn(plan)
    if (!cells && !plan.refused.length) return say('ui.paste.nothing')
    const sure = cells <= UNASKED && !plan.refused.length && !plan.choice?.ask
    if (sure) return await write(sheet, plan)
    asking.value = asked(sheet, plan)
  })
}

async function looked(sheet: Sheet, planned: Promise<Plan>): Promise<Plan> {
  const plan = await planned
  return plan.rows.length ? await tried(sheet, plan) : plan
}

const asked = (sheet: Sheet, plan: Plan): Asking => ({
  sheet,
  plan,
  go: async () => {
    asking.value = undefined
    if (cellsIn(plan)) await busily(() => write(sheet, plan))
  },
  again: async (way) =>
    busily(async () => {
      const next = await looked(sheet, plan.choice!.again(way))
      if (asking.value) asking.value = asked(sheet, next)
    }),
  stop: () => (asking.value = undefined),
})

async function busily(work: () => Promise<void>): Promise<void> {
  busy.value = true
  try {
    await work()
  } catch (thrown) {
    sayFault(thrown)
  } finally {
    busy.value = false
  }
}

async function write(sheet: Sheet, plan: Plan): Promise<void> {
  const done = await writeRows(sheet.kind, plan.intent, writes(plan), { skip_refused: true })
  const params = { cells: numberText(cellsIn(plan)), rows: numberText(done.changed + done.created) }
  say(`ui.paste.done_${plan.intent}`, params, true)
  if (done.refused.length) warn('ui.paste.late', { count: numberText(done.refused.length) })
  await sheet.rows.reload()
  sheet.mark(plan.range)
}
