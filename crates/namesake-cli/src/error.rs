//! What ends a command early. Every message is one line that names the file and says what to do; what concerns a
//! single note is no error but part of a command's report.

use std::io;
use std::path::PathBuf;

use namesake_core::path::NotePath;
use thiserror::Error;

/// Why a command cannot be carried out.
#[derive(Debug, Error)]
pub enum Error {
    /// VAULT does not exist.
    #[error("{0}: there is no such folder; give the folder that holds your notes")]
    NoVault(PathBuf),
    /// VAULT is a file.
    #[error("{0}: this is a file; give the folder that holds your notes")]
    VaultIsFile(PathBuf),
    /// The settings file cannot be understood.
    #[error("{file}: these are no Namesake settings ({reason}); mend the file, or do without it to use the defaults")]
    Settings {
        /// The file.
        file: PathBuf,
        /// What is wrong in it, and where.
        reason: String,
    },
    /// The settings file that the command line names holds what is not known.
    #[error("{file}: {which} Correct the file; `namesake config --schema` explains every setting")]
    UnknownSettings {
        /// The file.
        file: PathBuf,
        /// What is not known.
        which: String,
    },
    /// A pattern of the settings file cannot be used.
    #[error("{file}: {reason}; mend the pattern, or switch it off with \"enabled\": false")]
    Pattern {
        /// The file.
        file: PathBuf,
        /// Which, where it is wrong, and why.
        reason: String,
    },
    /// A file of the journal cannot be understood.
    #[error("{file}: this batch of the journal is damaged ({reason}); it is left as it is, name another with --batch")]
    Batch {
        /// The file.
        file: PathBuf,
        /// What is wrong in it.
        reason: String,
    },
    /// `--batch` names no batch.
    #[error("{id}: the journal holds {known}; without --batch the newest one is taken back")]
    NoSuchBatch {
        /// The id that was given.
        id: String,
        /// The batches that there are, the newest first.
        known: String,
    },
    /// A note that the command line names does not exist.
    #[error("{name}: there is no such note{meant}; give its path in the vault, or its name")]
    NoSuchNote {
        /// What was given.
        name: String,
        /// What was probably meant, in brackets; empty if nothing is near.
        meant: String,
    },
    /// A note that the command line names cannot be read.
    #[error("{path}: this note cannot be read: {reason}")]
    Unreadable {
        /// Its path in the vault.
        path: NotePath,
        /// What is wrong with it.
        reason: String,
    },
    /// `--path` leads to no note.
    #[error("--path {path}: no note stands there{meant}; give a note or folder by its path in the vault")]
    NothingAt {
        /// The path as it was written.
        path: String,
        /// What was probably meant, in brackets; empty if nothing is near.
        meant: String,
    },
    /// A file or link stands where Namesake needs a folder.
    #[error("{0}: this must be a folder, since notes are written there first; move it away and run again")]
    NoFolder(PathBuf),
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}; see whether it is there and yours to read and write")]
    File {
        /// Which.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// Standard input or output failed.
    #[error("standard input or output: {0}; nothing more can be read or printed")]
    Stream(#[from] io::Error),
    /// Ctrl-C cannot be listened to.
    #[error("interruptions cannot be caught ({0}); nothing was written")]
    Interrupt(#[from] ctrlc::Error),
}

impl Error {
    /// The error for a system error about `path`.
    pub fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// A command's result.
pub type Result<T> = std::result::Result<T, Error>;
