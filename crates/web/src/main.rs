//! The program `suoji-web`: serves one desk to a browser on this machine.

use std::convert::Infallible;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Parser;
use suoji_app::App;
use suoji_web::{Options, serve};

/// 在本机浏览器中使用索骥；打印的地址只能打开一次。
/// Suoji in a browser on this machine; the printed address opens once.
#[derive(Parser)]
#[command(name = "suoji-web", version)]
struct Arguments {
    /// 数据文件（缺省为用户数据目录中的 suoji.db）· The data file
    #[arg(long, value_name = "FILE")]
    db: Option<PathBuf>,
    /// 127.0.0.1 上的端口，0 为任选 · The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[tokio::main]
async fn main() -> anyhow::Result<Infallible> {
    let arguments = Arguments::parse();
    let path = arguments.db.unwrap_or_else(suoji_app::default_path);
    let path = std::path::absolute(path).context("the data file's path")?;
    let app = App::new(path);
    app.start().await;
    let served = until_interrupted(app.clone(), arguments.port).await;
    app.close().await;
    let code = match served {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("{error:#}");
            1
        }
    };
    suoji_app::end(code)
}

async fn until_interrupted(app: App, port: u16) -> anyhow::Result<()> {
    let served = serve(app, Options { port })
        .await
        .with_context(|| format!("端口 {port} 不可用 · port {port} cannot be used"))?;
    say(&served.url)?;
    interrupted().await?;
    Ok(served.stop().await?)
}

/// Prints one line.
fn say(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}")?;
    out.flush()
}

/// Waits for Ctrl+C, or on Unix for the request to end.
async fn interrupted() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
