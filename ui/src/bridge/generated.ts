// Made by `cargo xtask codegen` from the command list; not edited by hand.

export type JsonValue =
  number | string | boolean | null | JsonValue[] | { [key: string]: JsonValue }
export type Values = { [key: string]: JsonValue }

export type AddNote = { 
/**
 * The record's kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * What it says.
 */
text: string, 
/**
 * The people it mentions.
 */
mentions: Array<string>, };

export type AddSegment = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en?: string, 
/**
 * The segment it is part of.
 */
parent?: string, 
/**
 * Its layer; its parent's when absent.
 */
layer?: 'upstream' | 'midstream' | 'downstream' | 'support', 
/**
 * The sibling before it; last when absent.
 */
after?: string, };

export type ApplyAtlasChanges = { 
/**
 * Which.
 */
ids: Array<string>, 
/**
 * Of records that changed, the fields that stay as they are here, by the record's id.
 */
without: { [key in string]: Array<string> }, };

export type Aside = "undecided" | "orphaned";

export type AtlasChange = { 
/**
 * Names it for `apply_atlas_changes`.
 */
id: string, 
/**
 * The kind of the record.
 */
kind: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * `new`, `changed`, or `gone` from the atlas.
 */
change: 'new' | 'changed' | 'gone', 
/**
 * What differs.
 */
fields: Array<AtlasField>, };

export type AtlasChanges = { 
/**
 * Its version.
 */
version: number, 
/**
 * The differences.
 */
changes: Array<AtlasChange>, };

export type AtlasField = { 
/**
 * The field.
 */
field: string, 
/**
 * What the desk has.
 */
ours: JsonValue, 
/**
 * What the atlas has.
 */
atlas: JsonValue, 
/**
 * Whether a person wrote what the desk has. A record that is gone from the
 * atlas tells here what people wrote in it; what they did not is left out.
 */
edited: boolean, };

export type Attach = { 
/**
 * The record's kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * The file's name; a folder before it is left out.
 */
file_name: string, 
/**
 * Its bytes in base64.
 */
data: string, };

export type AttachedFiles = { 
/**
 * How many there should be.
 */
count: number, 
/**
 * Of those, how many are gone.
 */
missing: number, 
/**
 * Of those, how many have another size than they should.
 */
changed: number, 
/**
 * What the first few of those are called that are gone or changed.
 */
lost: Array<string>, };

export type AttachmentData = { 
/**
 * Its name.
 */
file_name: string, 
/**
 * Its type.
 */
media_type: string, 
/**
 * Its bytes in base64.
 */
data: string, };

export type AttachmentRequest = { 
/**
 * The attachment.
 */
id: string, };

export type AttachmentState = "present" | "missing" | "changed";

export type AttachmentView = { 
/**
 * The record that keeps it.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Its name.
 */
file_name: string, 
/**
 * Its type, such as `image/png`.
 */
media_type: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Its SHA-256 in hexadecimal.
 */
sha256: string, 
/**
 * When it was attached, RFC 3339.
 */
at: string, 
/**
 * By whom.
 */
person?: PersonRef, 
/**
 * Whether its bytes lie where they should.
 */
state: AttachmentState, };

export type Attachments = { 
/**
 * Newest first.
 */
files: Array<AttachmentView>, };

export type BacktestSegment = { 
/**
 * The segment.
 */
segment: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its rank then.
 */
rank: number, 
/**
 * Whether something landed since.
 */
landed: boolean, };

export type BacktestTarget = { 
/**
 * The firm.
 */
enterprise: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What for.
 */
segment: string, 
/**
 * Its rank then.
 */
rank: number, 
/**
 * Whether it landed since.
 */
landed: boolean, };

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
sha256: string, 
/**
 * The attached files copied beside it; those missing or changed were so
 * already.
 */
files: AttachedFiles, };

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
bytes: number, 
/**
 * Whether anybody who has it can read it: it has no passphrase.
 */
plain: boolean, 
/**
 * The other file that it was made of, by its name; absent where it is
 * this one, or where the name does not say.
 */
other?: string, };

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

export type BinRequest = { 
/**
 * Also records of internal kinds: views, notes, attachments.
 */
internal?: boolean, };

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

export type Border = { 
/**
 * The place, from 0.
 */
at: number, };

export type BorderRequest = { 
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
 * Only these.
 */
ids?: Array<string>, 
/**
 * The field of the column.
 */
field: string, 
/**
 * The place from which one jumps, from 0.
 */
from: number, 
/**
 * Towards the list's beginning.
 */
back: boolean, };

export type Breakdown = { 
/**
 * The figure whose rows they are: `F1`, `F5`, `visits` or `payments`.
 */
figure: string, 
/**
 * The kind of the rows.
 */
kind: string, 
/**
 * What it goes by.
 */
by: By, 
/**
 * The parts; months and bands in their order, others from the largest.
 */
parts: Array<FigurePart>, };

export type Brief = { 
/**
 * The firm.
 */
enterprise: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short name.
 */
short_name: string | null, 
/**
 * Where it is.
 */
region: string | null, 
/**
 * The park it sits in.
 */
park: ChainRef | null, 
/**
 * How far that is.
 */
distance_km: number | null, 
/**
 * The office that covers the place.
 */
office: ChainRef | null, 
/**
 * The lead that is worked on.
 */
lead: string | null, 
/**
 * Facts on record, by field of an enterprise; none is left out that has a value.
 */
facts: Array<BriefFact>, 
/**
 * The gap it fits; null where it fits none.
 */
gap: BriefGap | null, 
/**
 * 0 to 100; null where evidence is too little.
 */
score: number | null, 
/**
 * What speaks for it.
 */
reasons: Array<ChainReason>, 
/**
 * Firms of ours that take what it makes.
 */
serves: Array<LocalOutlet>, 
/**
 * What came before, the latest first.
 */
contacts: Array<BriefContact>, 
/**
 * What to ask; sentences under `chain.question.<code>`.
 */
questions: Array<ChainReason>, };

export type BriefContact = { 
/**
 * `visit` or `lead`.
 */
kind: 'visit' | 'lead', 
/**
 * The record.
 */
id: string, 
/**
 * When.
 */
date: string | null, 
/**
 * Who was there, or what the lead is called.
 */
title: string | null, 
/**
 * What came of it.
 */
text: string | null, };

export type BriefFact = { 
/**
 * Which.
 */
field: string, 
/**
 * What it says.
 */
value: JsonValue, };

export type BriefGap = { 
/**
 * The code of its chain.
 */
chain: string, 
/**
 * The name of that.
 */
chain_name: string, 
/**
 * The English name of that.
 */
chain_name_en: string | null, 
/**
 * The segment.
 */
segment: string, 
/**
 * From the first level down, itself last.
 */
path: Array<string>, 
/**
 * The same in English, where there are such names.
 */
path_en: Array<string>, 
/**
 * How it stands.
 */
state: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * 0 to 100.
 */
score: number | null, 
/**
 * Its place among the gaps.
 */
rank: number | null, 
/**
 * Why it is one.
 */
why: Array<ChainReason>, };

export type BriefRequest = { 
/**
 * The firm.
 */
enterprise: string, 
/**
 * The gap it is called for; its best one when absent.
 */
segment?: string, };

export type BulkEdit = { 
/**
 * The kind.
 */
kind: string, 
/**
 * These records; without them, all that match.
 */
ids?: Array<string>, 
/**
 * Every one must hold.
 */
filters: Array<Filter>, 
/**
 * Only what a search for this finds.
 */
text?: string, 
/**
 * The fields to set; null clears.
 */
values: Values, 
/**
 * Records that are made for fields to refer to, by field; not of a dry
 * run, which makes nothing.
 */
create?: Record<string, Values>, 
/**
 * Only says what would happen.
 */
dry_run?: boolean, 
/**
 * Writes the records that are accepted although others are refused.
 */
skip_refused?: boolean, };

export type By = "ledger_kind" | "nature_and_ledger" | "rag_status" | "month" | "chain" | "source_region" | "promotion_method" | "resident_office" | "partner" | "band" | "lead_source" | "reporting_unit" | "visit_type" | "fund_kind";

export type CancelImport = { 
/**
 * What its caller called it.
 */
job: string, };

export type ChainBacktest = { 
/**
 * The first day people's records tell of; before it there is only what
 * the program brought. Null without any.
 */
since: string | null, 
/**
 * The day of the ranking.
 */
at: string, 
/**
 * The ten gaps ranked highest.
 */
segments: Array<BacktestSegment>, 
/**
 * The ten targets ranked highest.
 */
targets: Array<BacktestTarget>, 
/**
 * The part of these gaps in which something landed.
 */
segment_precision: number | null, 
/**
 * The part of these targets that landed.
 */
target_precision: number | null, };

export type ChainBacktestRequest = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * The day of the ranking; a year ago when absent.
 */
at?: string, };

export type ChainDone = { 
/**
 * The action, for undo; null when nothing was written.
 */
batch: string | null, 
/**
 * Records made.
 */
created: number, 
/**
 * Records changed.
 */
changed: number, 
/**
 * Records put in the bin.
 */
deleted: number, 
/**
 * Segments made or kept.
 */
segments: Array<string>, };

export type ChainExport = { 
/**
 * The chain, by code or id; `all` for all of them.
 */
chain: string, 
/**
 * Only this one with everything in it.
 */
segment?: string, 
/**
 * Which.
 */
format: ChainFormat, };

export type ChainFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its bytes, base64.
 */
data: string, };

export type ChainFiles = { 
/**
 * The files.
 */
files: Array<ChainFile>, };

export type ChainFormat = "json" | "xlsx" | "csv";

export type ChainGap = { 
/**
 * The segment.
 */
segment: string, 
/**
 * The firms behind it, local ones first.
 */
ids: Array<string>, 
/**
 * Its code.
 */
code: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * The names on the way to it.
 */
path: Array<string>, 
/**
 * The same in English, where there are such names.
 */
path_en: Array<string>, 
/**
 * Its layer.
 */
layer: 'upstream' | 'midstream' | 'downstream' | 'support', 
/**
 * Its state.
 */
state: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * 0 to 100.
 */
score: number, 
/**
 * From 1.
 */
rank: number, 
/**
 * The best place of nine draws in ten.
 */
rank_low: number, 
/**
 * The worst of these.
 */
rank_high: number, 
/**
 * How many gaps have the same score, itself among them.
 */
equal: number, 
/**
 * The parts.
 */
parts: ChainParts, 
/**
 * What is covered.
 */
coverage: number | null, 
/**
 * Local firms.
 */
local: number, 
/**
 * Firms elsewhere.
 */
target: number, };

export type ChainGaps = { 
/**
 * The heaviest first.
 */
gaps: Array<ChainGap>, };

export type ChainGapsRequest = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * Only inside this one.
 */
segment?: string, 
/**
 * How many at the most.
 */
limit?: number, };

export type ChainHistory = { 
/**
 * The first day people's records tell of; before it there is only what
 * the program brought. Null without any.
 */
since: string | null, 
/**
 * A month each, the oldest first.
 */
points: Array<ChainPoint>, 
/**
 * Segments whose state changed between the first and the last.
 */
closed: Array<StateChange>, };

export type ChainHistoryRequest = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * How far back, 12 when absent.
 */
months?: number, };

export type ChainImport = { 
/**
 * The name of the file.
 */
file_name: string, 
/**
 * Its bytes, base64.
 */
data: string, 
/**
 * Only says what would happen.
 */
dry_run?: boolean, };

export type ChainImported = { 
/**
 * The action, for undo; null when nothing was written.
 */
batch: string | null, 
/**
 * Records made.
 */
created: number, 
/**
 * Records changed.
 */
changed: number, 
/**
 * Records that had these values already.
 */
unchanged: number, 
/**
 * What is wrong; any error means that nothing was written.
 */
problems: Array<ChainProblem>, };

export type ChainInfo = { 
/**
 * The record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en: string | null, 
/**
 * The version of the starter atlas it came from.
 */
atlas_version: number | null, 
/**
 * Segments.
 */
segments: number, 
/**
 * Segments without parts.
 */
leaves: number, 
/**
 * Relations.
 */
relations: number, 
/**
 * Local firms that make something of it.
 */
local: number, 
/**
 * Firms elsewhere that do.
 */
target: number, 
/**
 * Open gaps.
 */
gaps: number, 
/**
 * How complete it is.
 */
completeness: ChainShare, };

export type ChainLayer = { 
/**
 * Which.
 */
layer: 'upstream' | 'midstream' | 'downstream' | 'support', 
/**
 * How complete it is.
 */
completeness: ChainShare, };

export type ChainLocal = { 
/**
 * The firm.
 */
enterprise: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it lacks, the heaviest gap first.
 */
needs: Array<LocalNeed>, 
/**
 * Who takes what it makes.
 */
outlets: Array<LocalOutlet>, };

export type ChainLocalRequest = { 
/**
 * The firm.
 */
enterprise: string, };

export type ChainMap = { 
/**
 * The chain.
 */
chain: ChainInfo, 
/**
 * The day it is told of; null for now.
 */
at: string | null, 
/**
 * Of a past day: the first day that people's records tell of the chain; null where
 * none does. An earlier day shows what the chain began with.
 */
since: string | null, 
/**
 * The version of weights and thresholds.
 */
formula: number, 
/**
 * The weights of the four parts.
 */
weights: ChainParts, 
/**
 * The layers that have segments, in order.
 */
layers: Array<ChainLayer>, 
/**
 * A segment before its parts, siblings in their order.
 */
segments: Array<SegmentInfo>, 
/**
 * What flows between them.
 */
relations: Array<RelationInfo>, };

export type ChainMapRequest = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * As it stood on this day, ISO 8601; now when absent.
 */
at?: string, };

export type ChainPark = { 
/**
 * The park.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Where it is.
 */
region: string | null, 
/**
 * Its rank.
 */
level: string | null, 
/**
 * Degrees, WGS-84.
 */
longitude: number | null, 
/**
 * Degrees, WGS-84.
 */
latitude: number | null, 
/**
 * How far it is from ours.
 */
distance_km: number | null, 
/**
 * The office that covers it.
 */
office: ChainRef | null, 
/**
 * What its best targets add up to.
 */
score: number, 
/**
 * The gaps one visit serves.
 */
gaps: Array<ParkGap>, 
/**
 * The targets there, twenty at the most.
 */
targets: Array<ParkTarget>, };

export type ChainParks = { 
/**
 * The best first.
 */
parks: Array<ChainPark>, };

export type ChainParksRequest = { 
/**
 * For this chain; all when absent.
 */
chain?: string, 
/**
 * Only for gaps inside this one.
 */
segment?: string, 
/**
 * How many at the most; 20 when absent.
 */
limit?: number, };

export type ChainParts = { 
/**
 * How much local firms downstream hang on it.
 */
importance: number | null, 
/**
 * How near it is to what the zone can do.
 */
feasibility: number | null, 
/**
 * How many good targets there are.
 */
availability: number | null, 
/**
 * How much policy wants it.
 */
policy: number | null, };

export type ChainPicture = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * Only this segment with everything in it.
 */
segment?: string, 
/**
 * Only this layer.
 */
layer?: 'upstream' | 'midstream' | 'downstream' | 'support', 
/**
 * Laid out for what; A1 when absent.
 */
form?: PictureForm, 
/**
 * Which kind of file.
 */
format: PictureFormat, 
/**
 * The gaps that get a slide each; the six widest when absent.
 */
gaps?: Array<string>, 
/**
 * `zh-CN` or `en`; Chinese when absent.
 */
language?: string, 
/**
 * Light letters on dark ground.
 */
dark?: boolean, };

export type ChainPlace = { 
/**
 * The name of the sheet.
 */
file_name?: string, 
/**
 * Its bytes, base64.
 */
data?: string, 
/**
 * Texts instead.
 */
scopes: Array<ScopeText>, 
/**
 * Only in this chain.
 */
chain?: string, };

export type ChainPlaced = { 
/**
 * In the order of the sheet.
 */
rows: Array<PlacedRow>, 
/**
 * Rows that need no second look.
 */
placed: number, 
/**
 * Rows that a person should look at.
 */
review: number, 
/**
 * Rows that belong nowhere.
 */
unplaced: number, 
/**
 * What could not be read.
 */
problems: Array<ChainProblem>, };

export type ChainPoint = { 
/**
 * The day.
 */
at: string, 
/**
 * How complete it was.
 */
completeness: ChainShare, 
/**
 * Its layers.
 */
layers: Array<ChainLayer>, 
/**
 * Leaves by state.
 */
states: { [key in string]: number }, };

export type ChainProblem = { 
/**
 * The sheet or list.
 */
sheet: string | null, 
/**
 * The row, from 1.
 */
row: number | null, 
/**
 * Which.
 */
code: string, 
/**
 * What the sentence names.
 */
params: { [key in string]: string }, 
/**
 * Whether nothing can be written because of it.
 */
error: boolean, };

export type ChainReason = { 
/**
 * Which.
 */
code: string, 
/**
 * What the sentence names.
 */
params: { [key in string]: string }, };

export type ChainRef = { 
/**
 * The record.
 */
id: string, 
/**
 * Its title.
 */
title: string, };

export type ChainRules = { 
/**
 * Grows with every change.
 */
version: number, 
/**
 * Every one.
 */
settings: Array<ChainSetting>, };

export type ChainSegment = { 
/**
 * The segment.
 */
segment: SegmentInfo, 
/**
 * Its chain.
 */
chain: string, 
/**
 * The way from the first level, itself last.
 */
path: Array<string>, 
/**
 * Local ones first, then targets by score; each once.
 */
firms: Array<SegmentFirm>, 
/**
 * What it takes, also through groups it lies in.
 */
incoming: Array<RelationInfo>, 
/**
 * Where it goes, also through groups it lies in.
 */
outgoing: Array<RelationInfo>, 
/**
 * Why it stands as it does.
 */
why: Array<ChainReason>, 
/**
 * Its leads.
 */
leads: Array<SegmentLead>, 
/**
 * Its projects.
 */
projects: Array<SegmentProject>, };

export type ChainSegmentRequest = { 
/**
 * The segment.
 */
segment: string, 
/**
 * As it stood on this day.
 */
at?: string, };

export type ChainSetting = { 
/**
 * Its name; words under `chain.rule.<name>`.
 */
name: string, 
/**
 * What holds.
 */
value: number, 
/**
 * When nobody chose.
 */
default: number, 
/**
 * The lowest.
 */
low: number, 
/**
 * The highest.
 */
high: number, };

export type ChainShare = { 
/**
 * 0 to 1; null when nothing is assessed.
 */
value: number | null, 
/**
 * The part of the weight that rests on real capacity.
 */
measured: number | null, 
/**
 * Leaves that are assessed.
 */
known: number, 
/**
 * All leaves.
 */
leaves: number, };

export type ChainTarget = { 
/**
 * The firm.
 */
enterprise: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short name.
 */
short_name: string | null, 
/**
 * Where it is.
 */
region: string | null, 
/**
 * The park it sits in.
 */
park: ChainRef | null, 
/**
 * The segment it is for.
 */
segment: string, 
/**
 * 0 to 100; null where evidence is too little.
 */
score: number | null, 
/**
 * How far the evidence may be trusted.
 */
confidence: number, 
/**
 * The parts.
 */
parts: TargetParts, 
/**
 * What speaks for it.
 */
reasons: Array<ChainReason>, 
/**
 * How far its park is.
 */
distance_km: number | null, 
/**
 * The office that covers it.
 */
office: ChainRef | null, 
/**
 * The lead there is.
 */
lead: string | null, 
/**
 * The office that claims it.
 */
claimed_by: string | null, 
/**
 * When it was last visited.
 */
last_visit: string | null, 
/**
 * Its tags.
 */
tags: Array<string>, };

export type ChainTargets = { 
/**
 * For what.
 */
segment: string | null, 
/**
 * The best first; those without enough evidence last.
 */
targets: Array<ChainTarget>, 
/**
 * How many there are.
 */
total: number, };

export type ChainTargetsRequest = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * For this one; without it, for all open gaps.
 */
segment?: string, 
/**
 * How many at the most; 50 when absent.
 */
limit?: number, };

export type Chains = { 
/**
 * In their order.
 */
chains: Array<ChainInfo>, };

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
 * Whether it can be put back: it stands otherwise now.
 */
can_put_back: boolean, };

export type CheckReport = { 
/**
 * `file`, `log`, `rows`, `index` or `files`.
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

export type ColumnPick = { 
/**
 * Its letters, or its heading.
 */
column: string, 
/**
 * `kind.field`; empty to leave the column out.
 */
field?: string, 
/**
 * The unit of its numbers, such as 万元.
 */
unit?: string, };

export type CompareRequest = { 
/**
 * The later year.
 */
year: number, 
/**
 * The earlier; absent means the year before.
 */
with?: number, 
/**
 * The last month that counts in both, 1 to 12; absent means all of each.
 */
through?: number, 
/**
 * Readings for this once, as for the figures.
 */
rule?: { [key in string]: string }, };

export type Compared = { 
/**
 * The figure.
 */
id: string, 
/**
 * Its unit.
 */
unit: string, 
/**
 * The later value.
 */
now: FigureValue, 
/**
 * The earlier value as shown; absent when it was not frozen.
 */
before?: string, 
/**
 * Why the earlier value is not told.
 */
refused?: Refused, 
/**
 * The change: percent with two decimals for amounts and counts,
 * percentage points for rates; `—` when there is nothing to compare with.
 */
change: string, 
/**
 * `percent` or `points`.
 */
change_unit: string, };

export type Comparison = { 
/**
 * The later year.
 */
year: number, 
/**
 * The last month that counts in both, 1 to 12.
 */
through: number, 
/**
 * The earlier.
 */
with: number, 
/**
 * The frozen period that the earlier figures are of; absent when they
 * were counted now.
 */
frozen?: string, 
/**
 * The settings that the frozen period was counted by in another reading
 * than the later year.
 */
read_otherwise: Array<string>, 
/**
 * The figures of both.
 */
figures: Array<Compared>, };

export type Correction = { 
/**
 * The row.
 */
id: string, 
/**
 * The amount that was frozen, in yuan; empty when there was none.
 */
was: string, 
/**
 * The amount now.
 */
now: string, 
/**
 * The part of the figure that it was in, such as a level, when it is in
 * another now.
 */
was_part?: string, 
/**
 * The part that it is in now.
 */
now_part?: string, };

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
values: Values, 
/**
 * Records that are made for fields to refer to, by field: one undo takes all back.
 */
create?: Record<string, Values>, };

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

export type DeleteRecords = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The records.
 */
rows: Array<SeenRow>, };

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
 * By how many minutes this computer's clock stands before the last change
 * of the file, which was right or is wrong as well; absent when it does not.
 */
clock_behind?: number, 
/**
 * The program's version.
 */
product_version: string, };

export type DuplicateInfo = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * The kind of both.
 */
kind: string, 
/**
 * What it may repeat; absent when that is no record of the same kind.
 */
of?: string, 
/**
 * Where that came from: file, sheet and row.
 */
from?: [string, string, number], 
/**
 * Whether that is another row of this import, and no record yet.
 */
of_this_file: boolean, 
/**
 * How that was noticed: `L1`, the same code; `L2`, the same enterprise in
 * the same place; `L3`, a like name; `L4`, the same telephone or group.
 */
level: string, 
/**
 * Why, as the code of a problem.
 */
reason: string, 
/**
 * What was done; absent when there is nothing to decide.
 */
decision?: OnDuplicate, };

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
values: Values, 
/**
 * Records that are made for fields to refer to, by field: one undo takes all back.
 */
create?: Record<string, Values>, };

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

export type ExportForm = { 
/**
 * Rows of texts above the headings.
 */
top: Array<Array<FormText>>, 
/**
 * The columns from left to right.
 */
columns: Array<FormColumn>, 
/**
 * Rows in sections.
 */
group?: FormGroup, 
/**
 * The row of totals.
 */
total?: FormTotal, 
/**
 * How it is written that there is nothing.
 */
nulls: FormNulls, 
/**
 * Rows of texts below the table.
 */
foot: Array<Array<FormText>>, 
/**
 * Whether what must be known of totals stands in a line below the table,
 * and not in comments alone.
 */
remarks_below: boolean, 
/**
 * Printed on its side.
 */
landscape: boolean, 
/**
 * Printed on A3.
 */
large: boolean, };

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
 * Of text: the encoding.
 */
encoding?: TextEncoding, 
/**
 * Every one must hold.
 */
filters: Array<Filter>, 
/**
 * Only what a search for this finds.
 */
text?: string, 
/**
 * Only these.
 */
ids?: Array<string>, 
/**
 * As shown: the columns from left to right; absent means every declared
 * field.
 */
columns?: Array<string>, 
/**
 * The order.
 */
sort: Array<Sort>, 
/**
 * As shown: what the rows stand in groups by.
 */
group?: ListGroup, 
/**
 * The template, by id or name.
 */
template?: string, 
/**
 * Or the form itself.
 */
form?: ExportForm, 
/**
 * The year that a title names; absent means the present one.
 */
year?: number, 
/**
 * Shows personal data in full, which is remembered.
 */
unmasked?: boolean, 
/**
 * Of a preview: adds up all records, however many there are.
 */
whole?: boolean, 
/**
 * As shown: the language of headings, `zh-CN` or `en`.
 */
language?: string, };

export type ExportPreview = { 
/**
 * The form that it is written on.
 */
form: ExportForm, 
/**
 * Rows of texts above the headings, with what their marks stand for.
 */
top: Array<Array<FormText>>, 
/**
 * The headings.
 */
heads: Array<PreviewHead>, 
/**
 * How many rows they take.
 */
head_rows: number, 
/**
 * The first lines of the body.
 */
lines: Array<PreviewLine>, 
/**
 * Rows of texts below the table.
 */
foot: Array<Array<FormText>>, 
/**
 * How many records the list has.
 */
rows: number, 
/**
 * Whether there are more records than could be added up for this.
 */
partial: boolean, 
/**
 * The fields with personal data that is there, as columns name them.
 */
personal: Array<string>, 
/**
 * Whether the person at the desk may have them in full.
 */
may_unmask: boolean, 
/**
 * Who that is, whose record says so.
 */
me?: string, 
/**
 * What must be known about the totals.
 */
remarks: Array<string>, };

export type ExportTemplate = { 
/**
 * The record that keeps it.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * The kind that it lists.
 */
kind: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The form.
 */
form: ExportForm, 
/**
 * The fields it names that are there no longer: their columns stay empty.
 * `form` itself when nothing of it can be read.
 */
problems: Array<string>, };

export type ExportTemplates = { 
/**
 * The templates.
 */
templates: Array<ExportTemplate>, };

export type ExportTemplatesRequest = { 
/**
 * The kind.
 */
kind?: string, };

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

export type FaultCode = "no_desk" | "desk_exists" | "desk_locked" | "wrong_passphrase" | "not_a_desk" | "newer_file" | "damaged" | "read_only" | "disk_full" | "busy" | "io" | "no_such_kind" | "no_such_record" | "in_bin" | "not_in_bin" | "invalid" | "stale" | "reference_missing" | "nothing_to_undo" | "nothing_to_redo" | "no_longer_fits" | "no_such_entry" | "file_unreadable" | "file_empty" | "file_missing" | "file_changed" | "file_let_go" | "file_encrypted" | "file_too_large" | "file_foreign" | "file_page" | "file_encodings" | "file_swells" | "file_too_wide" | "file_no_access" | "import_cancelled" | "nothing_recognised" | "no_firms" | "no_backup" | "backup_failed" | "backup_damaged" | "no_right" | "name_taken" | "bad_query" | "bad_request" | "too_many_rows" | "attachment_too_large" | "bad_file_name" | "attachment_missing" | "attachment_changed" | "no_key_store" | "no_such_rule" | "no_such_template" | "no_such_chain" | "chain_cycle" | "no_such_command" | "internal";

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
 * The kind whose records its texts name by their `code`.
 */
codes_of?: string, 
/**
 * What its texts are places in; `within` finds them.
 */
tree?: TreeName, 
/**
 * The label of an extra field; declared fields have theirs in the words.
 */
label?: string, };

export type FieldPair = { 
/**
 * The field.
 */
field: string, 
/**
 * Before; null when blank.
 */
old: JsonValue, 
/**
 * After.
 */
new: JsonValue, };

export type Figure = { 
/**
 * `F1`, `F2` and so on as the domain notes number them, or a name. Its
 * words stand under `figure.<id>`.
 */
id: string, 
/**
 * How much.
 */
value: FigureValue, 
/**
 * The unit of `display`, under `unit.<unit>`.
 */
unit: string, 
/**
 * What it is about.
 */
group: Group, 
/**
 * Of the period, or at the cut-off.
 */
nature: Nature, 
/**
 * The kind of the rows.
 */
kind: string, 
/**
 * The rows behind it.
 */
ids: Array<string>, 
/**
 * Of those, the ones with an approximate amount.
 */
approximate: Array<string>, 
/**
 * Of those, the ones so roughly dated that they may lie behind the
 * cut-off.
 */
rough: Array<string>, 
/**
 * Rows without an amount in yuan: those that add nothing to a sum, and
 * those of which nobody can say whether they are over the line.
 */
missing: Array<string>, 
/**
 * Rows exactly on the figure's threshold.
 */
on_the_line: Array<string>, 
/**
 * Leases left out because they are over, though the state of their unit
 * still says that it is let.
 */
lapsed: Array<string>, 
/**
 * Rows that would count, but that they may repeat others, which nobody
 * decided yet.
 */
undecided: Array<string>, 
/**
 * What it consists of, such as levels.
 */
parts: Array<FigurePart>, 
/**
 * The settings that bear on it.
 */
settings: Array<string>, 
/**
 * What it would be under another reading of one setting.
 */
other_readings: Array<OtherReading>, };

export type FigurePart = { 
/**
 * What it is the part of: a month, a choice, a record's id, a text; null
 * when nothing was entered.
 */
key?: string, 
/**
 * The title of the record that `key` names.
 */
label?: string, 
/**
 * How many rows.
 */
count: number, 
/**
 * Their amount in yuan, where the figure has one.
 */
yuan?: string, 
/**
 * The same in the figure's unit, rounded once; a share in percent.
 */
display?: string, 
/**
 * The rows.
 */
ids: Array<string>, };

export type FigureValue = { "kind": "count", 
/**
 * How many.
 */
count: number, 
/**
 * The same as text.
 */
display: string, } | { "kind": "money", 
/**
 * In yuan with two decimals, not rounded.
 */
yuan: string, 
/**
 * In the figure's unit, rounded once; `—` where none of the rows has an
 * amount.
 */
display: string, } | { "kind": "area", 
/**
 * In square metres, not rounded.
 */
sqm: string, 
/**
 * In the figure's unit, rounded once.
 */
display: string, } | { "kind": "rate", 
/**
 * The part: things, yuan or square metres.
 */
part: string, 
/**
 * The whole.
 */
whole: string, 
/**
 * In percent with two decimals, rounded once; `—` of nothing, and where
 * nobody knows the part.
 */
display: string, } | { "kind": "change", 
/**
 * The rate now, in percent.
 */
now: string, 
/**
 * The rate before, in percent.
 */
before: string, 
/**
 * The change in the figure's unit; `—` when there is no rate before.
 */
display: string, };

export type Figures = { 
/**
 * The year.
 */
year: number, 
/**
 * The last month that counts, 1 to 12.
 */
through: number, 
/**
 * The last day that counts, ISO 8601.
 */
cutoff: string, 
/**
 * The rules they were counted by.
 */
rule: RuleInfo, 
/**
 * F1 to F11, F16 to F18, F23, then leads, visits, payments and parcels.
 */
figures: Array<Figure>, 
/**
 * The signed projects and their amount by one thing each; so are leads,
 * visits and payments.
 */
breakdowns: Array<Breakdown>, };

export type FiguresRequest = { 
/**
 * The year.
 */
year: number, 
/**
 * The last month that counts, 1 to 12; absent means all of the year.
 */
through?: number, 
/**
 * Readings for this once, by setting; the others are those kept.
 */
rule?: { [key in string]: string }, 
/**
 * Only the figures: no breakdowns and no other readings.
 */
plain?: boolean, };

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

export type FilterOp = "is" | "not" | "any" | "within" | "contains" | "at_least" | "at_most" | "blank" | "filled";

export type FinishStop = { 
/**
 * The stop.
 */
stop: string, 
/**
 * The version when it was last seen.
 */
seen: number, 
/**
 * The day of the visit; the appointed day, or today, when absent.
 */
day?: string, 
/**
 * What came of it.
 */
result?: string, 
/**
 * What comes next.
 */
follow_up?: string, };

export type FormAlign = "left" | "center" | "right";

export type FormColumn = { 
/**
 * Its heading, one text for each row of headings, outermost first. An
 * empty one means that the heading above goes on; neighbours with the
 * same headings from the top down share them.
 */
heads: Array<string>, 
/**
 * The fields it holds: `sign_date`, or `project.name` of the project
 * referred to.
 */
fields: Array<string>, 
/**
 * What stands between several fields; absent means a space.
 */
join?: string, 
/**
 * A text that is the same in every row.
 */
text?: string, 
/**
 * Whether it numbers the rows.
 */
serial: boolean, 
/**
 * A mark where the field has this choice.
 */
tick?: string, 
/**
 * The unit of money (`元`, `万元`, `亿元`), of areas (`亩`, `㎡`, `公顷`,
 * `万㎡`) or of shares (`%`).
 */
unit?: string, 
/**
 * Digits after the point.
 */
decimals?: number, 
/**
 * How dates are written, at their own precision.
 */
date?: FormDate, 
/**
 * How wide, in characters; absent means as its content asks.
 */
width?: number, 
/**
 * Whether it is added up.
 */
total: boolean, };

export type FormDate = "iso" | "dots" | "slashes" | "words";

export type FormGroup = { 
/**
 * The field that rows of a section share.
 */
by: string, 
/**
 * How far dates are put together.
 */
step?: GroupStep, 
/**
 * The heading of a section, with `{number}`, `{group}` and `{count}`.
 */
label: string, 
/**
 * What a section's sums call themselves; absent means there are none.
 */
subtotal?: string, };

export type FormLayout = { 
/**
 * The fields at the top, five at the most.
 */
facts: Array<string>, 
/**
 * The sections from top to bottom.
 */
sections: Array<FormSection>, 
/**
 * The fields that are not shown.
 */
hidden: Array<string>, };

export type FormLayoutView = { 
/**
 * The record that keeps it.
 */
id?: string, 
/**
 * Its version.
 */
version?: number, 
/**
 * The arrangement, without fields that are gone.
 */
layout?: FormLayout, };

export type FormNulls = { 
/**
 * Nobody entered anything.
 */
blank: string, 
/**
 * Not applicable.
 */
not_applicable: string, 
/**
 * Unknown.
 */
unknown: string, 
/**
 * Pending.
 */
pending: string, };

export type FormSection = { 
/**
 * Its heading.
 */
title: string, 
/**
 * Its fields in order.
 */
fields: Array<string>, };

export type FormText = { 
/**
 * The text.
 */
text: string, 
/**
 * The first column it takes, from 0.
 */
from: number, 
/**
 * The last column it takes.
 */
to: number, 
/**
 * Where it stands.
 */
align: FormAlign, 
/**
 * Whether it is the title.
 */
title: boolean, };

export type FormTotal = { 
/**
 * What it calls itself.
 */
label: string, 
/**
 * Whether it stands above the rows.
 */
above: boolean, };

export type Freeze = { 
/**
 * The year.
 */
year: number, 
/**
 * The last month that counts, 1 to 12; absent means all of the year.
 */
through?: number, 
/**
 * What the period is called, such as 2023年度.
 */
name: string, 
/**
 * Readings for this once, as for the figures.
 */
rule?: { [key in string]: string }, 
/**
 * A remark.
 */
note?: string, };

export type Frozen = { 
/**
 * The periods.
 */
periods: Array<FrozenPeriod>, };

export type FrozenChange = { 
/**
 * The figure.
 */
id: string, 
/**
 * The kind of its rows.
 */
kind: string, 
/**
 * Its unit.
 */
unit: string, 
/**
 * What it showed.
 */
was: string, 
/**
 * What it shows.
 */
now: string, 
/**
 * Rows that came in since (补报).
 */
late: Array<string>, 
/**
 * Rows that count no longer (更正).
 */
withdrawn: Array<string>, 
/**
 * Rows that count with another amount or in another part (更正).
 */
corrected: Array<Correction>, };

export type FrozenChanges = { 
/**
 * The figures that are not as they were, and those whose rows are not.
 */
figures: Array<FrozenChange>, };

export type FrozenChangesRequest = { 
/**
 * The `snapshot` record.
 */
id: string, };

export type FrozenFigure = { 
/**
 * The figure.
 */
id: string, 
/**
 * What it showed.
 */
display: string, 
/**
 * Its unit.
 */
unit: string, 
/**
 * How many rows it had.
 */
rows: number, 
/**
 * What it consisted of, such as levels; none of a period that was frozen
 * before they were kept.
 */
parts: Array<FrozenPart>, };

export type FrozenPart = { 
/**
 * What its rows have in common, as in a figure's part; absent when
 * nothing was entered.
 */
key?: string, 
/**
 * How many rows it had.
 */
count: number, 
/**
 * What it showed besides.
 */
display?: string, };

export type FrozenPeriod = { 
/**
 * The `snapshot` record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * The year.
 */
year: number, 
/**
 * The last month that counts, 1 to 12.
 */
through: number, 
/**
 * When it was frozen, RFC 3339; the day alone where no more is known.
 */
frozen_at: string, 
/**
 * The remark that was made with it.
 */
note?: string, 
/**
 * The rules it was counted by.
 */
rule: RuleInfo, 
/**
 * The figures as they were.
 */
figures: Array<FrozenFigure>, };

export type FrozenRequest = { 
/**
 * Only of this year.
 */
year?: number, };

export type Group = "signing" | "leads" | "key_projects" | "sites" | "capital";

export type GroupStep = "year" | "quarter" | "month";

export type Groups = { 
/**
 * In order; blank last unless sorted by size.
 */
groups: Array<RowGroup>, 
/**
 * Whether there are more than are told.
 */
more: boolean, 
/**
 * The titles of records that the groups share.
 */
names: { [key in string]: Name }, };

export type GroupsRequest = { 
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
 * The field that rows of a group share.
 */
by: string, 
/**
 * How far dates are put together; days when absent.
 */
step?: GroupStep, 
/**
 * `count`, a field with a sum, or the field of the groups, by which they
 * ascend when absent.
 */
sort?: Sort, };

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

export type ImportDetail = { 
/**
 * Problems that are alike, counted; the report lists some of each.
 */
groups: Array<ProblemGroup>, 
/**
 * The rows that problems, repetitions and changes are about, as far as
 * they are kept.
 */
rows: Array<RawRow>, 
/**
 * What would change in records that stand there already.
 */
changes: Array<RowChange>, 
/**
 * How many records would change, listed or not.
 */
changed: number, 
/**
 * What rows say that may repeat a record.
 */
told: Array<RowTold>, 
/**
 * The titles of records that values refer to.
 */
names: { [key in string]: Name }, };

export type ImportLedger = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its bytes in base64.
 */
data?: string, 
/**
 * Or where it stands, for a host that shares the file system.
 */
path?: string, 
/**
 * What its caller calls this import, to hear how far it is and to cancel
 * it.
 */
job?: string, 
/**
 * Or what a preview held it under.
 */
held?: string, 
/**
 * Only says what would happen.
 */
dry_run?: boolean, 
/**
 * The ledger that every table is, such as `signing` or `lead`; absent
 * means as found out.
 */
ledger?: string, 
/**
 * The one template to use; absent means whichever recognises a table,
 * empty means none.
 */
template?: string, 
/**
 * Keeps what was said here under this name, for the next file like it.
 */
save_template?: string, 
/**
 * Answers to questions of an earlier report, by key.
 */
answers: { [key in string]: string }, 
/**
 * Corrections of tables, by the key of the table.
 */
mappings: { [key in string]: TableMapping }, 
/**
 * Texts put in place of what cells hold: by the key of the table, the row
 * as the spreadsheet counts it, and the column's letters.
 */
corrections: { [key in string]: { [key in number]: { [key in string]: string } } }, 
/**
 * Reads hidden sheets as well.
 */
hidden_sheets?: boolean, 
/**
 * Tells of single rows as well, and lists only some of problems that are
 * alike.
 */
detail?: boolean, 
/**
 * Tells of single rows no more than what they change in records that
 * stand there already.
 */
changes?: boolean, 
/**
 * How many problems to pass over before those that are listed: a report
 * of very many lists them in parts.
 */
problems_from?: number, 
/**
 * What to do with rows that may repeat a record; absent means `ask`.
 */
on_duplicate?: OnDuplicate, 
/**
 * What to do with single rows, whatever is done with the others.
 */
decisions: Array<RowDecision>, };

export type ImportMore = { 
/**
 * Problems.
 */
problems: number, 
/**
 * Rows that may repeat a record. Those written wait for review in the
 * desk, linked to what they may repeat.
 */
duplicates: number, 
/**
 * These problems, alike ones together.
 */
groups: Array<ProblemGroup>, };

export type ImportProgress = { 
/**
 * What its caller called it.
 */
job: string, 
/**
 * What it does.
 */
stage: ImportStage, 
/**
 * Rows done.
 */
done: number, 
/**
 * Rows in all, nearly; 0 when that is not known.
 */
total: number, };

export type ImportQuestion = { 
/**
 * What an answer is given under.
 */
key: string, 
/**
 * What is asked, as the code of a problem.
 */
reason: string, 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The column's letters; empty when the table is meant.
 */
column: string, 
/**
 * The column's heading.
 */
head: string, 
/**
 * The answers that can be given; empty when any word may.
 */
choices: Array<string>, 
/**
 * The answer that was supposed meanwhile.
 */
supposed?: string, 
/**
 * How many rows wait for it.
 */
rows: number, 
/**
 * Texts that raised it.
 */
examples: Array<string>, };

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
 * What to look at, in the order of the file; of very many the first.
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
 * Rows left out because they may repeat a record.
 */
skipped: number, 
/**
 * The rows that may repeat a record; of very many the first.
 */
duplicates: Array<DuplicateInfo>, 
/**
 * How many more there are of both; absent when all are listed.
 */
more?: ImportMore, 
/**
 * What the file does not say, asked once for all its rows.
 */
questions: Array<ImportQuestion>, 
/**
 * The rejected rows as a file that can be imported again; absent when
 * there are none.
 */
rejected_file?: ExportDone, 
/**
 * The action, for undo; absent when nothing was written.
 */
batch?: string, 
/**
 * What was found out about single rows, when that was asked for.
 */
detail?: ImportDetail, };

export type ImportStage = "reading" | "checking" | "matching" | "writing" | "sealing";

export type ImportTable = { 
/**
 * Names the table in corrections.
 */
key: string, 
/**
 * Its sheet.
 */
sheet: string, 
/**
 * The ledger it was read as, such as `signing`.
 */
ledger: string, 
/**
 * The kind of record a row makes.
 */
kind: string, 
/**
 * The template that recognised it.
 */
template?: string, 
/**
 * The year it is of, when the file says.
 */
year?: number, 
/**
 * The rows of its heading; empty where it was told to have none.
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
 * Rows left out because they may repeat a record.
 */
left_out: number, 
/**
 * Rows that may repeat a record.
 */
suspects: number, 
/**
 * The rows that are no records: titles, sections, totals, notes.
 */
skipped: Array<SkippedRow>, 
/**
 * What its own total rows claim, against what was read.
 */
subtotals: Array<SubtotalInfo>, 
/**
 * Letters of the columns that the file hides.
 */
hidden_columns: Array<string>, 
/**
 * First and last row of long gaps between records.
 */
gaps: Array<[number, number]>, };

export type Imported = { 
/**
 * By kind, most first.
 */
kinds: Array<ImportedKind>, 
/**
 * The ids that were asked for.
 */
ids: Array<string>, 
/**
 * Whether it is taken back as things stand.
 */
undone: boolean, };

export type ImportedKind = { 
/**
 * The kind.
 */
kind: string, 
/**
 * Those it made.
 */
created: number, 
/**
 * Those it changed.
 */
updated: number, 
/**
 * Those it made that wait for a decision, because they may repeat
 * another.
 */
pending: number, };

export type ImportedPart = "created" | "updated" | "pending";

export type ImportedRequest = { 
/**
 * The action.
 */
batch: string, 
/**
 * The kind of which the ids are wanted as well.
 */
kind?: string, 
/**
 * Of that kind, the records of which this is true; those it made when
 * absent.
 */
part?: ImportedPart, };

export type Imports = { 
/**
 * Newest first.
 */
imports: Array<PastImport>, };

export type KeepPassphrase = { 
/**
 * The file's passphrase.
 */
passphrase: string, };

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
reason: string, 
/**
 * The title of the record that stays and refers to this one, when that
 * is why this one stays too.
 */
held_by?: string, };

export type KeyStore = { 
/**
 * Whether there is one.
 */
available: boolean, 
/**
 * Whether it keeps this file's passphrase.
 */
kept: boolean, 
/**
 * What the system says when there is none.
 */
reason?: string, };

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
 * Whether it only serves the other kinds and has no list of its own.
 */
internal: boolean, 
/**
 * The columns a list shows at first.
 */
list_columns: Array<string>, 
/**
 * Its fields, in the order of a form.
 */
fields: Array<FieldInfo>, };

export type KindRequest = { 
/**
 * The kind.
 */
kind: string, };

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
 * How many records it touched besides those in `made`.
 */
count: number, 
/**
 * What was made with it, so that it could refer to it.
 */
made: Array<Name>, };

export type LastBackup = { 
/**
 * Where it was written to.
 */
path: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Whether it passed its check when it was written and lies there still.
 */
verified: boolean, };

export type LeadMade = { 
/**
 * The lead.
 */
lead: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Whether there was none before.
 */
created: boolean, };

export type LearnExportTemplate = { 
/**
 * The kind whose records it lists; absent means as found out.
 */
kind?: string, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Its bytes in base64.
 */
data: string, 
/**
 * The sheet; absent means the first that has a table.
 */
sheet?: string, 
/**
 * The first and the last row of the headings; absent means as found out.
 */
header_rows?: [number, number], };

export type LearnedColumn = { 
/**
 * Its letters in the file.
 */
letter: string, 
/**
 * How sure, 0 to 100; 0 for a column that nobody knows.
 */
confidence: number, 
/**
 * Why; its sentence stands under `match.<reason>`.
 */
reason: string, };

export type LearnedForm = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The kind whose records it lists.
 */
kind: string, 
/**
 * A name for it.
 */
name: string, 
/**
 * The form.
 */
form: ExportForm, 
/**
 * How sure each of its columns is.
 */
columns: Array<LearnedColumn>, };

export type LedgerInfo = { 
/**
 * Its name, such as `signing`.
 */
name: string, 
/**
 * The kinds whose fields its columns may be; its rows are of the first.
 */
kinds: Array<string>, };

export type LedgerPreview = { 
/**
 * What the file is held under until another is: for `held`.
 */
held?: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Its sheets that hold anything.
 */
sheets: Array<SheetPreview>, 
/**
 * The tables found, counted as far as they were read.
 */
tables: Array<ImportTable>, 
/**
 * What holds for sheets as a whole.
 */
problems: Array<Problem>, 
/**
 * What the first rows leave open.
 */
questions: Array<ImportQuestion>, 
/**
 * The ledgers a table may be, with the kinds its columns may tell of.
 */
ledgers: Array<LedgerInfo>, 
/**
 * The names of the templates that are kept.
 */
templates: Array<string>, };

export type ListGroup = { 
/**
 * The field that rows of a group share.
 */
by: string, 
/**
 * How far dates are put together; days when absent.
 */
step?: GroupStep, };

export type LocalNeed = { 
/**
 * The segment.
 */
segment: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en: string | null, 
/**
 * The code of its chain.
 */
chain: string, 
/**
 * Its state.
 */
state: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * The gap.
 */
gap: number | null, 
/**
 * The best five.
 */
targets: Array<ChainTarget>, };

export type LocalOutlet = { 
/**
 * The segment.
 */
segment: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en: string | null, 
/**
 * The code of its chain.
 */
chain: string, 
/**
 * The firms.
 */
firms: Array<ChainRef>, };

export type MakeLead = { 
/**
 * For what.
 */
segment: string, 
/**
 * Whom to call.
 */
enterprise: string, };

export type MatchedSegment = { 
/**
 * The segment.
 */
segment: string, 
/**
 * The words.
 */
words: Array<string>, };

export type MergeSegments = { 
/**
 * The one that stays.
 */
into: string, 
/**
 * The ones that go.
 */
segments: Array<string>, };

export type MoveSegment = { 
/**
 * The segment.
 */
segment: string, 
/**
 * The version when it was last seen.
 */
seen: number, 
/**
 * The segment it becomes part of; null for the first level; as it is when absent.
 */
parent?: string | null, 
/**
 * Its layer.
 */
layer?: 'upstream' | 'midstream' | 'downstream' | 'support', 
/**
 * The sibling before it; null for the first place; last when absent.
 */
after?: string | null, };

export type MoveStop = { 
/**
 * The stop.
 */
stop: string, 
/**
 * The version when it was last seen.
 */
seen: number, 
/**
 * The stop before it; null for the first place; last when absent.
 */
after?: string | null, };

export type Name = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The title.
 */
title: string, };

export type Nature = "flow" | "stock";

export type Neighbours = { 
/**
 * The record before it.
 */
previous?: string, 
/**
 * The record after it.
 */
next?: string, 
/**
 * Its place, from 1; 0 when it is not in the list.
 */
position: number, 
/**
 * How many records the list has.
 */
total: number, };

export type NeighboursRequest = { 
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
 * Only these.
 */
ids?: Array<string>, 
/**
 * The record.
 */
id: string, };

export type NoteView = { 
/**
 * The record that keeps it.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * When it was written, RFC 3339.
 */
at: string, 
/**
 * By whom.
 */
person?: PersonRef, 
/**
 * What it says.
 */
text: string, 
/**
 * The people it mentions.
 */
mentions: Array<string>, 
/**
 * Whether it was changed since.
 */
edited: boolean, };

export type Notes = { 
/**
 * Newest first.
 */
notes: Array<NoteView>, 
/**
 * The people they mention.
 */
names: { [key in string]: Name }, };

export type Nothing = Record<symbol, never>;

export type OnDuplicate = "ask" | "skip" | "update" | "new";

export type OtherReading = { 
/**
 * The setting.
 */
setting: string, 
/**
 * The other reading.
 */
value: string, 
/**
 * What the figure would show.
 */
display: string, 
/**
 * The unit of `display`: a reading may have its own.
 */
unit: string, 
/**
 * Whether it is what the setting reads when nobody chose.
 */
usual: boolean, };

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
 * Of those, rows that wait until somebody decides whether they repeat
 * others: they count in no figure.
 */
undecided: number, 
/**
 * Of those, rows of a project in the bin: they count in no figure either.
 */
orphaned: number, 
/**
 * The titles of the records that the rows refer to.
 */
names: { [key in string]: Name }, 
/**
 * Sums of the fields that add up, over all matching rows.
 */
sums: { [key in string]: Sum }, };

export type ParkGap = { 
/**
 * The segment.
 */
segment: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en: string | null, 
/**
 * Targets there.
 */
targets: number, 
/**
 * The best score.
 */
best: number, };

export type ParkTarget = { 
/**
 * The firm.
 */
enterprise: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The gap it fits best.
 */
segment: string, 
/**
 * The score.
 */
score: number, 
/**
 * What part of that counts for the park: 1 for a firm known to sit there;
 * of a firm of which only the city is known, half is shared by the city's
 * parks.
 */
share: number, };

export type PastImport = { 
/**
 * The action, for `undo_batch`.
 */
batch: string, 
/**
 * The name of its file.
 */
file: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * How many records it wrote.
 */
records: number, 
/**
 * Whether it is taken back as things stand.
 */
undone: boolean, 
/**
 * How many records that it made stand although it is taken back: they were
 * changed or used since, and may go by taking it back again.
 */
left: number, };

export type PasteSegments = { 
/**
 * The chain, by code or id.
 */
chain: string, 
/**
 * The segment they become part of.
 */
parent?: string, 
/**
 * Their layer, at the first level.
 */
layer?: 'upstream' | 'midstream' | 'downstream' | 'support', 
/**
 * A line each: the name, and after a tab the English name.
 */
text: string, };

export type PersonRef = { 
/**
 * The `person` record.
 */
id: string, 
/**
 * The name.
 */
title: string, };

export type PictureForm = "a0" | "a1" | "a2" | "a3" | "a4" | "slides" | "summary";

export type PictureFormat = "svg" | "png" | "pdf";

export type PlacedRow = { 
/**
 * Its row in the sheet.
 */
row: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its code.
 */
uscc: string | null, 
/**
 * Where it is.
 */
region: string | null, 
/**
 * Its business scope.
 */
scope: string, 
/**
 * The enterprise it is, when there is one.
 */
enterprise: string | null, 
/**
 * The likeliest first.
 */
segments: Array<PlacedSegment>, 
/**
 * Words of what it only sells.
 */
excluded: Array<string>, 
/**
 * Whether a person should look.
 */
review: boolean, };

export type PlacedSegment = { 
/**
 * The segment.
 */
segment: string, 
/**
 * Its code.
 */
code: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en?: string, 
/**
 * How sure that is, 0 to 1.
 */
score: number, 
/**
 * The words that say so.
 */
words: Array<string>, };

export type PlanStop = { 
/**
 * The firm.
 */
enterprise: string, 
/**
 * The gap it is called for.
 */
segment?: string, };

export type PlanStops = { 
/**
 * The trip; a new one when absent.
 */
trip?: string, 
/**
 * What a new one is called.
 */
name?: string, 
/**
 * Who goes on a new one.
 */
office?: string, 
/**
 * Where a new one goes.
 */
place?: string, 
/**
 * The firms.
 */
stops: Array<PlanStop>, };

export type PreviewCell = { 
/**
 * What it shows.
 */
text: string, 
/**
 * Whether it is a number.
 */
number: boolean, };

export type PreviewHead = { 
/**
 * The text.
 */
text: string, 
/**
 * Its first row.
 */
row: number, 
/**
 * How many rows it takes.
 */
rows: number, 
/**
 * Its first column.
 */
column: number, 
/**
 * How many columns it takes.
 */
columns: number, };

export type PreviewLedger = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its bytes in base64.
 */
data?: string, 
/**
 * Or where it stands, for a host that shares the file system.
 */
path?: string, 
/**
 * Or what an earlier preview held it under.
 */
held?: string, 
/**
 * The one template to use; absent means whichever recognises a table,
 * empty means none.
 */
template?: string, 
/**
 * Answers to questions, by key.
 */
answers: { [key in string]: string }, 
/**
 * Corrections of tables, by the key of the table.
 */
mappings: { [key in string]: TableMapping }, 
/**
 * Reads hidden sheets as well.
 */
hidden_sheets?: boolean, };

export type PreviewLine = { 
/**
 * What it is.
 */
kind: PreviewLineKind, 
/**
 * The texts that its cells show.
 */
cells: Array<PreviewCell>, };

export type PreviewLineKind = "record" | "section" | "sums";

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

export type ProblemGroup = { 
/**
 * The code.
 */
reason: string, 
/**
 * How much it matters.
 */
level: ProblemLevel, 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The column's letters; empty for whole rows.
 */
column: string, 
/**
 * The field, `kind.field`.
 */
field?: string, 
/**
 * How many there are.
 */
count: number, };

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

export type RawRow = { 
/**
 * The sheet; empty where that is known.
 */
sheet: string, 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * The text of each cell that holds anything, by the column's letters.
 */
cells: { [key in string]: string }, };

export type Recent = { 
/**
 * Latest first, ten at the most; what is gone is left out.
 */
items: Array<RecentItem>, };

export type RecentItem = { 
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
 * When it was opened, RFC 3339.
 */
at: string, };

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
names: { [key in string]: Name }, 
/**
 * Why it counts in no figure.
 */
aside?: Aside, };

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

export type Referring = { 
/**
 * By kind and field; only those that there are.
 */
groups: Array<ReferringGroup>, };

export type ReferringGroup = { 
/**
 * Their kind.
 */
kind: string, 
/**
 * The field.
 */
field: string, 
/**
 * How many there are.
 */
total: number, };

export type ReferringRequest = { 
/**
 * Their kind.
 */
kind: string, 
/**
 * The records.
 */
ids: Array<string>, };

export type Refused = "not_kept";

export type RefusedRow = { 
/**
 * The row of the request, from 0.
 */
row: number, 
/**
 * The record, where there is one.
 */
id?: string, 
/**
 * The field, where it is about one.
 */
field?: string, 
/**
 * Why.
 */
fault: Fault, };

export type Rehearsal = { 
/**
 * Whether the backup can be restored whole.
 */
ok: boolean, 
/**
 * Rows of all kinds in it.
 */
records: number, 
/**
 * Entries of its log.
 */
entries: number, 
/**
 * Every check.
 */
checks: Array<CheckReport>, };

export type RehearseRestore = { 
/**
 * The backup.
 */
path: string, 
/**
 * Its passphrase, when it has another than this file.
 */
passphrase?: string, };

export type Related = { 
/**
 * By kind and field; only those that have rows.
 */
groups: Array<RelatedGroup>, 
/**
 * The titles of the records that the rows refer to.
 */
names: { [key in string]: Name }, };

export type RelatedGroup = { 
/**
 * Their kind.
 */
kind: string, 
/**
 * The field.
 */
field: string, 
/**
 * How many there are.
 */
total: number, 
/**
 * The newest 20.
 */
rows: Array<Row>, };

export type RelationInfo = { 
/**
 * The record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * From where.
 */
from: string, 
/**
 * To where.
 */
to: string, 
/**
 * How.
 */
kind: 'supplies' | 'equips' | 'tests' | 'recycles' | 'serves', 
/**
 * What.
 */
what: string | null, 
/**
 * How much one unit takes.
 */
coefficient: number | null, 
/**
 * What part of the need it is.
 */
share: number | null, 
/**
 * Whether the receiver stands still without it.
 */
critical: boolean, 
/**
 * How far the row may be trusted.
 */
confidence: 'high' | 'medium' | 'low' | null, 
/**
 * Where it is from.
 */
source: string | null, };

export type RemoveSegment = { 
/**
 * The segment.
 */
segment: string, };

export type RestoreBackup = { 
/**
 * The backup.
 */
path: string, 
/**
 * Its passphrase, when it has another than this file.
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
values: Values, 
/**
 * Why it counts in no figure, in a page of a list.
 */
aside?: Aside, };

export type RowChange = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * The record's kind.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * Field by field.
 */
fields: Array<FieldPair>, };

export type RowDecision = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * What to do.
 */
decision: OnDuplicate, };

export type RowGroup = { 
/**
 * What the field holds, as a cell's value; null for blank.
 */
key: JsonValue, 
/**
 * With these added, the list is the group's.
 */
filters: Array<Filter>, 
/**
 * How many rows it has.
 */
count: number, 
/**
 * Their sums.
 */
sums: { [key in string]: Sum }, };

export type RowMark = "data" | "section" | "subtotal" | "total" | "note" | "filler";

export type RowTold = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * Its values by `kind.field`; a reference by the name it gives.
 */
values: Values, };

export type RuleBook = { 
/**
 * Their version.
 */
version: number, 
/**
 * Every setting.
 */
settings: Array<SettingInfo>, };

export type RuleInfo = { 
/**
 * Their name.
 */
name: string, 
/**
 * Their version.
 */
version: number, 
/**
 * The reading of every setting.
 */
settings: { [key in string]: string }, 
/**
 * The settings that do not have the reading that is kept.
 */
changed: Array<string>, 
/**
 * The settings that do not have their usual reading.
 */
unusual: Array<string>, };

export type Safety = { 
/**
 * The newest backup that this desk wrote.
 */
last_backup?: LastBackup, 
/**
 * When a restore was last rehearsed and went well, RFC 3339.
 */
rehearsed_at?: string, 
/**
 * Whether the file is encrypted.
 */
encrypted: boolean, 
/**
 * What the system's key store offers.
 */
key_store: KeyStore, 
/**
 * The attached files.
 */
files: AttachedFiles, };

export type SaveChainRules = { 
/**
 * By name.
 */
values: { [key in string]: number }, };

export type SaveExportTemplate = { 
/**
 * The template; absent makes a new one.
 */
id?: string, 
/**
 * The version when it was last seen; a template with an id has it.
 */
seen?: number, 
/**
 * The kind that it lists.
 */
kind: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The form.
 */
form: ExportForm, };

export type SaveFormLayout = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The version when it was last seen; absent when there was none.
 */
seen?: number, 
/**
 * The arrangement.
 */
layout: FormLayout, };

export type SavePlace = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its code.
 */
uscc?: string, 
/**
 * Where it is.
 */
region?: string, 
/**
 * Its business scope.
 */
scope?: string, 
/**
 * The enterprise it is.
 */
enterprise?: string, 
/**
 * Where it belongs.
 */
segments: Array<MatchedSegment>, 
/**
 * Where it does not.
 */
rejected: Array<MatchedSegment>, };

export type SavePlaces = { 
/**
 * The firms.
 */
rows: Array<SavePlace>, };

export type SaveRules = { 
/**
 * Readings by setting; settings not named stay.
 */
rule: { [key in string]: string }, };

export type SaveSetting = { 
/**
 * The name, such as `language`.
 */
key: string, 
/**
 * The value; an empty one removes the setting.
 */
value: string, };

export type SaveView = { 
/**
 * The view; absent makes a new one.
 */
id?: string, 
/**
 * The version when it was last seen; a view with an id has it.
 */
seen?: number, 
/**
 * The kind it lists.
 */
kind: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether everybody at this desk sees it.
 */
shared: boolean, 
/**
 * Whether it stands before the others.
 */
pinned: boolean, 
/**
 * Whether the list opens with it for this person; takes that from the
 * view that had it.
 */
is_default: boolean, 
/**
 * What it shows.
 */
layout: ViewLayout, };

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

export type SavedRow = { 
/**
 * The row of the request, from 0.
 */
row: number, 
/**
 * The record.
 */
id: string, 
/**
 * Its version now.
 */
version: number, };

export type ScopeText = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its business scope.
 */
text: string, };

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
 * Where the text stands in the title, in UTF-16 units: start and end.
 */
title_marks: Array<[number, number]>, 
/**
 * The field in which the text stands.
 */
matched_field: string, 
/**
 * What stands there, shortened around the text; empty for the title.
 */
snippet: string, 
/**
 * Where the text stands in the snippet, in UTF-16 units.
 */
snippet_marks: Array<[number, number]>, };

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
limit: number, 
/**
 * Only records of these kinds.
 */
kinds?: Array<string>, };

export type SeenRow = { 
/**
 * The record.
 */
id: string, 
/**
 * The version.
 */
seen: number, };

export type SegmentCounts = { 
/**
 * Local firms that make it.
 */
local: number, 
/**
 * Firms elsewhere that make it.
 */
target: number, 
/**
 * Local firms that plan it.
 */
plan: number, 
/**
 * Local firms that need it.
 */
need: number, 
/**
 * Leads that are worked on.
 */
lead: number, 
/**
 * Projects.
 */
project: number, 
/**
 * Contract capital signed, in yuan with two decimals.
 */
signed_yuan: string, };

export type SegmentFirm = { 
/**
 * The record that says so.
 */
link: string, 
/**
 * Its version.
 */
link_version: number, 
/**
 * The segment it is linked to.
 */
segment: string, 
/**
 * The firm.
 */
enterprise: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short name.
 */
short_name: string | null, 
/**
 * Where it is.
 */
region: string | null, 
/**
 * The park it sits in.
 */
park: ChainRef | null, 
/**
 * Whether it is ours.
 */
local: boolean, 
/**
 * What it has to do with it.
 */
role: 'makes' | 'needs' | 'plans', 
/**
 * The product.
 */
product: string | null, 
/**
 * How much it can make.
 */
capacity: number | null, 
/**
 * In which unit.
 */
capacity_unit: string | null, 
/**
 * What that rests on.
 */
evidence: string | null, 
/**
 * When that was.
 */
evidence_date: string | null, 
/**
 * How far the row may be trusted.
 */
confidence: 'high' | 'medium' | 'low' | null, 
/**
 * Where it is from.
 */
source: string | null, 
/**
 * Whether a person confirmed it.
 */
confirmed: boolean, 
/**
 * Its tags.
 */
tags: Array<string>, 
/**
 * Of targets: the score.
 */
score: number | null, 
/**
 * The lead there is.
 */
lead: string | null, 
/**
 * The office that claims it.
 */
claimed_by: string | null, 
/**
 * When it was last visited.
 */
last_visit: string | null, };

export type SegmentInfo = { 
/**
 * The record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Its code.
 */
code: string | null, 
/**
 * The segment it is part of.
 */
parent: string | null, 
/**
 * Its layer.
 */
layer: 'upstream' | 'midstream' | 'downstream' | 'support', 
/**
 * Its place among its siblings.
 */
order_key: string, 
/**
 * 0 at the first level.
 */
depth: number, 
/**
 * Whether it has no parts.
 */
leaf: boolean, 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en: string | null, 
/**
 * Other names.
 */
aliases: Array<string>, 
/**
 * Words that point to it.
 */
keywords: Array<string>, 
/**
 * Classes of GB/T 4754.
 */
gbt4754_codes: Array<string>, 
/**
 * What it is.
 */
description: string | null, 
/**
 * Whether the chain cannot do without it.
 */
must_have: boolean, 
/**
 * Whether few can make it.
 */
chokepoint: boolean, 
/**
 * How much policy wants it.
 */
policy_priority: string | null, 
/**
 * How far the row may be trusted.
 */
confidence: 'high' | 'medium' | 'low' | null, 
/**
 * Where it is from.
 */
source: string | null, 
/**
 * The state that holds; a person's judgement goes first.
 */
state: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * What the formula says.
 */
computed: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * The judgement.
 */
override: StateOverride | null, 
/**
 * 0 to 100; null for groups and what is not assessed.
 */
gap: number | null, 
/**
 * Its place among the open gaps, from 1.
 */
rank: number | null, 
/**
 * The best place of nine draws of the weights in ten.
 */
rank_low: number | null, 
/**
 * The worst place of these.
 */
rank_high: number | null, 
/**
 * The parts of the gap, each 0 to 1.
 */
parts: ChainParts | null, 
/**
 * What part of the need is covered, 0 to 1.
 */
coverage: number | null, 
/**
 * Whether that rests on capacity; otherwise firms are counted.
 */
capacity_known: boolean, 
/**
 * The shrunk location quotient.
 */
lq: number | null, 
/**
 * How concentrated local makers are, 0 to 1.
 */
hhi: number | null, 
/**
 * Whether what is strong hangs on one firm.
 */
single_supplier: boolean, 
/**
 * Of a group: its leaves by state.
 */
states: { [key in string]: number } | null, 
/**
 * What is linked to the segment itself.
 */
direct: SegmentCounts, 
/**
 * With everything in it; firms count once.
 */
total: SegmentCounts, 
/**
 * How often people wrote about it in twelve months.
 */
changed: number, };

export type SegmentLead = { 
/**
 * The lead.
 */
id: string, 
/**
 * The firm.
 */
enterprise: string | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * Whether it is worked on.
 */
open: boolean, };

export type SegmentProject = { 
/**
 * The project.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its stage.
 */
stage: string | null, 
/**
 * Contract capital signed, in yuan.
 */
signed_yuan: string, };

export type SetPassphrase = { 
/**
 * The present one, when there is one.
 */
old?: string, 
/**
 * The new one; absent removes it.
 */
new?: string, };

export type SettingInfo = { 
/**
 * Its name; words stand under `rule.<name>`.
 */
name: string, 
/**
 * The figures it bears on.
 */
figures: Array<string>, 
/**
 * What it may read, under `reading.<name>.<reading>`; empty for an amount
 * in whole yuan.
 */
readings: Array<string>, 
/**
 * What it reads when nobody chose.
 */
default: string, 
/**
 * What it reads.
 */
reading: string, };

export type Settings = { 
/**
 * All that were saved.
 */
settings: { [key in string]: string }, };

export type ShapeName = "text" | "long_text" | "code" | "choice" | "flag" | "ref" | "list" | "money" | "number" | "area" | "date";

export type SheetPreview = { 
/**
 * The name on its tab.
 */
name: string, 
/**
 * Whether the file hides it.
 */
hidden: boolean, 
/**
 * How many columns hold anything.
 */
width: number, 
/**
 * Its first rows that hold anything.
 */
rows: Array<RawRow>, 
/**
 * Whether there are more.
 */
more: boolean, };

export type SkippedRow = { 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * `title`, `section`, `subtotal`, `total`, `note`, `header` or `filler`.
 */
kind: string, 
/**
 * Its first text.
 */
text: string, };

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

export type SplitPart = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its English name.
 */
name_en?: string, 
/**
 * The links that go with it.
 */
links: Array<string>, };

export type SplitSegment = { 
/**
 * The segment.
 */
segment: string, 
/**
 * What it is parted into.
 */
parts: Array<SplitPart>, };

export type StateChange = { 
/**
 * The segment.
 */
segment: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it was.
 */
from: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * What it is.
 */
to: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * The end of the month in which it changed.
 */
at: string, };

export type StateOverride = { 
/**
 * The record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * The state.
 */
state: 'strong' | 'weak' | 'missing' | 'extend' | 'unknown', 
/**
 * Why.
 */
reason: string, 
/**
 * By whom.
 */
person: PersonRef | null, 
/**
 * The last day it holds.
 */
expires_at: string | null, };

export type StopFinished = { 
/**
 * The record of the visit.
 */
visit: string, 
/**
 * Whether it was made now.
 */
created: boolean, };

export type StopsPlanned = { 
/**
 * The action, for undo; null when nothing was written.
 */
batch: string | null, 
/**
 * The trip.
 */
trip: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Firms put on it.
 */
added: number, 
/**
 * Firms that were on it already.
 */
there: number, };

export type SubtotalInfo = { 
/**
 * The row as the spreadsheet counts it.
 */
row: number, 
/**
 * What the row calls itself.
 */
label: string, 
/**
 * The column's letters.
 */
column: string, 
/**
 * The field that the column was read as, `kind.field`.
 */
field: string, 
/**
 * The figure in the file, in the column's unit.
 */
claimed: string, 
/**
 * The sum of what was read.
 */
read: string, 
/**
 * The sum without rows that the sheet itself does not count.
 */
counted: string, 
/**
 * The claim less the nearer sum.
 */
difference: string, 
/**
 * Which sum the claim is: `all`, `counted`, `incomplete` when cells
 * without a value may hold what is missing; absent when it is neither.
 */
agrees?: string, };

export type Sum = { 
/**
 * What it is a number of.
 */
unit: SumUnit, 
/**
 * Of money: yuan with two decimals, foreign amounts at their record's
 * rate. Empty for other sums.
 */
yuan: string, 
/**
 * Of areas and numbers: the sum, without trailing zeros.
 */
value?: string, 
/**
 * Rows in the sum.
 */
counted: number, 
/**
 * Of those, rows with an approximate value.
 */
approximate: number, 
/**
 * Rows without a value.
 */
missing: number, 
/**
 * Rows with a foreign amount and no rate: not in the sum.
 */
foreign: number, 
/**
 * Rows with a value that may repeat others and wait for a decision: they
 * count in no figure.
 */
undecided: number, };

export type SumUnit = "yuan" | "sqm" | "number";

export type TableMapping = { 
/**
 * The ledger it is.
 */
ledger?: string, 
/**
 * The first and the last heading row; both 0 where it has none, and its
 * columns are called by their letters.
 */
header_rows?: [number, number], 
/**
 * What columns mean.
 */
columns: Array<ColumnPick>, 
/**
 * What every row says in a field that no column is, by `kind.field`.
 */
constants?: { [key in string]: string }, 
/**
 * Leaves the table out.
 */
skip: boolean, 
/**
 * What rows are, by the row as the spreadsheet counts it, where that
 * differs from what was found out.
 */
rows?: { [key in number]: RowMark }, };

export type TargetParts = { 
/**
 * How well its products fit.
 */
fit: number | null, 
/**
 * How much of the unmet need it could make.
 */
capacity: number | null, 
/**
 * How likely it is to build.
 */
propensity: number | null, 
/**
 * Local firms to sell to or buy from.
 */
linkage: number | null, 
/**
 * How crowded its park is.
 */
transfer: number | null, 
/**
 * Its standing.
 */
quality: number | null, };

export type TextEncoding = "utf8" | "gb18030";

export type TreeName = "region" | "industry";

export type Trip = { 
/**
 * The trip.
 */
trip: TripInfo, 
/**
 * In their order.
 */
stops: Array<TripStop>, };

export type TripInfo = { 
/**
 * The record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * The office that goes.
 */
office: ChainRef | null, 
/**
 * Who leads it.
 */
leader: ChainRef | null, 
/**
 * The day it leaves, ISO 8601.
 */
start_date: string | null, 
/**
 * The day it is back.
 */
end_date: string | null, 
/**
 * Where it goes.
 */
place: string | null, 
/**
 * What else there is to say.
 */
note: string | null, 
/**
 * How many firms are on it.
 */
stops: number, 
/**
 * How many of them were visited.
 */
visited: number, };

export type TripRequest = { 
/**
 * The trip.
 */
trip: string, };

export type TripStop = { 
/**
 * The record.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * `not_asked`, `arranged`, `moved`, `cancelled` or `visited`.
 */
appointment: 'not_asked' | 'arranged' | 'moved' | 'cancelled' | 'visited', 
/**
 * The appointed day.
 */
day: string | null, 
/**
 * Whom we meet.
 */
met: string | null, 
/**
 * What else there is to say.
 */
note: string | null, 
/**
 * The record of the visit.
 */
visit: string | null, 
/**
 * What to know before.
 */
brief: Brief, };

export type Trips = { 
/**
 * The one that leaves last first; those without a day before all others.
 */
trips: Array<TripInfo>, };

export type UndoBatch = { 
/**
 * The action, such as an import.
 */
batch: string, };

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
kept: Array<Kept>, 
/**
 * The names of the templates that an import kept and that outlive it.
 */
templates: Array<string>, };

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

export type View = { 
/**
 * The record that keeps it.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * The kind it lists.
 */
kind: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether everybody at this desk sees it.
 */
shared: boolean, 
/**
 * Whether it stands before the others.
 */
pinned: boolean, 
/**
 * Whether the list opens with it for this person.
 */
is_default: boolean, 
/**
 * Whether this person made it.
 */
mine: boolean, 
/**
 * What it shows.
 */
layout: ViewLayout, 
/**
 * The fields it names that the kind has no longer; they are left out of
 * `layout`. `layout` itself when nothing of it can be read.
 */
problems: Array<string>, };

export type ViewColumn = { 
/**
 * The field.
 */
field: string, 
/**
 * How wide, in pixels.
 */
width?: number, 
/**
 * Whether it stays when the others scroll.
 */
frozen?: boolean, };

export type ViewGroup = { 
/**
 * The field.
 */
by: string, 
/**
 * For dates: `year`, `quarter` or `month`.
 */
step?: string, };

export type ViewLayout = { 
/**
 * The columns from left to right; none means those of the kind.
 */
columns: Array<ViewColumn>, 
/**
 * The order.
 */
sort: Array<Sort>, 
/**
 * Every one must hold.
 */
filters: Array<Filter>, 
/**
 * Only what a search for this finds.
 */
text?: string, 
/**
 * Rows in groups.
 */
group?: ViewGroup, 
/**
 * How close rows stand, as the window names it.
 */
density?: string, };

export type Views = { 
/**
 * The views.
 */
views: Array<View>, };

export type Warning = { 
/**
 * The field.
 */
field: string, 
/**
 * The code, with a sentence in the words.
 */
code: string, };

export type WriteDone = { 
/**
 * The action, for undo; absent when nothing was written.
 */
batch?: string, 
/**
 * The records as they stand now, by the row that wrote them; of a dry
 * run, none.
 */
saved: Array<SavedRow>, 
/**
 * Records made.
 */
created: number, 
/**
 * Records changed.
 */
changed: number, 
/**
 * Records that had these values already.
 */
unchanged: number, 
/**
 * What is not accepted, in the order of the rows.
 */
refused: Array<RefusedRow>, };

export type WriteIntent = "paste" | "fill" | "bulk_edit" | "clear";

export type WriteRecords = { 
/**
 * The kind.
 */
kind: string, 
/**
 * What for.
 */
intent: WriteIntent, 
/**
 * What to write, 50,000 rows at the most.
 */
rows: Array<WriteRow>, 
/**
 * Only says what would happen.
 */
dry_run?: boolean, 
/**
 * Writes the rows that are accepted although others are refused;
 * otherwise one refusal means that nothing is written.
 */
skip_refused?: boolean, };

export type WriteRow = { 
/**
 * The record; absent makes a new one.
 */
id?: string, 
/**
 * The version when it was last seen; every row with an id has it.
 */
seen?: number, 
/**
 * The fields to set; null clears.
 */
values: Values, 
/**
 * By reference field, a record to be made that the field then refers to;
 * rows that name the same one share it.
 */
create?: Record<string, Values>, };

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
  groups: { request: GroupsRequest; reply: Groups }
  neighbours: { request: NeighboursRequest; reply: Neighbours }
  border: { request: BorderRequest; reply: Border }
  record: { request: RecordRequest; reply: RecordView }
  create_record: { request: CreateRecord; reply: Saved }
  edit_record: { request: EditRecord; reply: Saved }
  delete_record: { request: DeleteRecord; reply: Saved }
  restore_record: { request: RecordRequest; reply: Saved }
  write_records: { request: WriteRecords; reply: WriteDone }
  bulk_edit: { request: BulkEdit; reply: WriteDone }
  delete_records: { request: DeleteRecords; reply: WriteDone }
  bin: { request: BinRequest; reply: Bin }
  views: { request: KindRequest; reply: Views }
  save_view: { request: SaveView; reply: Saved }
  form_layout: { request: KindRequest; reply: FormLayoutView }
  save_form_layout: { request: SaveFormLayout; reply: Saved }
  related: { request: RecordRequest; reply: Related }
  referring: { request: ReferringRequest; reply: Referring }
  notes: { request: RecordRequest; reply: Notes }
  add_note: { request: AddNote; reply: Saved }
  attachments: { request: RecordRequest; reply: Attachments }
  attach: { request: Attach; reply: Saved }
  attachment_data: { request: AttachmentRequest; reply: AttachmentData }
  safety: { request: Nothing; reply: Safety }
  rehearse_restore: { request: RehearseRestore; reply: Rehearsal }
  keep_passphrase: { request: KeepPassphrase; reply: Nothing }
  forget_passphrase: { request: Nothing; reply: Nothing }
  recent: { request: Nothing; reply: Recent }
  mark_opened: { request: RecordRequest; reply: Nothing }
  history: { request: RecordRequest; reply: History }
  put_back: { request: PutBack; reply: Saved }
  undo: { request: Nothing; reply: Undone }
  undo_batch: { request: UndoBatch; reply: Undone }
  redo: { request: Nothing; reply: Undone }
  undo_state: { request: Nothing; reply: UndoState }
  search: { request: SearchRequest; reply: SearchHits }
  figures: { request: FiguresRequest; reply: Figures }
  years: { request: Nothing; reply: Years }
  rules: { request: Nothing; reply: RuleBook }
  save_rules: { request: SaveRules; reply: RuleBook }
  freeze: { request: Freeze; reply: Saved }
  frozen: { request: FrozenRequest; reply: Frozen }
  frozen_changes: { request: FrozenChangesRequest; reply: FrozenChanges }
  compare: { request: CompareRequest; reply: Comparison }
  preview_ledger: { request: PreviewLedger; reply: LedgerPreview }
  import_ledger: { request: ImportLedger; reply: ImportReport }
  imported: { request: ImportedRequest; reply: Imported }
  imports: { request: Nothing; reply: Imports }
  cancel_import: { request: CancelImport; reply: Nothing }
  chains: { request: Nothing; reply: Chains }
  chain_map: { request: ChainMapRequest; reply: ChainMap }
  chain_segment: { request: ChainSegmentRequest; reply: ChainSegment }
  chain_gaps: { request: ChainGapsRequest; reply: ChainGaps }
  chain_targets: { request: ChainTargetsRequest; reply: ChainTargets }
  chain_local: { request: ChainLocalRequest; reply: ChainLocal }
  chain_parks: { request: ChainParksRequest; reply: ChainParks }
  chain_history: { request: ChainHistoryRequest; reply: ChainHistory }
  chain_backtest: { request: ChainBacktestRequest; reply: ChainBacktest }
  chain_place: { request: ChainPlace; reply: ChainPlaced }
  save_places: { request: SavePlaces; reply: ChainDone }
  chain_export: { request: ChainExport; reply: ChainFiles }
  chain_picture: { request: ChainPicture; reply: ChainFiles }
  chain_import: { request: ChainImport; reply: ChainImported }
  chain_atlas_changes: { request: Nothing; reply: AtlasChanges }
  apply_atlas_changes: { request: ApplyAtlasChanges; reply: ChainDone }
  make_lead: { request: MakeLead; reply: LeadMade }
  chain_brief: { request: BriefRequest; reply: Brief }
  trips: { request: Nothing; reply: Trips }
  trip: { request: TripRequest; reply: Trip }
  plan_stops: { request: PlanStops; reply: StopsPlanned }
  move_stop: { request: MoveStop; reply: ChainDone }
  finish_stop: { request: FinishStop; reply: StopFinished }
  remove_trip: { request: TripRequest; reply: ChainDone }
  chain_rules: { request: Nothing; reply: ChainRules }
  save_chain_rules: { request: SaveChainRules; reply: ChainRules }
  add_segment: { request: AddSegment; reply: ChainDone }
  move_segment: { request: MoveSegment; reply: ChainDone }
  merge_segments: { request: MergeSegments; reply: ChainDone }
  split_segment: { request: SplitSegment; reply: ChainDone }
  remove_segment: { request: RemoveSegment; reply: ChainDone }
  paste_segments: { request: PasteSegments; reply: ChainDone }
  export_list: { request: ExportList; reply: ExportDone }
  export_preview: { request: ExportList; reply: ExportPreview }
  export_templates: { request: ExportTemplatesRequest; reply: ExportTemplates }
  save_export_template: { request: SaveExportTemplate; reply: Saved }
  learn_export_template: { request: LearnExportTemplate; reply: LearnedForm }
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
    | 'review_date'
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
    | 'segment'
    | 'note'
  lead:
    | 'lead_no'
    | 'enterprise'
    | 'name'
    | 'reported_at'
    | 'reported_time'
    | 'reporting_unit'
    | 'lead_source'
    | 'introducer'
    | 'source_region'
    | 'chain'
    | 'chain_node'
    | 'content'
    | 'enterprise_profile'
    | 'planned_investment'
    | 'fixed_investment'
    | 'land_area'
    | 'progress'
    | 'contact_level'
    | 'next_step'
    | 'issue'
    | 'responsible_person'
    | 'contact'
    | 'assessment'
    | 'assessment_reason'
    | 'is_effective'
    | 'valid_until'
    | 'project'
    | 'suspected_same_as'
    | 'same_verdict'
    | 'segment'
    | 'target_reasons'
    | 'note'
  visit:
    | 'visit_no'
    | 'resident_office'
    | 'visit_date'
    | 'end_date'
    | 'visit_type'
    | 'city'
    | 'place'
    | 'enterprise'
    | 'their_people'
    | 'their_duty'
    | 'their_phone'
    | 'our_people'
    | 'leader'
    | 'head_count'
    | 'industry'
    | 'content'
    | 'result'
    | 'intent'
    | 'follow_up'
    | 'due_date'
    | 'responsible_person'
    | 'cost'
    | 'lead'
    | 'project'
    | 'suspected_same_as'
    | 'same_verdict'
    | 'note'
  key_project:
    | 'project'
    | 'plan_year'
    | 'ledger_kind'
    | 'key_level'
    | 'build_nature'
    | 'total_investment'
    | 'fixed_investment'
    | 'equipment_investment'
    | 'annual_plan_investment'
    | 'month_completed_investment'
    | 'annual_completed_investment'
    | 'cumulative_investment'
    | 'buildings'
    | 'buildings_started'
    | 'buildings_capped'
    | 'floor_area'
    | 'floor_area_started'
    | 'floor_area_capped'
    | 'planned_start_date'
    | 'start_date'
    | 'planned_completion_date'
    | 'completion_date'
    | 'planned_production_date'
    | 'production_date'
    | 'visible_progress'
    | 'weekly_progress'
    | 'next_week_plan'
    | 'procedures'
    | 'issue'
    | 'measure'
    | 'due_date'
    | 'rag_status'
    | 'rag_reason'
    | 'completion_ratio'
    | 'in_stat'
    | 'is_behind'
    | 'workers'
    | 'land_area'
    | 'land_place'
    | 'is_clear_land'
    | 'sign_date'
    | 'registered_date'
    | 'land_supplied_date'
    | 'funding_source'
    | 'responsible_unit'
    | 'sponsor_leader'
    | 'service_officer'
    | 'suspected_same_as'
    | 'same_verdict'
    | 'note'
  project_phase:
    | 'key_project'
    | 'phase'
    | 'total_investment'
    | 'buildings'
    | 'buildings_started'
    | 'buildings_capped'
    | 'visible_progress'
    | 'finished'
    | 'note'
  payment:
    | 'project'
    | 'agreement'
    | 'payer'
    | 'paid_date'
    | 'paid_in'
    | 'rate'
    | 'rate_date'
    | 'fund_kind'
    | 'voucher_no'
    | 'state'
    | 'recognised_amount'
    | 'exclusion_reason'
    | 'period'
    | 'suspected_same_as'
    | 'same_verdict'
    | 'note'
  factory_unit:
    | 'name'
    | 'park'
    | 'building'
    | 'unit_no'
    | 'floors'
    | 'floor_height'
    | 'floor_load'
    | 'structure'
    | 'floor_area'
    | 'vacant_area'
    | 'state'
    | 'rent'
    | 'occupancy_rate'
    | 'owner'
    | 'utilities'
    | 'contact_name'
    | 'note'
  lease:
    | 'unit'
    | 'tenant'
    | 'leased_area'
    | 'sold_area'
    | 'start_date'
    | 'end_date'
    | 'ended'
    | 'rent'
    | 'annual_rent'
    | 'arrears'
    | 'note'
  parcel:
    | 'parcel_no'
    | 'place'
    | 'land_area'
    | 'land_use'
    | 'plot_ratio'
    | 'supply_state'
    | 'intended_project'
    | 'project'
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
    | 'short_name'
    | 'listed_code'
    | 'is_local'
    | 'park'
    | 'site'
    | 'employees'
    | 'products'
    | 'business_scope'
    | 'business_status'
    | 'expansion_signs'
    | 'expansion_date'
    | 'confidence'
    | 'source'
    | 'note'
  chain:
    | 'name'
    | 'name_en'
    | 'code'
    | 'aliases'
    | 'order_key'
    | 'benchmark_region'
    | 'atlas_version'
    | 'source'
    | 'note'
  segment:
    | 'name'
    | 'name_en'
    | 'code'
    | 'chain'
    | 'parent'
    | 'layer'
    | 'order_key'
    | 'aliases'
    | 'description'
    | 'gbt4754_codes'
    | 'keywords'
    | 'products'
    | 'must_have'
    | 'chokepoint'
    | 'policy_priority'
    | 'benchmark_need'
    | 'need_unit'
    | 'confidence'
    | 'source'
    | 'note'
  park:
    | 'name'
    | 'name_en'
    | 'code'
    | 'region'
    | 'longitude'
    | 'latitude'
    | 'level'
    | 'chains'
    | 'home'
    | 'confidence'
    | 'source'
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
    | 'role'
    | 'unmask_right'
    | 'phone'
    | 'note'
  indicator_value:
    | 'indicator'
    | 'year'
    | 'basis'
    | 'value'
    | 'source'
    | 'note'
  segment_relation:
    | 'from_segment'
    | 'to_segment'
    | 'relation'
    | 'what'
    | 'coefficient'
    | 'share'
    | 'critical'
    | 'confidence'
    | 'source'
    | 'note'
  enterprise_segment:
    | 'enterprise'
    | 'segment'
    | 'role'
    | 'product'
    | 'capacity'
    | 'capacity_unit'
    | 'utilisation'
    | 'revenue_share'
    | 'evidence'
    | 'evidence_date'
    | 'matched'
    | 'confidence'
    | 'source'
    | 'confirmed_by'
    | 'note'
  segment_override:
    | 'segment'
    | 'state'
    | 'reason'
    | 'person'
    | 'expires_at'
  placement_lesson:
    | 'word'
    | 'segment'
    | 'verdict'
  trip:
    | 'name'
    | 'resident_office'
    | 'leader'
    | 'start_date'
    | 'end_date'
    | 'place'
    | 'note'
  trip_stop:
    | 'trip'
    | 'enterprise'
    | 'segment'
    | 'order_key'
    | 'appointment'
    | 'visit_date'
    | 'met'
    | 'visit'
    | 'note'
  extra_field:
    | 'label'
    | 'of_kind'
    | 'shape'
    | 'choices'
    | 'position'
  view:
    | 'name'
    | 'of_kind'
    | 'person'
    | 'shared'
    | 'pinned'
    | 'default_for'
    | 'layout'
  form_layout:
    | 'of_kind'
    | 'layout'
  note:
    | 'about_kind'
    | 'about'
    | 'text'
    | 'mentions'
  attachment:
    | 'about_kind'
    | 'about'
    | 'file_name'
    | 'media_type'
    | 'bytes'
    | 'sha256'
  snapshot:
    | 'name'
    | 'year'
    | 'through'
    | 'frozen_at'
    | 'settings'
    | 'figures'
    | 'released'
    | 'note'
  import_template:
    | 'name'
    | 'of_kind'
    | 'heads'
    | 'mapping'
    | 'answers'
    | 'note'
  export_template:
    | 'name'
    | 'of_kind'
    | 'form'
    | 'note'
  disclosure:
    | 'file_name'
    | 'of_kind'
    | 'template'
    | 'row_count'
    | 'personal_fields'
}
