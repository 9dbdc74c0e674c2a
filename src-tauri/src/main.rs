//! Host: the desktop window. One Tauri command carries every use case, one
//! event carries every change.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod ahead;
mod instance;
mod platform;
mod rpc;
mod window;

use std::convert::Infallible;
use std::path::PathBuf;

use clap::Parser;
use suoji_app::App;
use tauri::RunEvent;

use ahead::Ahead;
use rpc::Desk;

/// 索骥桌面窗口。The desktop window of Suoji.
#[derive(Parser)]
#[command(name = "suoji-desktop", version)]
struct Arguments {
    /// 数据文件（缺省为用户数据目录中的 suoji.db）· The data file
    #[arg(long, value_name = "FILE")]
    db: Option<PathBuf>,
}

fn main() -> anyhow::Result<Infallible> {
    let arguments = Arguments::parse();
    platform::set_switches();
    // Starting the toolkit goes beside opening the file, where it can be expected to start.
    if ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .all(|name| std::env::var_os(name).is_none())
    {
        platform::find_display();
    }
    let path = std::path::absolute(arguments.db.unwrap_or_else(suoji_app::default_path))?;
    let app = App::new(path.clone());
    let events = app.events();
    let desk = Desk::new(app);
    let ahead = Ahead::ask(desk.clone());
    let builder = tauri::Builder::default()
        .manage(desk)
        .invoke_handler(tauri::generate_handler![rpc::call])
        .setup(move |app| {
            instance::only(app.handle(), &path);
            rpc::start(app.handle(), events);
            window::open(app, &ahead)?;
            Ok(())
        });
    platform::find_display();
    #[expect(
        clippy::disallowed_methods,
        reason = "Tauri's own main-thread check in the macro's code"
    )]
    let program = builder.build(tauri::generate_context!())?;
    let code = program.run_return(|handle, event| {
        if let RunEvent::Exit = event {
            // One that starts from now on is not sent to this one.
            tauri_plugin_single_instance::destroy(handle);
            rpc::close(handle);
        }
    });
    suoji_app::end(u8::try_from(code).unwrap_or(1))
}
