// The sources a Rust build depends on, for its stamp. Tests and benches are no part of what is shipped.

/** @param {string[]} crates names under crates/ @returns {string[]} */
export const rustInputs = (crates) => [
  ...crates.flatMap((name) => [`crates/${name}/src`, `crates/${name}/data`, `crates/${name}/build.rs`, `crates/${name}/Cargo.toml`]),
  'Cargo.toml',
  'Cargo.lock',
  'rust-toolchain.toml',
  '.cargo',
];
