//! The one command list: name, request, reply, and the right it takes. Each
//! host's router, the permission table and the TypeScript types come from it.

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

/// The right a command takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Before a desk is open.
    Open,
    /// Reading records.
    Read,
    /// Changing records.
    Write,
    /// Deciding over the file itself.
    Keep,
}

macro_rules! commands {
    ($($name:ident($request:ty) -> $reply:ty, $right:ident;)*) => {
        /// Every command and the right it takes.
        pub const COMMANDS: &[(&str, Right)] = &[$((stringify!($name), Right::$right)),*];

        /// Calls the command of that name with a JSON request.
        pub(crate) async fn dispatch(app: &App, name: &str, request: Json) -> Result<Json, Fault> {
            match name {
                $(stringify!($name) => {
                    let reply: $reply = app.$name(read::<$request>(request)?).await?;
                    serde_json::to_value(reply)
                        .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))
                })*
                _ => Err(Fault::new(Code::NoSuchCommand).with("name", name)),
            }
        }

        /// Shows every command's types to `visit`.
        pub(crate) fn visit_types(visit: &mut impl crate::typescript::Visit) {
            $(visit.command::<$request, $reply>(stringify!($name));)*
        }
    };
}

commands! {
    desk_status(Nothing) -> DeskStatus, Open;
    create_desk(CreateDesk) -> DeskStatus, Open;
    unlock_desk(UnlockDesk) -> DeskStatus, Open;
    restore_backup(RestoreBackup) -> RestoreDone, Open;
    backups(Nothing) -> Backups, Open;
    set_passphrase(SetPassphrase) -> DeskStatus, Keep;
    backup(Backup) -> BackupDone, Keep;
    verify(Nothing) -> VerifyReport, Keep;
    rebuild(Nothing) -> VerifyReport, Keep;
    settings(Nothing) -> Settings, Read;
    save_setting(SaveSetting) -> Nothing, Write;
    load_sample(Nothing) -> ImportReport, Write;
    kinds(Nothing) -> Kinds, Read;
    records(RecordsRequest) -> Page, Read;
    groups(GroupsRequest) -> Groups, Read;
    neighbours(NeighboursRequest) -> Neighbours, Read;
    border(BorderRequest) -> Border, Read;
    record(RecordRequest) -> RecordView, Read;
    create_record(CreateRecord) -> Saved, Write;
    edit_record(EditRecord) -> Saved, Write;
    delete_record(DeleteRecord) -> Saved, Write;
    restore_record(RecordRequest) -> Saved, Write;
    write_records(WriteRecords) -> WriteDone, Write;
    bulk_edit(BulkEdit) -> WriteDone, Write;
    delete_records(DeleteRecords) -> WriteDone, Write;
    bin(BinRequest) -> Bin, Read;
    views(KindRequest) -> Views, Read;
    save_view(SaveView) -> Saved, Write;
    form_layout(KindRequest) -> FormLayoutView, Read;
    save_form_layout(SaveFormLayout) -> Saved, Write;
    related(RecordRequest) -> Related, Read;
    referring(ReferringRequest) -> Referring, Read;
    notes(RecordRequest) -> Notes, Read;
    add_note(AddNote) -> Saved, Write;
    attachments(RecordRequest) -> Attachments, Read;
    attach(Attach) -> Saved, Write;
    attachment_data(AttachmentRequest) -> AttachmentData, Read;
    safety(Nothing) -> Safety, Read;
    rehearse_restore(RehearseRestore) -> Rehearsal, Keep;
    keep_passphrase(KeepPassphrase) -> Nothing, Keep;
    forget_passphrase(Nothing) -> Nothing, Keep;
    recent(Nothing) -> Recent, Read;
    mark_opened(RecordRequest) -> Nothing, Read;
    history(RecordRequest) -> History, Read;
    put_back(PutBack) -> Saved, Write;
    undo(Nothing) -> Undone, Write;
    undo_batch(UndoBatch) -> Undone, Write;
    redo(Nothing) -> Undone, Write;
    undo_state(Nothing) -> UndoState, Read;
    search(SearchRequest) -> SearchHits, Read;
    figures(FiguresRequest) -> Figures, Read;
    years(Nothing) -> Years, Read;
    rules(Nothing) -> RuleBook, Read;
    save_rules(SaveRules) -> RuleBook, Write;
    freeze(Freeze) -> Saved, Write;
    frozen(FrozenRequest) -> Frozen, Read;
    frozen_changes(FrozenChangesRequest) -> FrozenChanges, Read;
    compare(CompareRequest) -> Comparison, Read;
    preview_ledger(PreviewLedger) -> LedgerPreview, Write;
    import_ledger(ImportLedger) -> ImportReport, Write;
    imported(ImportedRequest) -> Imported, Read;
    imports(Nothing) -> Imports, Read;
    cancel_import(CancelImport) -> Nothing, Write;
    chains(Nothing) -> Chains, Read;
    chain_map(ChainMapRequest) -> ChainMap, Read;
    chain_segment(ChainSegmentRequest) -> ChainSegment, Read;
    chain_gaps(ChainGapsRequest) -> ChainGaps, Read;
    chain_targets(ChainTargetsRequest) -> ChainTargets, Read;
    chain_local(ChainLocalRequest) -> ChainLocal, Read;
    chain_parks(ChainParksRequest) -> ChainParks, Read;
    chain_history(ChainHistoryRequest) -> ChainHistory, Read;
    chain_backtest(ChainBacktestRequest) -> ChainBacktest, Read;
    chain_place(ChainPlace) -> ChainPlaced, Read;
    save_places(SavePlaces) -> ChainDone, Write;
    chain_export(ChainExport) -> ChainFiles, Read;
    chain_picture(ChainPicture) -> ChainFiles, Read;
    chain_import(ChainImport) -> ChainImported, Write;
    chain_atlas_changes(Nothing) -> AtlasChanges, Read;
    apply_atlas_changes(ApplyAtlasChanges) -> ChainDone, Write;
    make_lead(MakeLead) -> LeadMade, Write;
    chain_brief(BriefRequest) -> Brief, Read;
    trips(Nothing) -> Trips, Read;
    trip(TripRequest) -> Trip, Read;
    plan_stops(PlanStops) -> StopsPlanned, Write;
    move_stop(MoveStop) -> ChainDone, Write;
    finish_stop(FinishStop) -> StopFinished, Write;
    remove_trip(TripRequest) -> ChainDone, Write;
    chain_rules(Nothing) -> ChainRules, Read;
    save_chain_rules(SaveChainRules) -> ChainRules, Write;
    add_segment(AddSegment) -> ChainDone, Write;
    move_segment(MoveSegment) -> ChainDone, Write;
    merge_segments(MergeSegments) -> ChainDone, Write;
    split_segment(SplitSegment) -> ChainDone, Write;
    remove_segment(RemoveSegment) -> ChainDone, Write;
    paste_segments(PasteSegments) -> ChainDone, Write;
    export_list(ExportList) -> ExportDone, Read;
    export_preview(ExportList) -> ExportPreview, Read;
    export_templates(ExportTemplatesRequest) -> ExportTemplates, Read;
    save_export_template(SaveExportTemplate) -> Saved, Write;
    learn_export_template(LearnExportTemplate) -> LearnedForm, Read;
}

fn read<T: DeserializeOwned>(request: Json) -> Result<T, Fault> {
    serde_json::from_value(request)
        .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))
}
