//! What stands in a settings file and is not known: taking it out, and the sentence that names it with what was probably
//! meant.

use std::collections::VecDeque;

use schemars::Schema;
use serde_json::{Map, Value};

use super::schema::{items, keys, others, schema, schema_at};
use crate::nearest::nearest;
use crate::output::list;

/// The most keys that are listed where none is near.
const FEW: usize = 20;

/// A key that is not known, and the keys and numbers that lead to it.
pub struct Unknown {
    parents: Vec<String>,
    key: String,
}

/// Takes the keys out of a settings file that the schema does not have.
///
/// # Errors
/// The place where something stands that cannot have the keys of the schema. Serde would take a list for an object.
pub fn take_out(value: &mut Value, schema: &Schema) -> Result<Vec<Unknown>, String> {
    let mut unknown = Vec::new();
    take_out_of(value, schema.as_value(), &[], &mut unknown)?;
    Ok(unknown)
}

fn take_out_of(value: &mut Value, schema: &Value, path: &[String], unknown: &mut Vec<Unknown>) -> Result<(), String> {
    let below = |step: String| [path, &[step]].concat();
    match (value, keys(schema), others(schema), items(schema)) {
        (Value::Object(object), known, others, _) if known.is_some() || others.is_some() => {
            let schema_of = |key: &str| known.and_then(|known| known.get(key)).or(others);
            for key in object.keys().filter(|key| schema_of(key).is_none()) {
                unknown.push(Unknown { parents: path.to_vec(), key: key.clone() });
            }
            object.retain(|key, _| schema_of(key).is_some());
            for (key, value) in object.iter_mut() {
                if let Some(schema) = schema_of(key) {
                    take_out_of(value, schema, &below(key.clone()), unknown)?;
                }
            }
            Ok(())
        }
        (Value::Array(values), _, _, Some(schema)) => {
            let values = values.iter_mut().enumerate();
            values.into_iter().try_for_each(|(at, value)| take_out_of(value, schema, &below(at.to_string()), unknown))
        }
        (_, Some(_), _, _) => Err(format!("{}: an object is needed, and this is none", written(path))),
        _ => Ok(()),
    }
}

/// The path as `serde_path_to_error` writes it.
fn written(path: &[String]) -> String {
    let mut out = String::new();
    for step in path {
        match step.parse::<usize>() {
            Ok(number) => out += &["[", &number.to_string(), "]"].concat(),
            Err(_) if out.is_empty() => out += step,
            Err(_) => out += &[".", step].concat(),
        }
    }
    out
}

/// Names all of it; `None` where there is nothing.
pub fn sentence(unknown: &[Unknown]) -> Option<String> {
    let schema = schema();
    let sentences = unknown.iter().map(|one| one.sentence(&schema));
    (!unknown.is_empty()).then(|| list(unknown.len(), sentences, " "))
}

impl Unknown {
    fn sentence(&self, schema: &Schema) -> String {
        let Self { parents, key } = self;
        let what = if parents.last().is_some_and(|parent| parent == "rules") { "rule" } else { "setting" };
        let place = if parents.is_empty() { String::new() } else { format!("{}: ", written(parents)) };
        let known = schema_at(schema, parents).and_then(keys);
        let names: Vec<&str> = known.into_iter().flat_map(Map::keys).map(String::as_str).collect();
        let meant = elsewhere(schema, key).or_else(|| nearest(key, names.iter().copied()).map(str::to_owned));
        let end = match meant {
            Some(meant) => format!("; did you mean “{meant}”?"),
            None if (1..=FEW).contains(&names.len()) => format!("; known here: {}.", names.join(", ")),
            None => ".".to_owned(),
        };
        format!("{place}unknown {what} “{key}”{end}")
    }
}

/// The whole path of a key that is known at another place, the one with the fewest steps.
fn elsewhere(schema: &Schema, name: &str) -> Option<String> {
    let mut open = VecDeque::from([(String::new(), schema.as_value())]);
    while let Some((place, schema)) = open.pop_front() {
        for (key, schema) in keys(schema).into_iter().flatten() {
            let path = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            if key == name {
                return Some(path);
            }
            open.push_back((path, schema));
        }
    }
    None
}
