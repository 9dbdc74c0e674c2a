//! Who may come in: requests to our own name, from our own pages, with the
//! session key.

use std::sync::Mutex;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use constant_time_eq::constant_time_eq;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Host;
use crate::calls::refusal;

const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// The names, the token and the session key of one run.
#[derive(Debug)]
pub(crate) struct Gate {
    names: [String; 2],
    token: String,
    /// Whether the key was given for the token; both are useless for that after.
    given: Mutex<bool>,
    key: String,
}

impl Gate {
    /// A gate for a host on `port`, with a fresh token and key.
    pub(crate) fn new(port: u16) -> Self {
        Self {
            names: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
            token: secret(),
            given: Mutex::new(false),
            key: secret(),
        }
    }

    /// The one-time token of the address.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// The session key, once, for the right token.
    fn exchange(&self, token: &str) -> Option<&str> {
        let right = same(&self.token, token);
        let mut given = self.given.lock().ok()?;
        if right && !*given {
            *given = true;
            Some(&self.key)
        } else {
            None
        }
    }

    /// Whether `headers` name this host, and no other page as their origin.
    fn is_ours(&self, headers: &HeaderMap) -> bool {
        let named = |name: &str| self.names.iter().any(|ours| ours == name);
        let host = headers.get(HOST).and_then(|host| host.to_str().ok());
        let origin_is_ours = headers.get(ORIGIN).is_none_or(|origin| {
            let origin = origin.to_str().unwrap_or_default();
            origin.strip_prefix("http://").is_some_and(named)
        });
        host.is_some_and(named) && origin_is_ours
    }
}

/// Two random UUIDs: 244 random bits from the operating system.
fn secret() -> String {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}

fn same(ours: &str, theirs: &str) -> bool {
    constant_time_eq(ours.as_bytes(), theirs.as_bytes())
}

/// Refuses other names (DNS rebinding) and other origins, and puts the
/// protective headers on every answer.
pub(crate) async fn own_name_only(
    State(host): State<Host>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = if host.gate.is_ours(request.headers()) {
        next.run(request).await
    } else {
        refusal(StatusCode::FORBIDDEN, "foreign_origin", json!({}))
    };
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    put(CONTENT_SECURITY_POLICY, POLICY);
    put(X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(REFERRER_POLICY, "no-referrer");
    put(X_FRAME_OPTIONS, "DENY");
    put(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    put(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    put(CACHE_CONTROL, "no-store");
    response
}

/// Refuses calls and event streams without the session key.
pub(crate) async fn need_session(
    State(host): State<Host>,
    request: Request,
    next: Next,
) -> Response {
    let bearer = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    // A browser's EventSource cannot send headers; its key stands in the query.
    let query = request.uri().query().unwrap_or_default();
    let in_query = (request.uri().path() == "/events")
        .then(|| {
            query.split('&').find_map(|pair| {
                pair.strip_prefix("token=")
                    .or(pair.strip_prefix("session="))
            })
        })
        .flatten();
    match bearer.or(in_query) {
        Some(key) if same(&host.gate.key, key) => next.run(request).await,
        _ => refusal(StatusCode::UNAUTHORIZED, "no_session", json!({})),
    }
}

/// `POST /session {token}` → `{session}`, once.
pub(crate) async fn session(State(host): State<Host>, Json(request): Json<Value>) -> Response {
    let token = request.get("token").and_then(Value::as_str);
    match token.and_then(|token| host.gate.exchange(token)) {
        Some(key) => Json(json!({ "session": key })).into_response(),
        None => refusal(StatusCode::UNAUTHORIZED, "no_session", json!({})),
    }
}
