import { beforeEach, expect, it, vi } from 'vitest'
import { FaultError } from '@/bridge'

const call = vi.hoisted(() => vi.fn())
vi.mock('@/bridge', async (original) => ({
  ...(await original<object>()),
  call,
  onImportProgress: () => () => undefined,
}))

const { createWizard } = await import('./wizard')
const { withPick } = await import('./said')
const { dropUnfinished, unfinishedName } = await import('./unfinished')

const table = (key: string, more: object = {}) => ({
  key,
  sheet: key,
  ledger: 'signing',
  columns: [],
  ...more,
})
const preview = (held: string, ...keys: string[]) => ({
  held,
  sheets: ['一', '二'].map((name) => ({ name, rows: [] })),
  tables: keys.map((key) => table(key)),
  templates: [],
})
const report = (keys: string[], more: object = {}) => ({
  tables: keys.map((key) => table(key)),
  problems: [],
  questions: [],
  duplicates: [],
  ...more,
})
const requests = (name: string) => call.mock.calls.filter((one) => one[0] === name).map((one) => one[1])
const file = new File(['甲'], '台账.csv')

let replies: Record<string, (request: { held?: string }) => unknown>
beforeEach(() => {
  replies = {
    preview_ledger: ({ held }) => preview(held ?? 'h1', '一', '二'),
    import_ledger: () => report(['一', '二']),
    cancel_import: () => ({}),
    imported: () => ({ kinds: [] }),
  }
  dropUnfinished()
  call.mockReset()
  call.mockImplementation((name: string, request: object) => {
    try {
      return Promise.resolve(replies[name]?.(request))
    } catch (thrown) {
      return Promise.reject(thrown as Error)
    }
  })
})

async function opened() {
  const wizard = createWizard()
  await wizard.open(file)
  await vi.waitFor(() => expect(wizard.current.value).toBe(true))
  return wizard
}

it('sends the bytes once, and names them ever after', async () => {
  const wizard = await opened()
  expect(requests('preview_ledger')).toHaveLength(1)
  expect(requests('preview_ledger')[0]).toHaveProperty('data')
  wizard.said.mappings['一'] = withPick(wizard.said, '一', 'C', { field: 'project.name' })
  wizard.reread()
  await vi.waitFor(() => expect(wizard.current.value).toBe(true))
  expect(requests('preview_ledger')[1]).toMatchObject({ held: 'h1' })
  expect(requests('import_ledger').every((one) => one.held === 'h1' && !('data' in one))).toBe(true)
  expect(requests('import_ledger').at(-1)).toMatchObject({
    dry_run: true,
    mappings: { 一: { columns: [{ column: 'C', field: 'project.name' }], skip: false } },
  })
})

it('sends the bytes again where they were let go', async () => {
  let gone = true
  replies.import_ledger = ({ held }) => {
    if (gone) {
      gone = false
      throw new FaultError({ code: 'file_let_go', params: {} })
    }
    return report(['一'], { held })
  }
  replies.preview_ledger = ({ held }) => preview(held ?? (gone ? 'h1' : 'h2'), '一')
  await opened()
  expect(requests('import_ledger').map((one) => one.held)).toEqual(['h1', 'h2'])
})

it('keeps only the last try, and stops the one before', async () => {
  const wizard = await opened()
  let first: ((value: unknown) => void) | undefined
  replies.import_ledger = () => new Promise((resolve) => (first = resolve))
  wizard.recheck()
  await vi.waitFor(() => expect(first).toBeDefined())
  const job = requests('import_ledger').at(-1).job
  replies.import_ledger = () => report(['二'])
  wizard.recheck()
  await vi.waitFor(() => expect(wizard.current.value).toBe(true))
  first?.(report(['一', '二']))
  await Promise.resolve()
  expect(wizard.report.value?.tables.map((one) => one.key)).toEqual(['二'])
  expect(requests('cancel_import')).toContainEqual({ job })
})

it('still shows a table that was left out, in its place', async () => {
  const wizard = await opened()
  wizard.said.mappings['一'] = { columns: [], skip: true }
  replies.preview_ledger = ({ held }) => preview(held ?? '', '二')
  replies.import_ledger = () => report(['二'])
  wizard.reread()
  await vi.waitFor(() => expect(wizard.current.value).toBe(true))
  expect(wizard.tables.value.map((one) => one.key)).toEqual(['一', '二'])
})

it('keeps a question that was answered until its answer is taken back', async () => {
  const question = { key: 'unit:signing:合同额', sheet: '一', choices: ['万元', '亿元'] }
  replies.import_ledger = () => report(['一'], { questions: [question] })
  const wizard = await opened()
  wizard.said.answers[question.key] = '万元'
  replies.import_ledger = () => report(['一'])
  wizard.reread()
  await vi.waitFor(() => expect(wizard.current.value).toBe(true))
  expect(wizard.questions.value.map((one) => one.key)).toEqual([question.key])
  // Open again at once, and not only when the file was read again.
  wizard.reopen(question as never)
  expect([wizard.said.answers, wizard.questions.value.map((one) => one.key)]).toEqual([{}, [question.key]])
  await vi.waitFor(() => expect(wizard.current.value).toBe(true))
  expect(wizard.questions.value).toEqual([])
})

it('keeps a table in sight that is no longer found as it was said, and takes it no further', async () => {
  const wizard = await opened()
  for (const one of ['一', '二']) wizard.said.mappings[one] = { columns: [], skip: one === '二' }
  replies.preview_ledger = ({ held }) => preview(held ?? '')
  replies.import_ledger = () => {
    throw new FaultError({ code: 'nothing_recognised', params: {} })
  }
  wizard.reread()
  expect(wizard.tables.value.map((one) => wizard.lost(one))).toEqual([false, false])
  await vi.waitFor(() => expect(wizard.checking.value).toBe(false))
  expect(wizard.tables.value.map((one) => [one.key, wizard.lost(one)])).toEqual([
    ['一', true],
    ['二', false],
  ])
  expect(wizard.taken.value).toBe(false)
})

it('a cancelled try is no fault, and can be made again', async () => {
  const wizard = createWizard()
  replies.import_ledger = () => {
    throw new FaultError({ code: 'import_cancelled', params: {} })
  }
  await wizard.open(file)
  await vi.waitFor(() => expect(wizard.checking.value).toBe(false))
  expect([wizard.fault.value, wizard.current.value]).toEqual([undefined, false])
  replies.import_ledger = () => report(['一'])
  await wizard.check()
  expect(wizard.current.value).toBe(true)
})

it('says that a writing was cancelled until the next one', async () => {
  const wizard = await opened()
  replies.import_ledger = () => {
    throw new FaultError({ code: 'import_cancelled', params: {} })
  }
  await wizard.run()
  expect([wizard.cancelled.value, wizard.fault.value, wizard.result.value]).toEqual([
    true,
    undefined,
    undefined,
  ])
  replies.import_ledger = () => report(['一'], { batch: 'b' })
  await wizard.run()
  expect([wizard.cancelled.value, wizard.result.value?.batch]).toEqual([false, 'b'])
})

it('writes what was said, with the name to keep it under', async () => {
  const wizard = await opened()
  wizard.saveAs.value = ' 一部 '
  wizard.said.decisions['7 一'] = 'update'
  replies.import_ledger = () => report(['一'], { batch: 'b' })
  await wizard.run()
  expect(requests('import_ledger').at(-1)).toMatchObject({
    dry_run: false,
    save_template: '一部',
    decisions: [{ sheet: '一', row: 7, decision: 'update' }],
  })
  expect(requests('imported')).toEqual([{ batch: 'b' }])
  expect(wizard.result.value?.batch).toBe('b')
})

it('says of a file too large for the host what it is', async () => {
  const wizard = createWizard()
  const large = new File(['甲'], '大.csv')
  Object.defineProperty(large, 'size', { value: 90_000_000 })
  replies.preview_ledger = () => {
    throw new FaultError({ code: 'bad_request', params: {} })
  }
  await wizard.open(large)
  expect(wizard.fault.value).toMatchObject({
    code: 'file_too_large',
    params: { file: '大.csv', detail: '90 MB' },
  })
  expect(wizard.file.value).toBeUndefined()
})

it('knows which column took the field that another had', async () => {
  const columns = (...fields: (string | undefined)[]) =>
    fields.map((field, at) => ({ letter: 'EF'[at], ...(field ? { field } : {}) }))
  const seen = (...fields: (string | undefined)[]) => ({
    ...preview('h1'),
    tables: [table('一', { columns: columns(...fields) })],
  })
  const [total, capital] = ['agreement.contract_total', 'agreement.contract_capital']
  replies.preview_ledger = () => seen(total, capital)
  const wizard = await opened()
  wizard.said.mappings['一'] = withPick(wizard.said, '一', 'E', { field: capital })
  replies.preview_ledger = () => seen(capital, undefined)
  wizard.reread()
  await vi.waitFor(() => expect(wizard.preview.value?.tables[0]?.columns[0]?.field).toBe(capital))
  const [now] = wizard.preview.value?.tables ?? []
  expect(now?.columns.map((column) => wizard.takenBy(now, column)?.letter)).toEqual([undefined, 'E'])
})

it('writes on to its result, whatever is asked of it meanwhile', async () => {
  const wizard = await opened()
  let written: ((value: unknown) => void) | undefined
  replies.import_ledger = () => new Promise((resolve) => (written = resolve))
  const done = wizard.run()
  await vi.waitFor(() => expect(written).toBeDefined())
  const before = call.mock.calls.length
  void wizard.open(new File(['乙'], '另一份.csv'))
  wizard.reset()
  wizard.reread()
  wizard.recheck()
  await wizard.check()
  expect(wizard.checking.value).toBe(false)
  expect(call.mock.calls).toHaveLength(before)
  written?.(report(['一', '二'], { batch: 'b1' }))
  await done
  expect(wizard.file.value?.name).toBe('台账.csv')
  expect(wizard.result.value).toMatchObject({ batch: 'b1' })
})

it('takes up what was said of a file when the window went, until it is written', async () => {
  const first = await opened()
  first.said.answers['unit:资金'] = '万元'
  first.step.value = 'rows'
  first.recheck()
  await vi.waitFor(() => expect(first.current.value).toBe(true))
  expect(unfinishedName.value).toBe('台账.csv')
  // Another file, and the same one changed since, begin anew.
  for (const other of [new File(['乙'], '别的.csv'), new File(['甲乙'], '台账.csv')]) {
    const wizard = createWizard()
    await wizard.open(other)
    expect(wizard.said.answers).toEqual({})
  }
  const next = await opened()
  expect(next.said.answers).toEqual({ 'unit:资金': '万元' })
  expect([next.step.value, next.saidAny(), next.canStep('undo')]).toEqual(['rows', true, true])
  expect(next.busy.value).toBeUndefined()
  expect(requests('import_ledger').at(-1)).toMatchObject({ answers: { 'unit:资金': '万元' } })
  await next.run()
  expect(unfinishedName.value).toBeUndefined()
})

it('forgets what was said of a file with the last of it, and when it is given up', async () => {
  const wizard = await opened()
  const answer = () => {
    wizard.said.answers['unit:资金'] = '万元'
    wizard.recheck()
    expect(unfinishedName.value).toBe('台账.csv')
  }
  answer()
  wizard.restep('undo')
  expect(unfinishedName.value).toBeUndefined()
  answer()
  wizard.reset()
  expect(unfinishedName.value).toBeUndefined()
})
