//! Speech without marks. Found by `indirect`.

use super::Pattern;

pub(crate) static INDIRECT_CLAUSE: Pattern = Pattern {
    name: "indirect-clause",
    summary: "A clause behind a reporting verb: `Anna said (that) she was leaving`.",
    examples: &[],
    find: None,
};

pub(crate) static INDIRECT_AFTER: Pattern = Pattern {
    name: "indirect-after",
    summary: "A sentence whose reporting clause comes last: `The road is closed, the police said`.",
    examples: &[],
    find: None,
};
