//! Requests over real loopback connections.

use serde_json::{Value, json};
use suoji_app::App;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::{Options, Served, serve};

/// A host on an empty folder.
struct Running {
    served: Served,
    _folder: TempDir,
}

impl Running {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(folder.path().join("desk.db"));
        app.start().await;
        let served = serve(app, Options::default()).await.unwrap();
        Self {
            served,
            _folder: folder,
        }
    }

    fn token(&self) -> String {
        let (_, token) = self.served.url.split_once("#token=").unwrap();
        token.to_owned()
    }

    /// The status and the whole answer to a request with these extra headers.
    async fn ask(&self, line: &str, headers: &[&str], body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(self.served.address).await.unwrap();
        let host = format!("host: {}", self.served.address);
        let named = headers.iter().any(|header| header.starts_with("host:"));
        let mut request = format!("{line} HTTP/1.1\r\nconnection: close\r\n");
        for header in headers.iter().copied().chain((!named).then_some(&*host)) {
            request.push_str(&format!("{header}\r\n"));
        }
        request.push_str("content-type: application/json\r\n");
        request.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8(answer).unwrap();
        (answer[9..12].parse().unwrap(), answer)
    }

    async fn session(&self) -> String {
        let body = json!({ "token": self.token() }).to_string();
        let (status, answer) = self.ask("POST /session", &[], &body).await;
        assert_eq!(status, 200, "{answer}");
        let reply = last_line(&answer);
        reply["session"].as_str().unwrap().to_owned()
    }
}

fn last_line(answer: &str) -> Value {
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    serde_json::from_str(body).unwrap()
}

#[tokio::test]
async fn a_token_opens_one_session() {
    let running = Running::new().await;
    let wrong = running
        .ask("POST /session", &[], r#"{"token":"guess"}"#)
        .await;
    assert_eq!(wrong.0, 401);
    let key = running.session().await;
    let again = json!({ "token": running.token() }).to_string();
    let (status, _) = running.ask("POST /session", &[], &again).await;
    assert_eq!(status, 401);

    let bearer = format!("authorization: Bearer {key}");
    let (status, answer) = running
        .ask("POST /call/desk_status", &[&bearer], "{}")
        .await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(last_line(&answer)["state"], "absent");
    let with_token = format!("authorization: Bearer {}", running.token());
    for headers in [&[][..], &[&*with_token]] {
        let (status, answer) = running.ask("POST /call/desk_status", headers, "{}").await;
        assert_eq!(status, 401);
        assert_eq!(last_line(&answer)["code"], "no_session");
    }
    running.served.stop().await.unwrap();
}

#[tokio::test]
async fn other_names_and_other_origins_are_refused() {
    let running = Running::new().await;
    let address = running.served.address;
    let ours = format!("origin: http://{address}");
    let other_port = format!("origin: http://127.0.0.1:{}", address.port() ^ 1);
    for (header, expected) in [
        ("host: evil.example", 403),
        ("origin: http://evil.example", 403),
        ("origin: null", 403),
        (&other_port, 403),
        (&ours, 401),
    ] {
        let (status, answer) = running.ask("POST /call/desk_status", &[header], "{}").await;
        assert_eq!(status, expected, "{header}");
        assert!(answer.contains("content-security-policy: default-src 'self'"));
        assert!(answer.contains("x-content-type-options: nosniff"));
        assert!(answer.contains("referrer-policy: no-referrer"));
    }
    running.served.stop().await.unwrap();
}

#[tokio::test]
async fn faults_come_as_json_with_a_status() {
    let running = Running::new().await;
    let key = running.session().await;
    let bearer = format!("authorization: Bearer {key}");
    for (line, body, expected, code) in [
        ("POST /call/nonsense", "{}", 404, "no_such_command"),
        ("POST /call/undo", "{}", 404, "no_desk"),
        ("POST /call/undo", "{", 400, "bad_request"),
    ] {
        let (status, answer) = running.ask(line, &[&bearer], body).await;
        assert_eq!(
            (status, &last_line(&answer)["code"]),
            (expected, &json!(code))
        );
    }
    running.served.stop().await.unwrap();
}

#[tokio::test]
async fn a_change_reaches_the_event_stream() {
    let running = Running::new().await;
    let key = running.session().await;
    let bearer = format!("authorization: Bearer {key}");
    let (status, answer) = running
        .ask("POST /call/create_desk", &[&bearer], "{}")
        .await;
    assert_eq!(status, 200, "{answer}");

    let mut stream = TcpStream::connect(running.served.address).await.unwrap();
    let request = format!(
        "GET /events?token={key} HTTP/1.1\r\nhost: {}\r\n\r\n",
        running.served.address
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut heard = vec![0; 4096];
    let read = stream.read(&mut heard).await.unwrap();
    assert!(heard[..read].starts_with(b"HTTP/1.1 200"));

    let body = json!({ "kind": "office", "values": { "name": "上海办" } }).to_string();
    let (status, answer) = running
        .ask("POST /call/create_record", &[&bearer], &body)
        .await;
    assert_eq!(status, 200, "{answer}");
    let mut text = String::new();
    while !text.contains("office") {
        let read = stream.read(&mut heard).await.unwrap();
        assert_ne!(read, 0, "the stream ended: {text}");
        text.push_str(&String::from_utf8_lossy(&heard[..read]));
    }
    assert!(text.contains("event: changed"), "{text}");
    // Stopping ends the open stream too.
    running.served.stop().await.unwrap();
    while stream.read(&mut heard).await.unwrap_or(0) != 0 {}
}
