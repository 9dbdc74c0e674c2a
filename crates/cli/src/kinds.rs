//! The kinds and fields as the open desk declares them, and what their
//! values look like as text.

use serde_json::{Value, json};
use suoji_app::{Language, field_key, word};

use crate::session::Session;
use crate::stop::Stop;

/// The declaration of every kind, with the desk's own extra fields.
pub(crate) struct Kinds {
    list: Vec<Value>,
    language: Language,
}

impl Kinds {
    /// Asks the desk.
    pub(crate) async fn load(session: &Session) -> Result<Self, Stop> {
        let mut reply = session.call("kinds", json!({})).await?;
        let list = match reply["kinds"].take() {
            Value::Array(list) => list,
            _ => Vec::new(),
        };
        Ok(Self {
            list,
            language: session.language,
        })
    }

    /// The kind of that name or label; what is unknown is left to the app,
    /// which refuses it.
    pub(crate) fn kind<'a>(&'a self, text: &'a str) -> Kind<'a> {
        let found = self.list.iter().find(|kind| {
            let name = kind["name"].as_str().unwrap_or_default();
            name == text || is_label(&format!("kind.{name}"), text)
        });
        Kind {
            name: found.and_then(|kind| kind["name"].as_str()).unwrap_or(text),
            info: found,
            language: self.language,
        }
    }
}

fn is_label(key: &str, text: &str) -> bool {
    let labels = [Language::Chinese, Language::English].map(|language| word(language, key));
    labels.iter().any(|label| label.eq_ignore_ascii_case(text))
}

/// One kind.
#[derive(Clone, Copy)]
pub(crate) struct Kind<'a> {
    /// Its name on the wire.
    pub(crate) name: &'a str,
    info: Option<&'a Value>,
    language: Language,
}

impl<'a> Kind<'a> {
    /// Its label.
    pub(crate) fn label(&self) -> String {
        word(self.language, &format!("kind.{}", self.name)).to_owned()
    }

    /// The names of the columns of its list.
    pub(crate) fn columns(&self) -> Vec<&'a str> {
        let columns = self.info.and_then(|info| info["list_columns"].as_array());
        columns
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// Its fields in the order of the form.
    pub(crate) fn fields(self) -> impl Iterator<Item = Field<'a>> {
        let fields = self.info.and_then(|info| info["fields"].as_array());
        fields.into_iter().flatten().map(move |info| Field {
            kind: self,
            name: info["name"].as_str().unwrap_or_default(),
            info: Some(info),
        })
    }

    /// The field of that name or label.
    pub(crate) fn field(self, text: &'a str) -> Field<'a> {
        self.fields()
            .find(|field| field.name == text)
            .or_else(|| self.fields().find(|field| field.has_label(text)))
            .unwrap_or(Field {
                kind: self,
                name: text,
                info: None,
            })
    }
}

/// One field of a kind.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    kind: Kind<'a>,
    /// Its name on the wire.
    pub(crate) name: &'a str,
    info: Option<&'a Value>,
}

impl Field<'_> {
    fn shape(&self) -> &str {
        self.info
            .and_then(|info| info["shape"].as_str())
            .unwrap_or("text")
    }

    fn key(&self) -> String {
        field_key(self.kind.name, self.name)
    }

    fn has_label(&self, text: &str) -> bool {
        self.own_label() == Some(text) || is_label(&self.key(), text)
    }

    /// The label of an extra field.
    fn own_label(&self) -> Option<&str> {
        self.info?["label"].as_str()
    }

    /// Its label.
    pub(crate) fn label(&self) -> String {
        let own = self.own_label().map(str::to_owned);
        own.unwrap_or_else(|| word(self.kind.language, &self.key()).to_owned())
    }

    /// Whether its values are aligned to the right.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self.shape(), "money" | "number" | "area")
    }

    fn choice_key(&self, choice: &str) -> String {
        format!("choice.{}.{}.{choice}", self.kind.name, self.name)
    }

    /// What somebody typed, as a value of the wire.
    pub(crate) fn typed(&self, text: &str) -> Value {
        match self.shape() {
            "money" => json!({ "amount": text.replace([',', '，'], ""), "currency": "CNY" }),
            "number" => json!({ "number": text.replace([',', '，'], "") }),
            "area" => json!({ "area": text, "unit": "mu" }),
            "date" => json!({ "date": text }),
            "flag" => json!(matches!(text, "true" | "yes" | "1" | "是")),
            "choice" => {
                let choices = self.info.and_then(|info| info["choices"].as_array());
                let chosen = choices
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .find(|choice| is_label(&self.choice_key(choice), text));
                json!(chosen.unwrap_or(text))
            }
            _ => json!(text),
        }
    }

    /// A value as text: money in yuan with two decimals or after its
    /// currency's code, a reference by the title in `names`.
    pub(crate) fn shown(&self, value: &Value, names: &Value) -> String {
        let language = self.kind.language;
        let part = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        if let Some(absent) = value["absent"].as_str() {
            return word(language, &format!("absent.{absent}")).to_owned();
        }
        let text = match (value, self.shape()) {
            (Value::Null, _) => String::new(),
            (_, "money") => part("amount"),
            (_, "number") => part("number"),
            (_, "area") => part("area"),
            (_, "date") => part("date"),
            (Value::Bool(flag), _) => {
                crate::words::word(language, if *flag { "yes" } else { "no" }).to_owned()
            }
            (Value::Array(items), _) => {
                let items: Vec<_> = items.iter().filter_map(Value::as_str).collect();
                items.join(crate::words::word(language, "list_comma"))
            }
            (Value::String(id), "ref") => names[id]["title"].as_str().unwrap_or(id).to_owned(),
            (Value::String(choice), "choice") => {
                let key = self.choice_key(choice);
                match word(language, &key) {
                    bare if bare == key => choice.clone(),
                    label => label.to_owned(),
                }
            }
            (Value::String(text), _) => text.clone(),
            (other, _) => other.to_string(),
        };
        let marked = match value["mark"].as_str() {
            None => text,
            Some("range") => format!("{text}–{}", part("high")),
            Some(mark) => format!("{} {text}", word(language, &format!("mark.{mark}"))),
        };
        match (value["currency"].as_str(), value["unit"].as_str()) {
            (Some(currency), _) if currency != "CNY" => format!("{currency} {marked}"),
            (_, Some(unit)) => {
                format!("{marked} {}", word(language, &format!("unit.{unit}")))
            }
            _ => marked,
        }
    }
}
