//! `app.json`, Obsidian's own settings, and Dataview's date format.

use namesake_language::{Said, say};
use serde_json::Value;

use super::file::Source;
use super::ignored::IgnoredPath;
use super::links::LinkPath;
use super::model::Adopted;

/// Reads `app.json`.
pub(super) fn read(adopted: &mut Adopted, source: &Source) {
    if let Some(markdown) = source.flag("useMarkdownLinks", adopted) {
        adopted.markdown_links = Some(markdown);
        let form = if markdown { Said::verbatim("Markdown") } else { say!("wikilinks") };
        adopted.note(say!("form of links"), form, source.path);
    }
    if let Some(word) = source.text("newLinkFormat", adopted) {
        match LinkPath::called(word) {
            Some(path) => {
                adopted.link_path = path;
                adopted.note(say!("paths in links"), Said::verbatim(word), source.path);
            }
            None => {
                adopted.warn(source.path, say!("“newLinkFormat” is “{word}”, which is no known form of paths", word));
            }
        }
    }
    if let Some(folder) = source.text("attachmentFolderPath", adopted) {
        adopted.attachment_folder = Some(folder.to_owned());
        adopted.note(say!("folder of attachments"), Said::verbatim(folder), source.path);
    }
    for filter in source.list("userIgnoreFilters", adopted).iter().filter_map(Value::as_str) {
        match IgnoredPath::read(filter) {
            Ok(Some(ignored)) => {
                adopted.ignored.push(ignored);
                adopted.note(say!("notes left alone"), Said::verbatim(filter.trim()), source.path);
            }
            Ok(None) => {}
            Err(reason) => {
                adopted
                    .warn(source.path, say!("the excluded files “{filter}” cannot be read ({reason})", filter, reason));
            }
        }
    }
}

/// Reads Dataview's settings.
pub(super) fn read_dataview(adopted: &mut Adopted, source: &Source) {
    if let Some(format) = source.text("defaultDateFormat", adopted) {
        adopted.date_format = Some(format.to_owned());
        adopted.note(say!("format of dates"), Said::verbatim(format), source.path);
    }
}
