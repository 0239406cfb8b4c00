//! The YAML parser behind one function: only this file names it.

pub use granit_parser::{ErrorKind, Event, Marker, ScalarStyle, ScanError, Span, StructureStyle};
use granit_parser::{Parser, options};

/// What the parser sees in `yaml`, with places, up to where and why it is not YAML. Nesting deeper than `nesting` is an
/// error, and so are directives.
pub fn events(yaml: &str, nesting: usize) -> Vec<Result<(Event<'_>, Span), ScanError>> {
    let options = options! {
        disallow_directives: true,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        max_buffered_comment_events: yaml.len(),
        flow_nesting_limit: nesting,
        block_nesting_limit: nesting,
    };
    let mut events = Vec::new();
    for event in Parser::new_from_str_with_options(yaml, options) {
        let is_end = event.is_err();
        events.push(event);
        if is_end {
            break;
        }
    }
    events
}
