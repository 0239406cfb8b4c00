//! What meetings teach the notes of their people, companies and projects, and where in those notes it stands.

pub mod carried;
pub mod contact;
pub mod encounters;
pub mod line;
pub mod named;
pub mod position;
pub mod sections;
pub mod statements;
