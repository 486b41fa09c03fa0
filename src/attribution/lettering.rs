//! Words that stand on things: signs, shirts, banners.

use super::Place;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::text::chars::tail;
use crate::text::tokens::TokenKind;

/// Things that are worn, held up or hung with words on them.
const LETTERED: [&str; 61] = [
    "apron",
    "aprons",
    "badge",
    "badges",
    "banner",
    "banners",
    "billboard",
    "billboards",
    "blackboard",
    "bracelet",
    "button",
    "buttons",
    "cap",
    "caps",
    "card",
    "cards",
    "chalkboard",
    "doormat",
    "flag",
    "flags",
    "gravestone",
    "hashtag",
    "hat",
    "hats",
    "headline",
    "headlines",
    "headstone",
    "hoodie",
    "jacket",
    "jersey",
    "jerseys",
    "lanyard",
    "marquee",
    "mug",
    "mugs",
    "nameplate",
    "necklace",
    "notice",
    "noticeboard",
    "notices",
    "placard",
    "placards",
    "plaque",
    "poster",
    "posters",
    "sash",
    "shirt",
    "shirts",
    "sign",
    "signs",
    "sticker",
    "stickers",
    "sweatshirt",
    "t-shirt",
    "t-shirts",
    "tattoo",
    "tee",
    "tombstone",
    "tote",
    "whiteboard",
    "wristband",
];

/// Those of them that are there for their words.
const SIGNS: [&str; 8] =
    ["badge", "banner", "billboard", "placard", "plaque", "poster", "sign", "sticker"];

/// How the words on a thing are told behind it.
const LETTERING: [&str; 8] =
    ["read", "reading", "reads", "said", "saying", "says", "declaring", "proclaiming"];

/// How words come to stand on a thing.
const WRITTEN: [&str; 10] = [
    "carved",
    "chalked",
    "embroidered",
    "engraved",
    "painted",
    "printed",
    "scrawled",
    "stamped",
    "stencilled",
    "written",
];
/// So many bytes before `It read “…”` are looked at for what does.
const SENTENCE_BEFORE: usize = 160;
/// `another, rather smaller, said` has at most so many tokens.
const LONGEST_OTHER: usize = 8;
/// What tells of a thing between it and `that reads` has at most so many words.
const LONGEST_CONTACT: usize = 8;
/// `written on the wall of the old kitchen:` has at most so many tokens.
const LONGEST_PLACE: usize = 9;

impl Place<'_, '_> {
    /// Whether the quotation stands on a thing that somebody wears, holds or hangs up: `a shirt that read “…”`, `signs saying “…”`. It is
    /// not whoever the sentence is about that says it.
    pub(super) fn is_lettering(&self) -> bool {
        let things = |noun| LETTERED.iter().any(|word| self.frame.is_word(noun, word));
        self.lettered().is_some_and(things)
            || self.is_written_on_a_thing()
            || self.is_what_it_reads()
            || self.is_on_another()
    }

    /// `One sign read “…”; another, rather smaller, said “…”`: whether what is lettered so is one more of the signs before.
    fn is_on_another(&self) -> bool {
        let frame = self.frame;
        let Some(verb) = self.before() else { return false };
        let lettered = LETTERING.iter().any(|word| frame.is_word(verb, word));
        let reads = frame.is_word(verb, "read") || frame.is_word(verb, "reads");
        if !(lettered || frame.is_word(verb, "another")) {
            return false;
        }
        let lowest = self.at.saturating_sub(LONGEST_OTHER);
        let mut near = (lowest..self.at).rev().take_while(|&at| !frame.is_quote(at));
        let other = near.find(|&at| {
            frame.is_word(at, "another") && (lettered || at == verb)
                || frame.is_word(at, "others") && reads
        });
        other.is_some_and(|other| {
            let before =
                tail(&frame.article[..frame.tokens[other].start as usize], SENTENCE_BEFORE);
            let before = before.rsplit('\n').next().unwrap_or_default();
            let mut words = before.split(|ch: char| !(ch.is_alphanumeric() || ch == '-'));
            words.any(|word| SIGNS.contains(&word.strip_suffix('s').unwrap_or(word)))
        })
    }

    /// `Somebody had hung up a sign. It read “…”`: whether the sentence before tells of such a thing, and `it` begins this one.
    fn is_what_it_reads(&self) -> bool {
        let frame = self.frame;
        // `It said: “…”`
        let colon = if self.is_behind_colon() { self.at.checked_sub(2) } else { None };
        let verb = colon.or_else(|| self.before());
        let verb = verb.filter(|verb| LETTERING.iter().any(|word| frame.is_word(*verb, word)));
        let it = verb.and_then(|verb| frame.skip_adverbs_back(verb).checked_sub(1));
        if !it.is_some_and(|it| it == 0 && frame.is_word(it, "it")) {
            return false;
        }
        let before = tail(&frame.article[..frame.tokens[0].start as usize], SENTENCE_BEFORE);
        let before = before.rsplit('\n').next().unwrap_or_default().trim_end_matches(['.', ' ']);
        let sentence = before.rsplit(['.', '!', '?']).next().unwrap_or_default();
        // `The bank sent out a new card. It said: “…”` is the bank's
        let reads = verb.is_some_and(|verb| frame.text(verb).starts_with("read"));
        let bears = |word: &str| SIGNS.contains(&word) || reads && LETTERED.contains(&word);
        sentence.split(|ch: char| !(ch.is_alphanumeric() || ch == '-')).any(bears)
    }

    /// `a rule, written on the wall: “…”`: whether nothing but where the words are written stands before them.
    fn is_written_on_a_thing(&self) -> bool {
        let frame = self.frame;
        let on = |at: usize| ["above", "across", "on", "over"].iter().any(|w| frame.is_word(at, w));
        let small = |at: usize| !frame.tokens[at].capital && !frame.is_quote(at);
        let written = |at: usize| {
            WRITTEN.iter().any(|word| frame.is_word(at, word))
                && on(at + 1)
                && (at + 2..self.at).all(small)
                && frame.is_light(at + 1, self.at)
                && !(at > 0 && frame.is(at - 1, Classes::AUX))
        };
        (self.at.saturating_sub(LONGEST_PLACE)..self.at.saturating_sub(2)).any(written)
    }

    /// The thing before `that read`, `which says` or `saying`, or the subject of `reads`, that the quotation follows, a comma passed over.
    fn lettered(&self) -> Option<usize> {
        let frame = self.frame;
        // `stood under a banner: “…”`
        let hung = self.at.checked_sub(2).filter(|&noun| {
            self.is_behind_colon() && SIGNS.iter().any(|word| frame.is_word(noun, word))
        });
        if hung.is_some() {
            return hung;
        }
        let verb = self.before()?;
        if !LETTERING.iter().any(|word| frame.is_word(verb, word)) {
            return None;
        }
        let before = verb.checked_sub(1)?;
        if frame.is_word(before, "that") || frame.is_word(before, "which") {
            let noun = before.checked_sub(1)?;
            // `a card a child dropped off that says`
            let plain = |at: &usize| frame.is_kind(*at, TokenKind::Word);
            let words = (before.saturating_sub(LONGEST_CONTACT)..noun).rev().take_while(plain);
            let shown = |&at: &usize| LETTERED.iter().any(|word| frame.is_word(at, word));
            Some(words.filter(|_| frame.is(noun, Classes::CLOSED)).find(shown).unwrap_or(noun))
        } else if frame.text(verb).ends_with("ing") {
            Some(before)
        } else {
            // names and pronouns are no things
            let last = &frame.tokens[frame.skip_adverbs_back(verb).checked_sub(1)?];
            let subject = if last.is(Classes::PRON) { None } else { frame.subject_before(verb) };
            let thing = subject.filter(|told| told.reference == Reference::Description);
            thing.map(|subject| frame.noun_of(&subject))
        }
    }
}
