//! Where links lead, and how a link to a note is written.

use std::collections::BTreeSet;

use super::link_text::{link_stem, lower_target, stem_of};
use super::store::Vault;
use namesake_note::adopted::{LinkForm, LinkPath, Links, encoded, relative};
use namesake_note::config::LinkStyle;
use namesake_text::links::{self, decoded};
use namesake_text::path::NotePath;
use namesake_text::text::plain;

/// The least characters of a name that was cut off: importers cut at 80 or so, and nobody types half of a name this
/// long.
const LEAST_CUT_OFF: usize = 40;

impl Vault {
    /// The notes that link to `path`, by its name or by a name that was cut off.
    pub fn backlinks(&self, path: &NotePath) -> BTreeSet<NotePath> {
        let stem = path.stem().to_lowercase();
        let cut = stem.char_indices().skip(LEAST_CUT_OFF).map(|(end, _)| stem[..end].trim_end());
        cut.chain([stem.as_str()])
            .filter_map(|name| self.backlinks.get(name))
            .flatten()
            .cloned()
            .collect::<BTreeSet<_>>()
    }

    /// The note that a link's target names, as Obsidian finds it: by path, else by file name, without regard to case.
    /// Among several of one name the shortest path, then the first in order. A Markdown link or one with steps (`../`)
    /// means the one that lies so from its own note, which is not known here; of several it names none but by the whole
    /// path.
    pub fn linked(&self, target: &str) -> Option<&NotePath> {
        let is_relative = links::is_relative(target);
        let target = lower_target(target);
        let stem = stem_of(&target);
        let is_below = |path: &NotePath| {
            let whole = path.without_extension().to_lowercase();
            whole.strip_suffix(&target).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
        };
        let fits = |path: &&NotePath| stem == target || is_below(path);
        let known = self.stems.get(stem)?;
        let best = known.iter().filter(fits).min_by_key(|path| (path.as_str().len(), path.as_str()))?;
        let is_sure = || best.without_extension().to_lowercase() == target || known.iter().filter(fits).count() == 1;
        (!is_relative || is_sure()).then_some(best)
    }

    /// The note that the address of a Markdown link names (`../Meetings/2025-10-31%20Weekly.md`), with or without the
    /// brackets and title around it. Addresses elsewhere name none.
    pub fn addressed(&self, address: &str) -> Option<&NotePath> {
        let address = address.trim_start_matches('(').trim_end_matches(')').split(" \"").next().unwrap_or_default();
        let address = address.trim().trim_start_matches('<').trim_end_matches('>');
        let path = address.split('#').next().unwrap_or_default().trim_start_matches("../").trim_start_matches("./");
        let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
        if path.is_empty() || path.contains(':') { None } else { self.linked(&decoded) }
    }

    /// The notes whose name begins with `start`, without regard to case, in the order of their names.
    pub fn named_from<'v>(&'v self, start: &str) -> impl Iterator<Item = &'v NotePath> + use<'v> {
        self.stems.beginning(&start.to_lowercase()).flat_map(|(_, paths)| paths)
    }

    /// The one note whose name begins with `target`, where `target` names no note itself and is long enough to have
    /// been cut off by a machine.
    pub fn cut_off(&self, target: &str) -> Option<&NotePath> {
        let target = link_stem(target);
        if target.chars().count() < LEAST_CUT_OFF {
            return None;
        }
        let mut longer = self.stems.beginning(&target);
        let (_, paths) = longer.next()?;
        (paths.len() == 1 && longer.next().is_none()).then(|| paths.iter().next()).flatten()
    }

    /// The target of a link to the note at `path`: its file name, with its folders if several notes have that name.
    /// `None` if it cannot be linked, since the name has signs that no link can hold or ends like one that was cut off.
    pub fn link_target<'p>(&self, path: &'p NotePath) -> Option<&'p str> {
        let alone = self.stems.get(&path.stem().to_lowercase()).is_some_and(|paths| paths.len() == 1);
        let target = if alone { path.stem() } else { path.without_extension() };
        if target.contains(['[', ']', '|', '#', '^']) || target.chars().any(char::is_control) || target.contains("%%") {
            return None;
        }
        (self.linked(target) == Some(path)).then_some(target)
    }

    /// The form in which links are written: as Obsidian is set, else as the vault has them.
    pub fn link_form(&self) -> LinkForm {
        let adopted = self.adopted();
        let markdown = adopted.markdown_links.unwrap_or_else(|| self.usage().writes_markdown_links());
        LinkForm { markdown, path: adopted.link_path }
    }

    /// A link in the text of the note at `from` that shows `shown`, or the note's name where that says the same. `None`
    /// where the note cannot be linked.
    pub fn link(&self, from: &NotePath, path: &NotePath, shown: &str) -> Option<String> {
        self.link_target(path)?;
        let form = self.link_form();
        Some(form.link(&self.spelt(form, from, path), path, &plain(shown)))
    }

    /// A link in the text of the note at `from` that says in any case what it shows. `None` where the note cannot be
    /// linked.
    pub fn link_showing(&self, from: &NotePath, path: &NotePath, shown: &str) -> Option<String> {
        self.link_target(path)?;
        let form = self.link_form();
        Some(form.link_showing(&self.spelt(form, from, path), shown))
    }

    /// The link as a property of the note at `from` holds it: a wikilink, since Obsidian reads no others there.
    pub fn wikilink(&self, from: &NotePath, path: &NotePath, shown: &str) -> Option<String> {
        self.link_target(path)?;
        let form = LinkForm { markdown: false, ..self.link_form() };
        Some(form.link(&self.spelt(form, from, path), path, &plain(shown)))
    }

    /// The path of a note as links in the note at `from` spell it, without its ending. One that leads elsewhere is
    /// spelt from the vault's root.
    fn spelt(&self, form: LinkForm, from: &NotePath, path: &NotePath) -> String {
        let spelt = match form.path {
            LinkPath::Shortest => self.link_target(path).unwrap_or(path.without_extension()).to_owned(),
            LinkPath::Relative => relative(from, path),
            LinkPath::Absolute => path.without_extension().to_owned(),
        };
        // Relative and Markdown links are read more strictly.
        let read =
            if form.path == LinkPath::Relative || form.markdown { [&spelt, ".md"].concat() } else { spelt.clone() };
        if self.linked(&read) == Some(path) { spelt } else { path.without_extension().to_owned() }
    }

    /// `text` of the note at `from` as it stands in the note at `to`: links whose path is relative lead to the same notes.
    pub fn moved(&self, text: &str, from: &NotePath, to: &NotePath) -> String {
        let mut moved = String::with_capacity(text.len());
        let mut at = 0;
        for link in links::read(text, 0, &[]) {
            let target = link.target.of(text);
            let has_folders = target.contains('/') && (link.markdown || target.starts_with('.'));
            let path = if from.folder() != to.folder() && has_folders { self.linked(target) } else { None };
            // A path from the root leads to the same note everywhere.
            let is_whole = |path: &&NotePath| !target.starts_with('.') && *decoded(target) == *path.as_str();
            if let Some(path) = path.filter(|path| !is_whole(path)) {
                let spelt = relative(to, path);
                moved.push_str(&text[at..link.target.start]);
                moved.push_str(&if link.markdown { encoded(&spelt) } else { spelt });
                at = link.target.end;
            }
        }
        moved.push_str(&text[at..]);
        moved
    }

    /// The links that replace a form that means the note, in the note at `from`. They show the form or the note's name,
    /// as the settings say.
    pub fn links_heard(&self, from: &NotePath, path: &NotePath, heard: &str) -> Option<Links> {
        let shown = self.shown(path.stem(), heard);
        Some(Links { in_text: self.link(from, path, shown)?, in_property: self.wikilink(from, path, shown)? })
    }

    /// The links to a note that does not exist yet and that nothing else is called.
    pub fn links_to_new(&self, from: &NotePath, path: &NotePath, shown: &str) -> Links {
        let form = self.link_form();
        let spelt = match form.path {
            LinkPath::Shortest => path.stem().to_owned(),
            LinkPath::Relative => relative(from, path),
            LinkPath::Absolute => path.without_extension().to_owned(),
        };
        let wiki = LinkForm { markdown: false, ..form };
        Links { in_text: form.link(&spelt, path, shown), in_property: wiki.link(&spelt, path, shown) }
    }

    /// The words that a link in place of the form `heard` shows: the form or the name, as the settings say.
    pub fn shown<'a>(&self, name: &'a str, heard: &'a str) -> &'a str {
        match self.config.settings.link_style {
            LinkStyle::Heard => heard,
            LinkStyle::Clean => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::adopted::{Adopted, SettingsFile};

    fn vault(app: &str, paths: &[&str]) -> Vault {
        let mut vault = Vault::default();
        vault.adopt(Adopted::read(&[SettingsFile { path: ".obsidian/app.json".into(), text: app.to_owned() }]));
        for path in paths {
            vault.upsert((*path).into(), String::new());
        }
        vault
    }

    #[test]
    fn a_relative_link_that_would_be_read_as_another_is_written_from_the_root() {
        let app = r#"{"useMarkdownLinks": true, "newLinkFormat": "relative"}"#;
        let vault = vault(app, &["Work/Ines.md", "Home/Ines.md", "Work/Rob.md", "Work/a.md"]);
        let link = |path: &str| vault.link(&"Work/a.md".into(), &path.into(), "");
        assert_eq!(link("Work/Rob.md").as_deref(), Some("[Rob](Rob.md)"));
        assert_eq!(link("Work/Ines.md").as_deref(), Some("[Ines](Work/Ines.md)"));
        assert_eq!(link("Home/Ines.md").as_deref(), Some("[Ines](../Home/Ines.md)"));
        assert_eq!(vault.linked("Ines.md"), None, "in its own folder it may be either");
        assert_eq!(vault.linked("../Home/Ines.md"), Some(&"Home/Ines.md".into()));
        assert_eq!(vault.linked("Ines"), Some(&"Home/Ines.md".into()));
    }

    #[test]
    fn text_that_moves_keeps_its_links() {
        let vault = vault("{}", &["Work/Calls/Weekly (1).md", "Work/Rob.md", "People/Old/Ines.md", "People/Mara.md"]);
        let text = "[w](../Work/Calls/Weekly%20%281%29.md#x) [r](Rob.md) [[../Work/Rob|R]] [[Rob]] [m](People/Mara.md) [g](../gone.md)";
        assert_eq!(
            vault.moved(text, &"People/Mara.md".into(), &"People/Old/Ines.md".into()),
            "[w](../../Work/Calls/Weekly%20%281%29.md#x) [r](Rob.md) [[../../Work/Rob|R]] [[Rob]] [m](People/Mara.md) [g](../gone.md)"
        );
        assert_eq!(vault.moved(text, &"People/Mara.md".into(), &"People/Rob.md".into()), text);
    }
}
