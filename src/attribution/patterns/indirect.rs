//! Speech without marks. Found by `indirect`.

use super::{example, Pattern};

pub(crate) static INDIRECT_CLAUSE: Pattern = Pattern {
    name: "indirect-clause",
    summary: "A clause behind a reporting verb: `Anna said (that) she was leaving`.",
    examples: &[
        example("Anna Berg told reporters on Monday that the road was closed.", "Anna Berg"),
        example("The ministry said it knew nothing of the plan.", "The ministry"),
    ],
    find: None,
};

pub(crate) static INDIRECT_AFTER: Pattern = Pattern {
    name: "indirect-after",
    summary: "A sentence whose reporting clause comes last: `The road is closed, the police said`.",
    examples: &[
        example("The road is closed until May, the police said.", "the police"),
        example("Nobody was hurt, according to Anna Berg.", "Anna Berg"),
    ],
    find: None,
};
