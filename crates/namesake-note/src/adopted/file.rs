//! A settings file as JSON: its values by name, each with a warning where it is of another shape than it should be.

use namesake_language::{Said, say};
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
        let text = self.value(key, |key| say!("“{key}” is not a text", key), Value::as_str, adopted)?.trim();
        Some(text).filter(|text| !text.is_empty())
    }

    /// The switch at `key`.
    pub fn flag(&self, key: &str, adopted: &mut Adopted) -> Option<bool> {
        self.value(key, |key| say!("“{key}” is not true or false", key), Value::as_bool, adopted)
    }

    /// The list at `key`; empty where there is none.
    pub fn list(&self, key: &str, adopted: &mut Adopted) -> &'f [Value] {
        self.value(key, |key| say!("“{key}” is not a list", key), Value::as_array, adopted).map_or(&[], Vec::as_slice)
    }

    /// The object at `key`.
    pub fn inner(&self, key: &str, adopted: &mut Adopted) -> Option<Self> {
        let object = self.value(key, |key| say!("“{key}” is not an object", key), Value::as_object, adopted)?;
        Some(Self { path: self.path, object })
    }

    /// A list's item that is an object, as a source of its own.
    pub fn item(&self, value: &'f Value) -> Option<Self> {
        Some(Self { path: self.path, object: value.as_object()? })
    }

    fn value<T>(
        &self,
        key: &str,
        wrong: fn(&str) -> Said,
        read: impl Fn(&'f Value) -> Option<T>,
        adopted: &mut Adopted,
    ) -> Option<T> {
        let value = self.object.get(key).filter(|value| !value.is_null())?;
        let read = read(value);
        if read.is_none() {
            adopted.warn(self.path, wrong(key));
        }
        read
    }
}

/// The object that a file's text is.
pub(super) fn object(text: &str) -> Result<Map<String, Value>, Said> {
    match value(text)? {
        Value::Object(object) => Ok(object),
        _ => Err(say!("a JSON object is needed, and this is none")),
    }
}

/// The list of words that a file's text is.
pub(super) fn list(text: &str) -> Result<Vec<String>, Said> {
    serde_json::from_value(value(text)?).map_err(|_| say!("a JSON list of names is needed, and this is none"))
}

fn value(text: &str) -> Result<Value, Said> {
    serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|error| say!("it is no JSON ({error})", error))
}
