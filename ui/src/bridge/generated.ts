// Made by `cargo xtask codegen` from the command list; not edited by hand.

export type JsonValue =
  number | string | boolean | null | JsonValue[] | { [key: string]: JsonValue }
export type Values = { [key: string]: JsonValue }

export type Backup = { 
/**
 * Where to; a dated name in the backup folder when absent.
 */
path?: string, };

export type BackupDone = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Rows of all kinds in it.
 */
records: number, 
/**
 * Entries of its log.
 */
entries: number, 
/**
 * Its SHA-256 in hexadecimal.
 */
sha256: string, };

export type BackupFile = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * When it was written, RFC 3339.
 */
at: string, 
/**
 * Its size.
 */
bytes: number, };

export type Backups = { 
/**
 * The files.
 */
files: Array<BackupFile>, };

export type Bin = { 
/**
 * Newest first.
 */
rows: Array<BinRow>, };

export type BinRow = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * When it was put there, RFC 3339.
 */
deleted_at: string, 
/**
 * By whom.
 */
person?: PersonRef, };

export type Change = { 
/**
 * The field; `_deleted` for the recycle bin.
 */
field: string, 
/**
 * Before; null when blank.
 */
old: JsonValue, 
/**
 * After; null when blank.
 */
new: JsonValue, 
/**
 * Whether it still fits to put it back.
 */
can_put_back: boolean, };

export type CheckReport = { 
/**
 * `file`, `log`, `rows` or `index`.
 */
name: string, 
/**
 * Whether nothing is wrong.
 */
ok: boolean, 
/**
 * How many pages, entries, rows or documents it looked at.
 */
checked: number, 
/**
 * What is wrong.
 */
findings: Array<string>, };

export type CreateDesk = { 
/**
 * Encrypts it.
 */
passphrase?: string, };

export type CreateRecord = { 
/**
 * The kind.
 */
kind: string, 
/**
 * Its values.
 */
values: Values, };

export type DeleteRecord = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * The version when it was last seen.
 */
seen: number, };

export type DeskState = "absent" | "locked" | "open" | "unreadable";

export type DeskStatus = { 
/**
 * Whether it stands open.
 */
state: DeskState, 
/**
 * Where it lies.
 */
path: string, 
/**
 * Why it cannot be opened.
 */
fault?: Fault, 
/**
 * Whether it is encrypted.
 */
encrypted: boolean, 
/**
 * Whether it holds no records of the user yet.
 */
empty: boolean, 
/**
 * Who works here.
 */
person?: PersonRef, 
/**
 * The program's version.
 */
product_version: string, };

export type EditRecord = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * The version when the form was opened.
 */
seen: number, 
/**
 * The fields to set; null clears.
 */
values: Values, };

export type ExportDone = { 
/**
 * A name for the file.
 */
file_name: string, 
/**
 * Its bytes in base64.
 */
data: string, 
/**
 * How many rows it has.
 */
rows: number, };

export type ExportFormat = "xlsx" | "csv";

export type ExportList = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The format.
 */
format: ExportFormat, 
/**
 * Every one must hold.
 */
filters: Array<Filter>, 
/**
 * The order.
 */
sort: Array<Sort>, 
/**
 * Shows personal data in full.
 */
unmasked?: boolean, 
/**
 * The language of headings: `zh-CN` or `en`.
 */
language?: string, };

export type Fault = { 
/**
 * What went wrong.
 */
code: FaultCode, 
/**
 * The kind of the record it is about.
 */
kind?: string, 
/**
 * The record it is about.
 */
record?: string, 
/**
 * The field it is about.
 */
field?: string, 
/**
 * What the sentence names.
 */
params: { [key in string]: string }, };

export type FaultCode = "no_desk" | "desk_exists" | "desk_locked" | "wrong_passphrase" | "not_a_desk" | "newer_file" | "damaged" | "read_only" | "disk_full" | "busy" | "io" | "no_such_kind" | "no_such_record" | "in_bin" | "not_in_bin" | "invalid" | "stale" | "reference_missing" | "nothing_to_undo" | "nothing_to_redo" | "no_longer_fits" | "no_such_entry" | "file_unreadable" | "file_encrypted" | "file_too_large" | "nothing_recognised" | "no_backup" | "backup_failed" | "bad_query" | "bad_request" | "no_such_command" | "internal";

export type FieldInfo = { 
/**
 * Its name; `extra.<id>` for an extra field.
 */
name: string, 
/**
 * What it holds.
 */
shape: ShapeName, 
/**
 * Whether a record cannot be without it.
 */
required: boolean, 
/**
 * The group it changes with.
 */
group: string, 
/**
 * The names of its choices.
 */
choices?: Array<string>, 
/**
 * The kind it refers to.
 */
target?: string, 
/**
 * Digits after the point.
 */
decimals?: number, 
/**
 * Whether it holds personal data.
 */
personal: boolean, 
/**
 * The label of an extra field; declared fields have theirs in the words.
 */
label?: string, };

export type Figure = { 
/**
 * `F1` to `F4`.
 */
id: string, 
/**
 * How much.
 */
value: FigureValue, 
/**
 * `count` or `yi_yuan`.
 */
unit: string, 
/**
 * The agreements behind it.
 */
ids: Array<string>, 
/**
 * Of those, the ones with an approximate amount.
 */
approximate: Array<string>, 
/**
 * Of those, the ones without an amount in yuan.
 */
missing: Array<string>, 
/**
 * Agreements exactly on the figure's threshold.
 */
on_the_line: Array<string>, };

export type FigureValue = { "kind": "count", 
/**
 * How many.
 */
count: number, } | { "kind": "money", 
/**
 * In yuan with two decimals, not rounded.
 */
yuan: string, 
/**
 * In the figure's unit, rounded once.
 */
display: string, };

export type Figures = { 
/**
 * The year.
 */
year: number, 
/**
 * The last day that counts, ISO 8601.
 */
cutoff: string, 
/**
 * The rule they were counted by.
 */
rule: RuleInfo, 
/**
 * F1 to F4.
 */
figures: Array<Figure>, 
/**
 * F1 and F2 month by month; agreements whose month is unknown are in
 * none.
 */
by_month: Array<Month>, };

export type FiguresRequest = { 
/**
 * The year.
 */
year: number, };

export type Filter = { 
/**
 * The field's name.
 */
field: string, 
/**
 * How to compare.
 */
op: FilterOp, 
/**
 * What with; not needed for blank and filled.
 */
value?: JsonValue, };

export type FilterOp = "is" | "not" | "contains" | "at_least" | "at_most" | "blank" | "filled";

export type History = { 
/**
 * Newest first.
 */
entries: Array<HistoryEntry>, 
/**
 * The titles of the records that values refer to.
 */
names: { [key in string]: Name }, };

export type HistoryEntry = { 
/**
 * Its number in this file's log.
 */
entry: number, 
/**
 * The action it belongs to.
 */
batch: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Who.
 */
person?: PersonRef, 
/**
 * The device.
 */
device: string, 
/**
 * What the action was for.
 */
intent: string, 
/**
 * Field by field.
 */
changes: Array<Change>, 
/**
 * Where imported values came from.
 */
source?: Source, };

export type ImportColumn = { 
/**
 * Its letter.
 */
letter: string, 
/**
 * Its heading.
 */
head: string, 
/**
 * The field it goes to, `kind.field`.
 */
field?: string, 
/**
 * The unit its heading names.
 */
unit?: string, 
/**
 * How sure, 0 to 100.
 */
confidence: number, 
/**
 * Why.
 */
reason: string, };

export type ImportLedger = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its bytes in base64.
 */
data: string, 
/**
 * Only says what would happen.
 */
dry_run?: boolean, };

export type ImportReport = { 
/**
 * The file's name.
 */
file: string, 
/**
 * Its SHA-256.
 */
sha256: string, 
/**
 * The tables found.
 */
tables: Array<ImportTable>, 
/**
 * What to look at, in the order of the file.
 */
problems: Array<Problem>, 
/**
 * Rows that made a new record of the table's kind.
 */
created: number, 
/**
 * Rows that changed one.
 */
updated: number, 
/**
 * Rows that stand there already.
 */
unchanged: number, 
/**
 * Rows that were not imported.
 */
rejected: number, 
/**
 * The action, for undo; absent when nothing was written.
 */
batch?: string, };

export type ImportTable = { 
/**
 * Its sheet.
 */
sheet: string, 
/**
 * The kind of record a row makes.
 */
kind: string, 
/**
 * The rows of its heading.
 */
header_rows: Array<number>, 
/**
 * Its columns.
 */
columns: Array<ImportColumn>, 
/**
 * Rows read.
 */
read: number, 
/**
 * Rows that made a record.
 */
created: number, 
/**
 * Rows that changed one.
 */
updated: number, 
/**
 * Rows that stand there already.
 */
unchanged: number, 
/**
 * Rows not imported.
 */
rejected: number, 
/**
 * Rows kept for review because they may repeat a project.
 */
suspects: number, };

export type Kept = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The field that was changed since.
 */
field: string, 
/**
 * Who changed it.
 */
reason: string, };

export type KindInfo = { 
/**
 * Its name.
 */
name: string, 
/**
 * The field that names a record.
 */
title_field: string, 
/**
 * The columns a list shows at first.
 */
list_columns: Array<string>, 
/**
 * Its fields, in the order of a form.
 */
fields: Array<FieldInfo>, };

export type Kinds = { 
/**
 * In the order a window offers them.
 */
kinds: Array<KindInfo>, };

export type Label = { 
/**
 * What it was for.
 */
intent: string, 
/**
 * The kind of its first record.
 */
kind?: string, 
/**
 * The title of its first record.
 */
title?: string, 
/**
 * The field, when it changed one.
 */
field?: string, 
/**
 * How many records it touched.
 */
count: number, };

export type Month = { 
/**
 * 1 to 12.
 */
month: number, 
/**
 * Projects signed.
 */
count: number, 
/**
 * Their amount in yuan.
 */
yuan: string, 
/**
 * The same in 亿元, rounded once.
 */
display: string, 
/**
 * The agreements.
 */
ids: Array<string>, };

export type Name = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The title.
 */
title: string, };

export type Nothing = Record<symbol, never>;

export type Page = { 
/**
 * The rows.
 */
rows: Array<Row>, 
/**
 * How many rows match in all.
 */
total: number, 
/**
 * The titles of the records that the rows refer to.
 */
names: { [key in string]: Name }, 
/**
 * Totals of money fields over all matching rows.
 */
sums: { [key in string]: Sum }, };

export type PersonRef = { 
/**
 * The `person` record.
 */
id: string, 
/**
 * The name.
 */
title: string, };

export type Problem = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row as the spreadsheet counts it; 0 for the whole sheet.
 */
row: number, 
/**
 * The column's letter; empty for a whole row.
 */
column: string, 
/**
 * The field, `kind.field`.
 */
field?: string, 
/**
 * The code, with a sentence in the words.
 */
reason: string, 
/**
 * How much it matters.
 */
level: ProblemLevel, 
/**
 * The cell's raw text.
 */
raw: string, };

export type ProblemLevel = "must" | "should" | "info";

export type PutBack = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * The entry.
 */
entry: number, 
/**
 * The field.
 */
field: string, };

export type RecordRequest = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, };

export type RecordView = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Whether it lies in the bin.
 */
deleted: boolean, 
/**
 * Its values; blank ones are left out.
 */
values: Values, 
/**
 * The titles of the records it refers to.
 */
names: { [key in string]: Name }, };

export type RecordsRequest = { 
/**
 * The kind.
 */
kind: string, 
/**
 * Every one must hold.
 */
filters: Array<Filter>, 
/**
 * Only what a search for this finds.
 */
text?: string, 
/**
 * The order; ids break ties.
 */
sort: Array<Sort>, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows to return, 1,000 at the most.
 */
limit: number, 
/**
 * Only these.
 */
ids?: Array<string>, 
/**
 * The recycle bin instead.
 */
deleted?: boolean, };

export type RestoreBackup = { 
/**
 * The backup.
 */
path: string, 
/**
 * Its passphrase, when it has one.
 */
passphrase?: string, };

export type RestoreDone = { 
/**
 * Where the file that stood there before was set aside.
 */
safety_copy?: string, };

export type Row = { 
/**
 * The record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Whether it lies in the bin.
 */
deleted: boolean, 
/**
 * Its values; blank ones are left out.
 */
values: Values, };

export type RuleInfo = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Its settings.
 */
settings: Values, };

export type SaveSetting = { 
/**
 * The name, such as `language`.
 */
key: string, 
/**
 * The value; an empty one removes the setting.
 */
value: string, };

export type Saved = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * Its version now.
 */
version: number, 
/**
 * The action, for undo.
 */
batch: string, 
/**
 * What to look at again.
 */
warnings: Array<Warning>, };

export type SearchHit = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The field in which the text stands.
 */
matched_field: string, 
/**
 * What stands there, shortened around the text.
 */
snippet: string, };

export type SearchHits = { 
/**
 * Best first.
 */
hits: Array<SearchHit>, };

export type SearchRequest = { 
/**
 * What to look for.
 */
text: string, 
/**
 * How many hits at the most, up to 100.
 */
limit: number, };

export type SetPassphrase = { 
/**
 * The present one, when there is one.
 */
old?: string, 
/**
 * The new one; absent removes it.
 */
new?: string, };

export type Settings = { 
/**
 * All that were saved.
 */
settings: { [key in string]: string }, };

export type ShapeName = "text" | "long_text" | "code" | "choice" | "flag" | "ref" | "list" | "money" | "number" | "area" | "date";

export type Sort = { 
/**
 * The field's name.
 */
field: string, 
/**
 * From the highest down.
 */
descending: boolean, };

export type Source = { 
/**
 * The file's name.
 */
file: string, 
/**
 * Its SHA-256.
 */
sha256: string, 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * The cells' raw text by heading.
 */
raw: Values, };

export type Sum = { 
/**
 * In yuan with two decimals; foreign amounts at their record's rate.
 */
yuan: string, 
/**
 * Rows in the total.
 */
counted: number, 
/**
 * Of those, rows with an approximate amount.
 */
approximate: number, 
/**
 * Rows without an amount.
 */
missing: number, 
/**
 * Rows with a foreign amount and no rate: not in the total.
 */
foreign: number, };

export type UndoState = { 
/**
 * The action that undo would take back.
 */
undo?: Label, 
/**
 * The action that redo would do again.
 */
redo?: Label, };

export type Undone = { 
/**
 * The new action.
 */
batch: string, 
/**
 * The action it took back or did again.
 */
label: Label, 
/**
 * What stayed because it was changed since.
 */
kept: Array<Kept>, };

export type UnlockDesk = { 
/**
 * Its passphrase.
 */
passphrase: string, };

export type VerifyReport = { 
/**
 * Whether nothing is wrong.
 */
ok: boolean, 
/**
 * Every check.
 */
checks: Array<CheckReport>, };

export type Warning = { 
/**
 * The field.
 */
field: string, 
/**
 * The code, with a sentence in the words.
 */
code: string, };

export type Years = { 
/**
 * Newest first.
 */
years: Array<number>, };

export interface Commands {
  desk_status: { request: Nothing; reply: DeskStatus }
  create_desk: { request: CreateDesk; reply: DeskStatus }
  unlock_desk: { request: UnlockDesk; reply: DeskStatus }
  restore_backup: { request: RestoreBackup; reply: RestoreDone }
  backups: { request: Nothing; reply: Backups }
  set_passphrase: { request: SetPassphrase; reply: DeskStatus }
  backup: { request: Backup; reply: BackupDone }
  verify: { request: Nothing; reply: VerifyReport }
  rebuild: { request: Nothing; reply: VerifyReport }
  settings: { request: Nothing; reply: Settings }
  save_setting: { request: SaveSetting; reply: Nothing }
  load_sample: { request: Nothing; reply: ImportReport }
  kinds: { request: Nothing; reply: Kinds }
  records: { request: RecordsRequest; reply: Page }
  record: { request: RecordRequest; reply: RecordView }
  create_record: { request: CreateRecord; reply: Saved }
  edit_record: { request: EditRecord; reply: Saved }
  delete_record: { request: DeleteRecord; reply: Saved }
  restore_record: { request: RecordRequest; reply: Saved }
  bin: { request: Nothing; reply: Bin }
  history: { request: RecordRequest; reply: History }
  put_back: { request: PutBack; reply: Saved }
  undo: { request: Nothing; reply: Undone }
  redo: { request: Nothing; reply: Undone }
  undo_state: { request: Nothing; reply: UndoState }
  search: { request: SearchRequest; reply: SearchHits }
  figures: { request: FiguresRequest; reply: Figures }
  years: { request: Nothing; reply: Years }
  import_ledger: { request: ImportLedger; reply: ImportReport }
  export_list: { request: ExportList; reply: ExportDone }
}

/** The declared field names of every record kind. */
export interface KindFields {
  agreement:
    | 'project'
    | 'party'
    | 'agreement_type'
    | 'agreement_no'
    | 'supplement_to'
    | 'sign_date'
    | 'ceremony'
    | 'contract_total'
    | 'contract_capital'
    | 'fixed_investment'
    | 'rate'
    | 'rate_date'
    | 'responsible_unit'
    | 'contact'
    | 'fair_competition_review'
    | 'legality_review'
    | 'voided'
    | 'void_reason'
    | 'void_date'
    | 'note'
  project:
    | 'project_no'
    | 'name'
    | 'aliases'
    | 'approval_code'
    | 'stage'
    | 'stage_reason'
    | 'investor'
    | 'project_company'
    | 'parent_project'
    | 'phase_no'
    | 'content'
    | 'chain'
    | 'chain_node'
    | 'promotion_method'
    | 'partner'
    | 'resident_office'
    | 'sponsor_leader'
    | 'service_officer'
    | 'capital_type'
    | 'source_region'
    | 'total_investment'
    | 'land_area'
    | 'suspected_same_as'
    | 'same_verdict'
    | 'note'
  enterprise:
    | 'name'
    | 'aliases'
    | 'uscc'
    | 'parent_group'
    | 'nature'
    | 'region'
    | 'gbt4754_code'
    | 'tags'
    | 'registered_capital'
    | 'founded'
    | 'note'
  contact:
    | 'name'
    | 'enterprise'
    | 'duty'
    | 'mobile'
    | 'phone'
    | 'wechat'
    | 'role'
    | 'note'
  partner:
    | 'name'
    | 'partner_type'
    | 'contact_name'
    | 'phone'
    | 'note'
  office:
    | 'name'
    | 'office_type'
    | 'region'
    | 'head'
    | 'address'
    | 'note'
  person:
    | 'name'
    | 'office'
    | 'duty'
    | 'phone'
    | 'note'
  extra_field:
    | 'label'
    | 'of_kind'
    | 'shape'
    | 'choices'
    | 'position'
}
