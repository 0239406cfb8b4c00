//! What properties should hold: the types that Obsidian knows, and what a kind of note has to have. Whether a note
//! agrees is left to the rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The type of a property, by the name that `.obsidian/types.json` has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PropertyType {
    /// One text.
    Text,
    /// A list of texts.
    Multitext,
    /// A number.
    Number,
    /// `true` or `false`.
    Checkbox,
    /// `2020-08-21`.
    Date,
    /// `2020-08-21T10:30:00`.
    Datetime,
    /// A list of tags.
    Tags,
    /// A list of other names of the note.
    Aliases,
    /// A type this program does not know: left alone.
    #[serde(other)]
    Unknown,
}

/// Types by property name, in lower case: Obsidian has one type a name, in any case.
pub type PropertyTypes = BTreeMap<String, PropertyType>;

/// What the notes of a kind have to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Schema {
    /// Properties that must be there and hold something.
    pub required: Vec<String>,
    /// Properties that may be there besides; empty: any may.
    pub allowed: Vec<String>,
    /// The values that a property may have, by its name.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, string[]>"))]
    pub values: BTreeMap<String, Vec<String>>,
}

/// The content of `.obsidian/types.json`: `{"types": {"created": "date"}}`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TypesFile {
    /// Types by property name, as Obsidian wrote it.
    pub types: PropertyTypes,
}

/// Properties that usually hold dates, where nobody has said of what type they are; in lower case.
const DATES: [&str; 10] =
    ["created", "last_contact", "date", "updated", "modified", "reviewed", "due", "start", "end", "birthday"];

/// The names that properties usually have, in lower case: Obsidian's own, those of this program's templates, and those that
/// templates and importers of others write most.
pub const USUAL_NAMES: &[&str] = &[
    "aliases",
    "alias",
    "attendees",
    "author",
    "authors",
    "birthday",
    "categories",
    "category",
    "class",
    "company",
    "cover",
    "created",
    "cssclass",
    "cssclasses",
    "date",
    "description",
    "draft",
    "due",
    "email",
    "end",
    "id",
    "image",
    "kind",
    "lang",
    "language",
    "last_contact",
    "location",
    "modified",
    "participants",
    "people",
    "permalink",
    "phone",
    "project",
    "publish",
    "published",
    "rating",
    "related",
    "reviewed",
    "role",
    "source",
    "start",
    "status",
    "summary",
    "tag",
    "tags",
    "title",
    "topics",
    "type",
    "updated",
    "url",
];

/// The type of `key` (in lower case) where nobody has set one: Obsidian's own default properties
/// (<https://help.obsidian.md/properties>) and the usual dates.
pub fn usual_type(key: &str) -> Option<PropertyType> {
    match key {
        "tags" => Some(PropertyType::Tags),
        "aliases" => Some(PropertyType::Aliases),
        "cssclasses" => Some(PropertyType::Multitext),
        _ => DATES.contains(&key).then_some(PropertyType::Date),
    }
}
