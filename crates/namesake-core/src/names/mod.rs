//! Names: which note a written form means, with evidence.
