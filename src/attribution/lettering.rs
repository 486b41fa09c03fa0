//! Words that stand on things: signs, shirts, banners.

use super::Place;

/// Things that are worn, held up or hung with words on them.
const LETTERED: [&str; 24] = [
    "badge",
    "badges",
    "banner",
    "banners",
    "billboard",
    "billboards",
    "button",
    "buttons",
    "cap",
    "caps",
    "hat",
    "hats",
    "plaque",
    "placard",
    "placards",
    "poster",
    "posters",
    "shirt",
    "shirts",
    "sign",
    "signs",
    "sticker",
    "stickers",
    "t-shirt",
];

/// How the words on a thing are told behind it.
const LETTERING: [&str; 8] =
    ["read", "reading", "reads", "said", "saying", "says", "declaring", "proclaiming"];

impl Place<'_, '_> {
    /// Whether the quotation stands on a thing that somebody wears, holds or hangs up: `a shirt that read “…”`, `signs saying “…”`. It is
    /// not whoever the sentence is about that says it.
    pub(super) fn is_lettering(&self) -> bool {
        self.lettered()
            .is_some_and(|noun| LETTERED.iter().any(|word| self.frame.is_word(noun, word)))
    }

    /// The word before `that read`, `which says` or `saying` that the quotation follows, a comma passed over.
    fn lettered(&self) -> Option<usize> {
        let frame = self.frame;
        let verb = self.before()?;
        if !LETTERING.iter().any(|word| frame.is_word(verb, word)) {
            return None;
        }
        let before = verb.checked_sub(1)?;
        if frame.is_word(before, "that") || frame.is_word(before, "which") {
            before.checked_sub(1)
        } else {
            Some(before).filter(|_| frame.text(verb).ends_with("ing"))
        }
    }
}
