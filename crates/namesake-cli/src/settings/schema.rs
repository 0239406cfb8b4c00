//! The JSON schema of the settings: each key with its type, its default and a sentence. It is made from the types that read
//! the settings and from the rules' own descriptions, so it cannot be out of date.

use namesake_core::config::Config;
use namesake_core::note::Kind;
use namesake_core::rules;
use namesake_core::vocabulary::Role;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

const ABOUT: &str = "A file for --config, and the plugin's data.json. Any key may be left out and has its default then. Folders \
                     are paths in the vault without a closing `/`; names are compared without regard to case.";
const THIS: &str = "Where this schema lies, for the editor in which the file is written; Namesake does not read it.";

/// The schema of a settings file.
pub fn schema() -> Schema {
    let mut schema = of::<Config>();
    name_rules(&mut schema);
    name_keys::<Role>(&mut schema, "/properties/settings/properties/words");
    name_keys::<Kind>(&mut schema, "/properties/settings/properties/schemas");
    if let Some(keys) = schema.pointer_mut("/properties").and_then(Value::as_object_mut) {
        keys.insert("$schema".to_owned(), json!({"description": THIS, "type": "string"}));
    }
    RecursiveTransform(tidy).transform(&mut schema);
    schema.insert("title".to_owned(), json!("Settings of Namesake"));
    schema.insert("description".to_owned(), json!(ABOUT));
    schema
}

fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>()
}

/// The schemas of the keys that an object of this schema has.
pub fn keys(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("properties")?.as_object()
}

/// The schema of the values in an object that may have any keys.
pub fn others(schema: &Value) -> Option<&Value> {
    schema.get("additionalProperties").filter(|others| others.is_object())
}

/// The schema of the values in a list.
pub fn items(schema: &Value) -> Option<&Value> {
    schema.get("items")
}

/// The schema of the value that `path` leads to.
pub fn schema_at<'s>(schema: &'s Schema, path: &[String]) -> Option<&'s Value> {
    path.iter().try_fold(schema.as_value(), |schema, step| {
        keys(schema).and_then(|keys| keys.get(step)).or_else(|| others(schema)).or_else(|| items(schema))
    })
}

/// Writes into the switches of rules which rules there are, and for those of all notes how they are by default.
fn name_rules(schema: &mut Schema) {
    let everywhere = |rule: &rules::Rule| json!({"description": rule.what, "type": "boolean", "default": rule.on});
    let in_a_profile = |rule: &rules::Rule| json!({"description": rule.what, "type": "boolean"});
    let named = |says: &dyn Fn(&rules::Rule) -> Value| {
        Value::Object(rules::ALL.iter().map(|rule| (rule.name.to_owned(), says(rule))).collect())
    };
    for (place, keys) in [
        ("/properties/settings/properties/rules", named(&everywhere)),
        ("/properties/settings/properties/profiles/items/properties/rules", named(&in_a_profile)),
    ] {
        if let Some(switches) = schema.pointer_mut(place).and_then(Value::as_object_mut) {
            switches.insert("properties".to_owned(), keys);
        }
    }
}

/// Writes into an object whose keys are the variants of `T` which ones there are, each with what it stands for.
fn name_keys<T: JsonSchema>(schema: &mut Schema, place: &str) {
    let Some(object) = schema.pointer_mut(place).and_then(Value::as_object_mut) else { return };
    let value = object.get("additionalProperties").cloned().unwrap_or_default();
    let variants = of::<T>();
    let key = |variant: &Value| {
        let mut value = value.clone();
        value["description"] = variant["description"].clone();
        Some((variant.get("const")?.as_str()?.to_owned(), value))
    };
    let keys = variants.get("oneOf").and_then(Value::as_array).into_iter().flatten().filter_map(key);
    object.insert("properties".to_owned(), Value::Object(keys.collect()));
}

/// Says that an object holds no keys but those that are named, leaves their defaults to them, and puts every description on
/// one line.
fn tidy(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), json!(false));
        schema.remove("default");
    }
}
