//! `app.json`, Obsidian's own settings, and Dataview's date format.

use serde_json::Value;

use super::file::Source;
use super::ignored::IgnoredPath;
use super::links::LinkPath;
use super::model::Adopted;

/// Reads `app.json`.
pub(super) fn read(adopted: &mut Adopted, source: &Source) {
    if let Some(markdown) = source.flag("useMarkdownLinks", adopted) {
        adopted.markdown_links = Some(markdown);
        adopted.note("form of links", if markdown { "Markdown" } else { "wikilinks" }, source.path);
    }
    if let Some(word) = source.text("newLinkFormat", adopted) {
        match LinkPath::called(word) {
            Some(path) => {
                adopted.link_path = path;
                adopted.note("paths in links", word, source.path);
            }
            None => adopted.warn(source.path, format!("“newLinkFormat” is “{word}”, which is no known form of paths")),
        }
    }
    if let Some(folder) = source.text("attachmentFolderPath", adopted) {
        adopted.attachment_folder = Some(folder.to_owned());
        adopted.note("folder of attachments", folder, source.path);
    }
    for filter in source.list("userIgnoreFilters", adopted).iter().filter_map(Value::as_str) {
        match IgnoredPath::read(filter) {
            Ok(Some(ignored)) => {
                adopted.ignored.push(ignored);
                adopted.note("notes left alone", filter.trim(), source.path);
            }
            Ok(None) => {}
            Err(reason) => {
                adopted.warn(source.path, format!("the excluded files “{filter}” cannot be read ({reason})"));
            }
        }
    }
}

/// Reads Dataview's settings.
pub(super) fn read_dataview(adopted: &mut Adopted, source: &Source) {
    if let Some(format) = source.text("defaultDateFormat", adopted) {
        adopted.date_format = Some(format.to_owned());
        adopted.note("format of dates", format, source.path);
    }
}
