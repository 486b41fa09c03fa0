//! Quotations without a clause of their own: what was said before decides. Found by `carry`.

use super::{example, Pattern};

pub(crate) static INTRODUCED: Pattern = Pattern {
    name: "introduced",
    summary: "The sentence before reports what its subject said or did, and the quotation goes on from it.",
    examples: &[example("Anna Berg spoke to the crowd on Monday.\n\n\"We are not done yet, and we shall not go home.\"", "Anna Berg")],
    find: None,
};

pub(crate) static CARRIED_SENTENCE: Pattern = Pattern {
    name: "carried-sentence",
    summary: "The speaker of the quotation before it in the paragraph goes on.",
    examples: &[example(
        "\"We are late,\" said Anna Berg. \"We always are, every year.\"",
        "Anna Berg",
    )],
    find: None,
};

pub(crate) static CARRIED_PARAGRAPH: Pattern = Pattern {
    name: "carried-paragraph",
    summary: "The speaker of the paragraph before goes on in a paragraph that is all quotation.",
    examples: &[example(
        "\"We are late,\" said Anna Berg.\n\n\"We always are, every year that God sends.\"",
        "Anna Berg",
    )],
    find: None,
};

pub(crate) static CARRIED_BACK: Pattern = Pattern {
    name: "carried-back",
    summary:
        "The speaker of the next quotation in the paragraph, which the reporting clause follows.",
    examples: &[example(
        "\"We are late. We always are.\" \"Ask the board,\" said Tom Reyes.",
        "Tom Reyes",
    )],
    find: None,
};

pub(crate) static TURN: Pattern = Pattern {
    name: "turn-taking",
    summary: "People talk by turns: of two the one who did not speak last, of more whom the whole exchange makes likeliest.",
    examples: &[example(
        "\"Is it far?\" asked Anna Berg.\n\n\"A mile,\" said Tom Reyes. \"Can you walk?\"\n\n\"I can try.\"",
        "Anna Berg",
    )],
    find: None,
};

pub(crate) static UNATTRIBUTED: Pattern = Pattern {
    name: "unattributed",
    summary: "Nobody is said to have said it: a scare quote, a word as a word, or a quotation without a source.",
    examples: &[example("The \"smart\" kettle broke on the first day.", "")],
    find: None,
};
