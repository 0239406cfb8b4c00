//! A settings file as JSON: its values by name, each with a warning where it is of another shape than it should be.

use serde_json::{Map, Value};

use super::model::Adopted;

/// A file with the object in it.
pub(super) struct Source<'f> {
    pub path: &'f str,
    pub object: &'f Map<String, Value>,
}

impl<'f> Source<'f> {
    /// The words at `key`; none where nothing or only blanks stand there.
    pub fn text(&self, key: &str, adopted: &mut Adopted) -> Option<&'f str> {
        let text = self.value(key, "a text", Value::as_str, adopted)?.trim();
        Some(text).filter(|text| !text.is_empty())
    }

    /// The switch at `key`.
    pub fn flag(&self, key: &str, adopted: &mut Adopted) -> Option<bool> {
        self.value(key, "true or false", Value::as_bool, adopted)
    }

    /// The list at `key`; empty where there is none.
    pub fn list(&self, key: &str, adopted: &mut Adopted) -> &'f [Value] {
        self.value(key, "a list", Value::as_array, adopted).map_or(&[], Vec::as_slice)
    }

    /// The object at `key`.
    pub fn inner(&self, key: &str, adopted: &mut Adopted) -> Option<Self> {
        let object = self.value(key, "an object", Value::as_object, adopted)?;
        Some(Self { path: self.path, object })
    }

    /// A list's item that is an object, as a source of its own.
    pub fn item(&self, value: &'f Value) -> Option<Self> {
        Some(Self { path: self.path, object: value.as_object()? })
    }

    fn value<T>(
        &self,
        key: &str,
        needed: &str,
        read: impl Fn(&'f Value) -> Option<T>,
        adopted: &mut Adopted,
    ) -> Option<T> {
        let value = self.object.get(key).filter(|value| !value.is_null())?;
        let read = read(value);
        if read.is_none() {
            adopted.warn(self.path, format!("“{key}” is not {needed}"));
        }
        read
    }
}

/// The object that a file's text is.
pub(super) fn object(text: &str) -> Result<Map<String, Value>, String> {
    match value(text)? {
        Value::Object(object) => Ok(object),
        _ => Err("a JSON object is needed, and this is none".to_owned()),
    }
}

/// The list of words that a file's text is.
pub(super) fn list(text: &str) -> Result<Vec<String>, String> {
    serde_json::from_value(value(text)?).map_err(|_| "a JSON list of names is needed, and this is none".to_owned())
}

fn value(text: &str) -> Result<Value, String> {
    serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|error| format!("it is no JSON ({error})"))
}
