//! The properties of a note: read with their places, changed by byte splices, checked afterwards. The block is never
//! written anew. What a property should hold is the rules' business.

mod arrange;
pub mod fence;
pub mod fit;
mod gaps;
mod model;
mod placeholder;
mod read;
pub mod scalar;
pub mod schema;
pub mod splice;
mod unquote;
mod usual;
mod value;
mod verify;
mod yaml;

pub use arrange::arrange;
pub use fence::{Block, Fence};
pub use model::{Entry, Frontmatter, Root, YamlError};
pub use placeholder::{Placeholder, placeholder};
pub use scalar::is_typed;
pub use splice::{
    SpliceError, change_items, insert_ordered, keep_entry, merge_entries, remove_entry, rename_key, set_list,
    set_scalar, set_typed,
};
pub use unquote::unquote;
pub use value::{Item, Style, Value};
pub use verify::{Declared, VerifyError, verify, verify_from};

#[cfg(test)]
mod tests;
