//! An owner as written in a task, and the ways to read where the name ends.

use namesake_text::text::Span;

use super::names;

/// How an owner was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `@Rob Benoit`, `@RobBenoit`.
    At,
    /// `@rob`, `@rob.benoit`, `Owner: rob`; also what may be no person at all: `@home`, `@Friday`, `Owner: tbd`.
    Handle,
    /// `[[Rob Benoit]]`, `[[Rob Benoit|Rob Banga]]`, also with `@` before it. Any link to a note is one here.
    Link,
    /// `Owner: Rob Benoit`.
    Label,
    /// `[owner:: Rob Benoit]`, with round brackets too.
    Field,
    /// `(Rob Benoit)` at the end.
    Parenthesis,
    /// `Rob: …`, `Rob & Ines to …` at the start, and names joined to one with `@`: any capitalised words.
    Words,
}

/// One owner as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner<'a> {
    /// How it was written.
    pub form: Form,
    /// The name as heard: of a link the text shown. Of running text the longest reading, see [`Owner::readings`].
    pub name: &'a str,
    /// The bytes of `name`.
    pub name_span: Span,
    /// The note a link leads to.
    pub note: Option<&'a str>,
    /// The bytes to replace: with `@`, brackets or label. Several owners under one label or in one bracket have only
    /// their own bytes, so that no two spans overlap; the first after a label has the label too.
    pub span: Span,
}

/// One way to read where a name ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The name.
    pub name: &'a str,
    /// The bytes to replace if this is the name.
    pub span: Span,
}

impl<'a> Owner<'a> {
    /// The readings, longest first. `@Rob Benoit Tuesday` may be three words, two or one; a name in brackets ends
    /// where they say.
    pub fn readings(&self) -> Vec<Reading<'a>> {
        let whole = Reading { name: self.name, span: self.span };
        let is_open = self.note.is_none() && self.span.end == self.name_span.end && self.form != Form::Parenthesis;
        if !is_open || self.form == Form::Field {
            return vec![whole];
        }
        let cuts = names::cuts(self.name).into_iter().rev().map(|cut| Reading {
            name: &self.name[..cut],
            span: Span::new(self.span.start, self.name_span.start + cut),
        });
        std::iter::once(whole).chain(cuts).collect()
    }

    pub(super) fn shifted(self, by: usize) -> Self {
        Self { name_span: self.name_span.shifted(by), span: self.span.shifted(by), ..self }
    }
}

/// Whether `span` overlaps neither one of `owners` nor one of the ranges `markup`.
pub(super) fn is_free(span: Span, owners: &[Owner], markup: &[Span]) -> bool {
    !owners.iter().map(|owner| &owner.span).chain(markup).any(|taken| taken.overlaps(span))
}
