//! Writing one scalar.
