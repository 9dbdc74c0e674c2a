//! Runs the drawing code.

use rquickjs::{CatchResultExt as _, Context, Function, Runtime};
use serde::Deserialize;
use serde_json::Value;

use crate::{PictureError, Sheet, fonts};

/// Made of `ui/src/map/poster` by the build of the UI.
const CODE: &str = include_str!(concat!(env!("OUT_DIR"), "/draw.js"));

/// The most the drawing may take, in bytes: a thousand times a usual chain.
const MEMORY: usize = 1 << 30;

#[derive(Deserialize)]
struct Drawn {
    sheets: Vec<Sheet>,
}

/// Draws the sheets of a request; its shape is `Request` of `ui/src/map/poster/request.ts`.
///
/// # Errors
/// When the request is not of that shape.
pub fn draw(request: &Value) -> Result<Vec<Sheet>, PictureError> {
    let failed = |error: rquickjs::Error| PictureError::Draw(error.to_string());
    let runtime = Runtime::new().map_err(failed)?;
    runtime.set_memory_limit(MEMORY);
    let context = Context::full(&runtime).map_err(failed)?;
    let text = request.to_string();
    let drawn = context.with(|js| {
        let told = || {
            let measure = |text: String, size: f64, bold: bool| fonts::width(&text, size, bold);
            js.globals()
                .set("letterWidth", Function::new(js.clone(), measure)?)?;
            js.eval::<(), _>(CODE)?;
            let draw: Function<'_> = js.globals().get("drawSheets")?;
            draw.call::<_, String>((text,))
        };
        told()
            .catch(&js)
            .map_err(|error| PictureError::Draw(error.to_string()))
    })?;
    let drawn: Drawn =
        serde_json::from_str(&drawn).map_err(|error| PictureError::Draw(error.to_string()))?;
    Ok(drawn.sheets)
}
