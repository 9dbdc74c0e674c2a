//! Why a command ends without having done what was asked.

use serde_json::{Value, json};
use suoji_app::{Fault, Language};

use crate::words;

/// The reason to stop.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The app refused.
    Fault(Fault),
    /// The command line itself could not go on; its sentence stands under
    /// `refused.<code>`.
    Refused(&'static str, Vec<(&'static str, String)>),
    /// The request cannot be understood; its sentence stands under
    /// `usage.<code>`.
    Usage(&'static str, Vec<(&'static str, String)>),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Stop {
    /// A refusal over a file that could not be read or written.
    pub(crate) fn file(code: &'static str, path: &std::path::Path, error: &std::io::Error) -> Self {
        let path = path.display().to_string();
        Self::Refused(code, vec![("path", path), ("detail", error.to_string())])
    }

    /// 1 for refused, 2 for a wrong usage.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Fault(_) | Self::Refused(..) => 1,
            Self::Usage(..) => 2,
        }
    }

    /// One sentence for the user.
    pub(crate) fn sentence(&self, language: Language) -> String {
        let own = |group: &str, code: &str, params: &[(&'static str, String)]| {
            let params: Vec<_> = params
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            words::sentence(language, &format!("{group}.{code}"), &params)
        };
        match self {
            Self::Fault(fault) => fault.sentence(language),
            Self::Refused(code, params) => own("refused", code, params),
            Self::Usage(code, params) => own("usage", code, params),
        }
    }

    /// The form for `--json`.
    pub(crate) fn to_json(&self, language: Language) -> Value {
        let fault = match self {
            Self::Fault(fault) => json!(fault),
            Self::Refused(code, params) | Self::Usage(code, params) => {
                let params: serde_json::Map<_, _> = params
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), json!(value)))
                    .collect();
                json!({ "code": code, "params": params })
            }
        };
        json!({ "fault": fault, "sentence": self.sentence(language) })
    }
}
