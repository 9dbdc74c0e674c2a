// Follows the wire contract; replaced by `cargo xtask codegen`.

export type JsonValue = number | string | boolean | null | JsonValue[] | { [key: string]: JsonValue }
export type Values = { [key: string]: JsonValue }

export interface Fault {
  code: string
  kind?: string
  record?: string
  field?: string
  params: { [key: string]: string }
}
export interface PersonRef {
  id: string
  title: string
}
export interface DeskStatus {
  state: 'absent' | 'locked' | 'open' | 'unreadable'
  path: string
  fault?: Fault
  encrypted: boolean
  empty: boolean
  person?: PersonRef
  product_version: string
}
export type Shape =
  | 'text'
  | 'long_text'
  | 'code'
  | 'choice'
  | 'flag'
  | 'ref'
  | 'list'
  | 'money'
  | 'number'
  | 'area'
  | 'date'
export interface FieldInfo {
  name: string
  shape: Shape
  required: boolean
  group: string
  choices?: string[]
  target?: string
  decimals?: number
  personal: boolean
  label?: string
}
export interface KindInfo {
  name: string
  title_field: string
  list_columns: string[]
  fields: FieldInfo[]
}
export interface Kinds {
  kinds: KindInfo[]
}
export type FilterOp = 'is' | 'not' | 'contains' | 'at_least' | 'at_most' | 'blank' | 'filled'
export interface Filter {
  field: string
  op: FilterOp
  value?: JsonValue
}
export interface Sort {
  field: string
  descending: boolean
}
export interface Name {
  kind: string
  title: string
}
export interface Sum {
  yuan: string
  counted: number
  approximate: number
  missing: number
  foreign: number
}
export interface Row {
  id: string
  version: number
  deleted: boolean
  values: Values
}
export interface Page {
  rows: Row[]
  total: number
  names: { [key: string]: Name }
  sums: { [key: string]: Sum }
}
export interface RecordView {
  kind: string
  id: string
  title: string
  version: number
  deleted: boolean
  values: Values
  names: { [key: string]: Name }
}
export interface Warning {
  field: string
  code: string
}
export interface Saved {
  kind: string
  id: string
  version: number
  batch: string
  warnings: Warning[]
}
export interface BinRow {
  kind: string
  id: string
  title: string
  deleted_at: string
  person?: PersonRef | string
}
export interface Bin {
  rows: BinRow[]
}
export interface Change {
  field: string
  old: JsonValue
  new: JsonValue
  can_put_back: boolean
}
export interface Source {
  file: string
  sha256: string
  sheet?: string
  row?: number
}
export interface HistoryEntry {
  entry: number
  batch: string
  at: string
  person?: PersonRef
  device: string
  intent: string
  changes: Change[]
  source?: Source
}
export interface History {
  entries: HistoryEntry[]
  names: { [key: string]: Name }
}
export interface Label {
  intent: string
  kind?: string
  title?: string
  field?: string
  count: number
}
export interface Kept {
  kind: string
  id: string
  title: string
  field: string
  reason: string
}
export interface Undone {
  batch: string
  label: Label
  kept: Kept[]
}
export interface UndoState {
  undo?: Label
  redo?: Label
}
export interface SearchHit {
  kind: string
  id: string
  title: string
  matched_field: string
  snippet: string
}
export interface SearchHits {
  hits: SearchHit[]
}
export type FigureValue =
  | { kind: 'count'; count: number }
  | { kind: 'money'; yuan: string; display: string }
export interface Figure {
  id: string
  value: FigureValue
  unit: string
  ids: string[]
  approximate: string[]
  missing: string[]
  on_the_line: string[]
}
export interface Month {
  month: number
  count: number
  yuan: string
  display: string
  ids: string[]
}
export interface Figures {
  year: number
  cutoff: string
  rule: { name: string; version: number; settings: { [key: string]: JsonValue } }
  figures: Figure[]
  by_month: Month[]
}
export interface ImportColumn {
  letter: string
  head: string
  field?: string
  unit?: string
  confidence: number
  reason: string
}
export interface ImportTable {
  sheet: string
  kind: string
  header_rows: number[]
  columns: ImportColumn[]
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  suspects: number
}
export interface Problem {
  sheet: string
  row: number
  column: string
  field?: string
  reason: string
  level: 'must' | 'should' | 'info'
  raw: string
}
export interface ImportReport {
  file: string
  sha256: string
  tables: ImportTable[]
  problems: Problem[]
  created: number
  updated: number
  unchanged: number
  rejected: number
  batch?: string
}
export interface BackupDone {
  path: string
  bytes: number
  records: number
  entries: number
  sha256: string
}
export interface RestoreDone {
  safety_copy?: string
}
export interface BackupFile {
  path: string
  at: string
  bytes: number
}
export interface Backups {
  files: BackupFile[]
}
export interface Check {
  name: string
  ok: boolean
  checked: number
  findings: string[]
}
export interface VerifyReport {
  ok: boolean
  checks: Check[]
}
export interface Settings {
  settings: { [key: string]: string }
}
export interface Years {
  years: number[]
}
export interface Changed {
  seq: number
  kinds: string[]
  ids: string[]
}
export type Nothing = Record<string, never>
export interface RecordRef {
  kind: string
  id: string
}

export interface Commands {
  desk_status: { request: Nothing; reply: DeskStatus }
  create_desk: { request: { passphrase?: string }; reply: DeskStatus }
  unlock_desk: { request: { passphrase: string }; reply: DeskStatus }
  load_sample: { request: Nothing; reply: ImportReport }
  set_passphrase: { request: { old?: string; new?: string }; reply: DeskStatus }
  backup: { request: { path?: string }; reply: BackupDone }
  restore_backup: { request: { path: string; passphrase?: string }; reply: RestoreDone }
  backups: { request: Nothing; reply: Backups }
  verify: { request: Nothing; reply: VerifyReport }
  kinds: { request: Nothing; reply: Kinds }
  records: {
    request: {
      kind: string
      filters: Filter[]
      text?: string
      sort: Sort[]
      offset: number
      limit: number
      ids?: string[]
      deleted?: boolean
    }
    reply: Page
  }
  record: { request: RecordRef; reply: RecordView }
  create_record: { request: { kind: string; values: Values }; reply: Saved }
  edit_record: { request: { kind: string; id: string; seen: number; values: Values }; reply: Saved }
  delete_record: { request: { kind: string; id: string; seen: number }; reply: Saved }
  restore_record: { request: RecordRef; reply: Saved }
  bin: { request: Nothing; reply: Bin }
  history: { request: RecordRef; reply: History }
  put_back: { request: { kind: string; id: string; entry: number; field: string }; reply: Saved }
  undo: { request: Nothing; reply: Undone }
  redo: { request: Nothing; reply: Undone }
  undo_state: { request: Nothing; reply: UndoState }
  search: { request: { text: string; limit: number }; reply: SearchHits }
  figures: { request: { year: number }; reply: Figures }
  import_ledger: { request: { name: string; data: string; dry_run?: boolean }; reply: ImportReport }
  settings: { request: Nothing; reply: Settings }
  save_setting: { request: { key: string; value: string }; reply: Settings }
  years: { request: Nothing; reply: Years }
}
