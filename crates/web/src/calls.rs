//! `POST /call/<name>`: one command, its request and its reply as JSON.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use suoji_app::Fault;

use crate::Host;

/// Runs one command.
pub(crate) async fn call(
    State(host): State<Host>,
    Path(name): Path<String>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let body = match body {
        Ok(body) => body,
        Err(rejection) => {
            let detail = json!({ "detail": rejection.body_text() });
            return refusal(rejection.status(), "bad_request", detail);
        }
    };
    let request = match serde_json::from_slice(&body) {
        Ok(request) => request,
        Err(error) => {
            let detail = json!({ "detail": error.to_string() });
            return refusal(StatusCode::BAD_REQUEST, "bad_request", detail);
        }
    };
    drop(body);
    match host.app.call(&name, request).await {
        Ok(reply) => Json(reply).into_response(),
        Err(fault) => (status(&fault), Json(fault)).into_response(),
    }
}

/// An answer in the form of a fault, for what happens before any command.
pub(crate) fn refusal(status: StatusCode, code: &str, params: Value) -> Response {
    let body = json!({ "code": code, "params": params });
    (status, Json(body)).into_response()
}

fn status(fault: &Fault) -> StatusCode {
    match &*fault.code() {
        "bad_request" | "bad_query" => StatusCode::BAD_REQUEST,
        "no_desk" | "no_such_command" | "no_such_kind" | "no_such_record" | "no_such_entry" => {
            StatusCode::NOT_FOUND
        }
        "stale" | "no_longer_fits" | "desk_exists" => StatusCode::CONFLICT,
        "desk_locked" => StatusCode::LOCKED,
        "busy" => StatusCode::SERVICE_UNAVAILABLE,
        "disk_full" => StatusCode::INSUFFICIENT_STORAGE,
        "io" | "damaged" | "internal" | "backup_failed" | "backup_damaged" => {
            StatusCode::INTERNAL_SERVER_ERROR
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
