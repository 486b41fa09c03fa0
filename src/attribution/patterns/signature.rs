//! `"I'm leaving." Anna Berg, mayor of Oslo.`

use super::{example, Pattern};

/// Found where a whole paragraph is read: the name stands in a sentence of its own.
pub(crate) static PATTERN: Pattern = Pattern {
    name: "signature",
    summary: "A full name and what somebody is, without a verb, as the sentence right behind the quotation.",
    examples: &[
        example("“Nobody was ever asked.” Tom Reyes, mayor of Halm.", "Tom Reyes"),
        example("“It will have to close.” Ida Lund, a Halm-based builder of boats.", "Ida Lund"),
    ],
    find: None,
};
