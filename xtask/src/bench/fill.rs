//! A desk of many rows for the measures in the windows, written through the
//! web host's own commands.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use ureq::Agent;

use crate::process::Service;
use crate::stage::Stage;

/// Projects on the desk.
pub(super) const ROWS: usize = 100_000;
/// The longest reply that is read, in bytes.
const REPLY: u64 = 100_000_000;
/// Rows of one call.
const BATCH: usize = 10_000;

/// The web host on a desk; it ends when dropped.
pub(super) struct Web {
    /// The address that opens once.
    pub(super) address: String,
    _service: Service,
}

impl Web {
    /// Serves the desk at `db`, which need not be there yet.
    pub(super) fn serve(stage: &Stage, program: &Path, db: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        stage.lend(&mut command);
        command.arg("--db").arg(db);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut service = Service::start("suoji-web", &mut command)?;
        let address = service.first_line()?;
        Ok(Self {
            address,
            _service: service,
        })
    }
}

/// Makes a desk of [`ROWS`] projects at `db`.
pub(super) fn fill(stage: &Stage, program: &Path, db: &Path) -> Result<()> {
    let web = Web::serve(stage, program, db)?;
    let desk = Calls::open(&web.address)?;
    desk.call("create_desk", &json!({}))?;
    for first in (0..ROWS).step_by(BATCH) {
        let rows: Vec<Value> = (first..first + BATCH).map(row).collect();
        let request = json!({"kind": "project", "intent": "paste", "rows": rows});
        desk.call("write_records", &request)?;
    }
    Ok(())
}

/// A project whose values differ from those of its neighbours.
fn row(at: usize) -> Value {
    const PLACES: [&str; 6] = [
        "江苏苏州",
        "江苏泰州",
        "上海",
        "北京",
        "浙江杭州",
        "山东济南",
    ];
    const TRADES: [&str; 5] = ["药业", "电梯配件", "新能源电池", "精密部件", "新材料"];
    const STAGES: [&str; 4] = ["lead", "negotiate", "signed", "building"];
    let place = PLACES[at * 7 % PLACES.len()];
    let trade = TRADES[at * 11 % TRADES.len()];
    json!({"values": {
        "project_no": format!("P{at:06}"),
        "name": format!("示例{trade}{at}号项目"),
        "stage": STAGES[at * 13 % STAGES.len()],
        "chain": trade,
        "source_region": place,
        "content": format!("在{place}投资建设{trade}生产线"),
        "total_investment": {
            "amount": format!("{}.00", at * 7_919 % 1_000_000 * 1_000),
            "currency": "CNY",
        },
    }})
}

/// The commands over HTTP.
pub(super) struct Calls {
    agent: Agent,
    root: String,
    key: String,
}

impl Calls {
    /// Exchanges the one-time token of the address.
    pub(super) fn open(address: &str) -> Result<Self> {
        let (root, token) = address
            .split_once("/#token=")
            .with_context(|| format!("no token in {address}"))?;
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        let body = json!({"token": token});
        let reply: Value = agent
            .post(format!("{root}/session"))
            .send_json(&body)?
            .body_mut()
            .read_json()?;
        let key = reply["session"]
            .as_str()
            .with_context(|| format!("no session: {reply}"))?
            .to_owned();
        Ok(Self {
            agent,
            root: root.to_owned(),
            key,
        })
    }

    /// Calls a command and returns its reply.
    pub(super) fn call(&self, name: &str, request: &Value) -> Result<Value> {
        let mut answer = self
            .agent
            .post(format!("{}/call/{name}", self.root))
            .header("authorization", format!("Bearer {}", self.key))
            .send_json(request)
            .with_context(|| format!("calling {name}"))?;
        if !answer.status().is_success() {
            bail!("{name}: {}", answer.body_mut().read_to_string()?);
        }
        let body = answer.body_mut().with_config().limit(REPLY);
        body.read_json()
            .with_context(|| format!("the reply of {name}"))
    }
}
