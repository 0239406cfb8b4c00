//! Converts values at the boundary: plain objects, `undefined` for absent values, offsets in UTF-16 units.

use std::collections::BTreeMap;

use js_sys::{Array, Error, Object, Reflect, TypeError};
use namesake_core::config::Config;
use namesake_core::finding::Finding;
use namesake_core::path::NotePath;
use namesake_core::plan::{NoteEditSpan, Plan};
use namesake_core::text::utf16;
use namesake_core::vault::Vault;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

/// An `Error` with this message.
pub fn into_error(error: impl std::fmt::Display) -> JsValue {
    Error::new(&error.to_string()).into()
}

pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).map_err(into_error)
}

pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let error = JsValue::from(error);
        // This error means that a value which should be a list is not even an object.
        if error.is_instance_of::<TypeError>() { into_error("invalid type, expected a list") } else { error }
    })
}

/// Whole milliseconds since 1970.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time is positive and has a fraction at most"
)]
pub const fn time(at: f64) -> u64 {
    at as u64
}

/// Reads a config; an error names the place that is wrong.
pub fn config(value: &JsValue) -> Result<Config, JsValue> {
    if Array::is_array(value) {
        return Err(into_error("invalid type: a list, expected an object"));
    }
    from_js(value.clone()).map_err(|whole| {
        let read = |part| from_js::<Config>(part).map(drop);
        let (place, error) = wrong(value, &read).unwrap_or_else(|| (String::new(), whole));
        let message = String::from(error.unchecked_into::<Error>().message());
        match place.trim_start_matches('.') {
            "" => into_error(message),
            place => into_error(format!("{place}: {message}")),
        }
    })
}

/// The place and the error in `part`: the first value in it that `read` refuses even alone. If an empty `part` is refused
/// too, `part` itself is the place.
fn wrong(part: &JsValue, read: &dyn Fn(JsValue) -> Result<(), JsValue>) -> Option<(String, JsValue)> {
    let error = read(part.clone()).err()?;
    let list = Array::is_array(part);
    let empty = || if list { JsValue::from(Array::new()) } else { Object::new().into() };
    if !part.is_object() || read(empty()).is_err() {
        return Some((String::new(), error));
    }
    let within = |entry: JsValue| {
        let entry = entry.unchecked_into::<Array>();
        let key = entry.get(0);
        let alone = |child: JsValue| {
            let holder = empty();
            let place = if list { JsValue::from(0) } else { key.clone() };
            Reflect::set(&holder, &place, &child)?;
            read(holder)
        };
        let (place, error) = wrong(&entry.get(1), &alone)?;
        let key = key.as_string().unwrap_or_default();
        Some((if list { format!("[{key}]{place}") } else { format!(".{key}{place}") }, error))
    };
    Object::entries(part.unchecked_ref()).iter().find_map(within).or(Some((String::new(), error)))
}

/// Turns the places of `findings` and of their edits into UTF-16 units, each note walked once.
pub fn findings(findings: &mut [Finding], vault: &Vault) {
    let mut places: BTreeMap<NotePath, Vec<&mut usize>> = BTreeMap::new();
    for finding in findings {
        let own = places.entry(finding.path.clone()).or_default();
        own.extend([&mut finding.start, &mut finding.end]);
        for place in finding.mention.iter_mut().flat_map(|mention| &mut mention.places) {
            own.extend([&mut place.start, &mut place.end]);
        }
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            places.entry(edit.path.clone()).or_default().extend([&mut edit.start, &mut edit.end]);
        }
    }
    for (path, mut places) in places {
        utf16::from_bytes(vault.text(&path).unwrap_or_default(), &mut places);
    }
}

/// Turns the places of a plan's edits into UTF-16 units.
pub fn plan(plan: &mut Plan) {
    for change in &mut plan.changes {
        edits(&mut change.edits, &change.before);
    }
}

/// Turns the places of `edits` of `text` into UTF-16 units.
pub fn edits(edits: &mut [NoteEditSpan], text: &str) {
    let mut places: Vec<&mut usize> = edits.iter_mut().flat_map(|edit| [&mut edit.start, &mut edit.end]).collect();
    utf16::from_bytes(text, &mut places);
}
