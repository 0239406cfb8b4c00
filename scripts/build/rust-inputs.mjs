// The sources a Rust build depends on, for its stamp. Tests and benches are no part of what is shipped.

const CORE = ['namesake-text', 'namesake-tasks', 'namesake-names', 'namesake-vault', 'namesake-rules', 'namesake-core'];

/** @param {string} shell the crate under crates/ that is built over the core @returns {string[]} */
export const rustInputs = (shell) => [
  ...[...CORE, shell].flatMap((name) => [`crates/${name}/src`, `crates/${name}/data`, `crates/${name}/build.rs`, `crates/${name}/Cargo.toml`]),
  'Cargo.toml',
  'Cargo.lock',
  'rust-toolchain.toml',
  '.cargo',
];
