//! Values across the boundary: plain objects, `undefined` for what is absent, offsets in UTF-16 units.

use std::collections::BTreeMap;

use namesake_core::finding::Finding;
use namesake_core::path::NotePath;
use namesake_core::plan::NoteEditSpan;
use namesake_core::text::utf16;
use namesake_core::vault::Vault;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// An `Error` with this message.
pub fn into_error(error: impl std::fmt::Display) -> JsValue {
    js_sys::Error::new(&error.to_string()).into()
}

pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).map_err(into_error)
}

pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(into_error)
}

/// Turns the places of `findings` and of their edits into UTF-16 units, each note walked once.
pub fn findings(findings: &mut [Finding], vault: &Vault) {
    let mut places: BTreeMap<NotePath, Vec<&mut usize>> = BTreeMap::new();
    for finding in findings {
        places.entry(finding.path.clone()).or_default().extend([&mut finding.start, &mut finding.end]);
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            places.entry(edit.path.clone()).or_default().extend([&mut edit.start, &mut edit.end]);
        }
    }
    for (path, mut places) in places {
        utf16::from_bytes(vault.text(&path).unwrap_or_default(), &mut places);
    }
}

/// Turns the places of `edits` of `text` into UTF-16 units.
pub fn edits(edits: &mut [NoteEditSpan], text: &str) {
    let mut places: Vec<&mut usize> = edits.iter_mut().flat_map(|edit| [&mut edit.start, &mut edit.end]).collect();
    utf16::from_bytes(text, &mut places);
}
