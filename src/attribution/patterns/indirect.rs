//! Speech without marks. Found by `reported`.

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

pub(crate) static INDIRECT_AROUND: Pattern = Pattern {
    name: "indirect-around",
    summary: "A sentence around its reporting clause: `The road, Anna said, is closed`.",
    examples: &[example("The road, Anna Berg said, is closed until May.", "Anna Berg")],
    find: None,
};

pub(crate) static INDIRECT_OBJECT: Pattern = Pattern {
    name: "indirect-object",
    summary:
        "What a verb of saying, thinking or judging has as its object: `Anna criticised the plan`.",
    examples: &[example("Anna Berg criticized the mayor's plan for the harbour.", "Anna Berg")],
    find: None,
};

pub(crate) static INDIRECT_NOUN: Pattern = Pattern {
    name: "indirect-noun",
    summary: "What a noun of saying introduces: `her claim that the road was closed`.",
    examples: &[example(
        "Anna Berg's claim that the road was closed surprised the town.",
        "Anna Berg",
    )],
    find: None,
};
