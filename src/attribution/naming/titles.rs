//! Titles of works: `the drama "Marriage Story"`, `in the last scene of "The Wake"`.

use crate::attribution::Place;
use crate::lexicon::Classes;

/// A title has at most so many words.
const LONGEST_TITLE: usize = 12;

/// What stands before the title of a work that somebody is in, sings or tells of.
const LEADS: [&str; 6] = ["for", "from", "in", "of", "on", "with"];

/// What is done with a song.
const SINGS: [&str; 8] =
    ["crooned", "performed", "performing", "sang", "sing", "singing", "sings", "sung"];
/// What is done to make any other work, or to bring it out.
const MAKES: [&str; 9] = [
    "authored",
    "co-wrote",
    "directed",
    "penned",
    "produced",
    "published",
    "recorded",
    "released",
    "wrote",
];

impl Place<'_, '_> {
    /// `the drama "Marriage Story"`, `her new book, "Marriage Story,"`
    pub(super) fn follows_work(&self) -> bool {
        let work = self.before().is_some_and(|at| self.frame.is(at, Classes::WORK));
        work && self.is_title()
    }

    /// `in the last scene of "The Wake"`
    pub(super) fn follows_preposition(&self) -> bool {
        let leads = |at| LEADS.iter().any(|word| self.frame.is_word(at, word));
        self.at.checked_sub(1).is_some_and(leads)
            && self.word_count > 1
            && self.is_title()
            && self.chanted().is_none()
    }

    /// `sang "Stormy" at the end`, `wrote "The Long Road" in 2010`
    pub(super) fn follows_making(&self) -> bool {
        let verbs = Classes::VERB.union(Classes::CUE);
        let verb = self.at.checked_sub(1).filter(|&at| self.frame.is(at, verbs));
        let is = |words: &[&str]| {
            verb.is_some_and(|at| words.iter().any(|word| self.frame.is_word(at, word)))
        };
        let made = is(&SINGS) || is(&MAKES) && self.word_count > 1;
        made && self.is_title()
    }

    /// `"Parasite" director Bong Joon Ho`
    pub(super) fn precedes_maker(&self) -> bool {
        let frame = self.frame;
        let named = || frame.get(self.at + 2).is_some_and(|next| next.capital && !next.first);
        let maker =
            frame.get(self.at + 1).is_some_and(|next| next.is(Classes::ROLE) && !next.capital);
        maker && self.is_title() && named()
    }

    /// Words of few, as titles are written, no mark at their end.
    pub(in crate::attribution) fn is_title(&self) -> bool {
        self.word_count <= LONGEST_TITLE && self.is_title_case()
    }
}
