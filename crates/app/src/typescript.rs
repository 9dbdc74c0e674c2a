//! TypeScript types of the command list and of every record kind.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use suoji_model::kinds;
use ts_rs::{Config, TS, TypeVisitor};

use crate::command;
use crate::contract::ImportProgress;

/// Sees the types of one command after another.
pub(crate) trait Visit {
    /// The command `name` takes a `Request` and gives a `Reply`.
    fn command<Request: TS + 'static, Reply: TS + 'static>(&mut self, name: &str);
}

/// The text of the UI's generated file.
pub fn typescript() -> String {
    let mut types = Types {
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        declarations: BTreeMap::new(),
        commands: String::new(),
    };
    command::visit_types(&mut types);
    // What hosts send by themselves.
    types.visit::<ImportProgress>();
    let mut text = String::from(
        "// Made by `cargo xtask codegen` from the command list; not edited by hand.\n\n\
         export type JsonValue =\n  number | string | boolean | null | JsonValue[] | { [key: string]: JsonValue }\n\
         export type Values = { [key: string]: JsonValue }\n\n",
    );
    for declaration in types.declarations.values() {
        let _ = writeln!(text, "export {declaration}\n");
    }
    let _ = writeln!(text, "export interface Commands {{\n{}}}\n", types.commands);
    let _ = writeln!(
        text,
        "/** The declared field names of every record kind. */\nexport interface KindFields {{"
    );
    for kind in kinds::ALL {
        let names: Vec<String> = kind
            .fields
            .iter()
            .map(|field| format!("'{}'", field.name))
            .collect();
        let _ = writeln!(text, "  {}:\n    | {}", kind.name, names.join("\n    | "));
    }
    text.push_str("}\n");
    text
}

struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    commands: String,
}

impl Visit for Types {
    fn command<Request: TS + 'static, Reply: TS + 'static>(&mut self, name: &str) {
        self.visit::<Request>();
        self.visit::<Reply>();
        let (request, reply) = (Request::name(&self.config), Reply::name(&self.config));
        let _ = writeln!(
            self.commands,
            "  {name}: {{ request: {request}; reply: {reply} }}"
        );
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        // Only types of this program have a place to be written to.
        if T::output_path().is_some() && T::ident(&self.config) != "JsonValue" {
            let declaration = T::decl(&self.config);
            self.declarations
                .insert(T::ident(&self.config), declaration);
        }
    }
}
