//! What people of a kind have a word for: `what astronomers call a "failed star"`, `Bakers have a name for this`.

use super::LONGEST_NAME;
use crate::attribution::clause::Clause;
use crate::attribution::phrase::Subject;
use crate::attribution::Place;
use crate::lexicon::Classes;
use crate::quote::Reference;

/// What is a name.
const NAME_NOUNS: [&str; 6] = ["codename", "hashtag", "moniker", "name", "nickname", "title"];

/// … and what else something goes under.
const BORNE: [&str; 8] =
    ["alias", "banner", "brand", "handle", "heading", "headline", "label", "pseudonym"];
/// What stands between that and `under` has at most so many words.
const LONGEST_UNDER: usize = 4;

/// How people of a kind have a word for something.
const CALLS: [&str; 4] = ["call", "dub", "label", "term"];

/// What has a word for something: `what the law calls “nuisance”`.
const TRADES: [&str; 5] = ["industry", "law", "profession", "statute", "trade"];

/// People who take a side: what they call something is their judgement.
const SIDES: [&str; 14] = [
    "activists",
    "advocates",
    "aides",
    "allies",
    "campaigners",
    "conservatives",
    "critics",
    "detractors",
    "lawyers",
    "officials",
    "opponents",
    "prosecutors",
    "rivals",
    "supporters",
];

/// What a word is for has at most so many tokens.
const LONGEST_NAME_FOR: usize = 10;

impl Place<'_, '_> {
    /// `We asked what "reduced service" meant`: words whose meaning is asked for.
    pub(super) fn is_asked_for_its_meaning(&self) -> bool {
        let frame = self.frame;
        let what = self.at.checked_sub(1).is_some_and(|at| frame.is_word(at, "what"));
        what && ["mean", "means", "meant"].iter().any(|verb| frame.is_word(self.at + 1, verb))
    }

    /// `what astronomers call a "failed star"`: the word that people of a kind have for something, not one of theirs on a matter.
    pub(super) fn is_what_people_call_it(&self) -> bool {
        let frame = self.frame;
        let small = |at: usize| frame.is_article(at) || frame.is(at, Classes::PRON);
        let called = |clause: &Clause| {
            let subject = &clause.subject;
            let bare = |at: usize| {
                let token = &frame.tokens[at];
                (!token.capital || token.first) && !token.is(Classes::DET.union(Classes::POSS))
            };
            let noun = frame.noun_of(subject);
            let one_of = |words: &[&str]| words.iter().any(|word| frame.is_word(noun, word));
            let trade = frame.is_word(clause.cue, "calls") && one_of(&TRADES);
            let kind = CALLS.iter().any(|verb| frame.is_word(clause.cue, verb))
                && subject.reference == Reference::Description
                && (subject.start..=noun).all(bare)
                && (frame.text(noun).ends_with('s') || frame.is_word(noun, "people"))
                && !one_of(&SIDES);
            (trade || kind) && (clause.end..self.at).all(small)
        };
        self.clause_before().is_some_and(called)
    }

    /// `Bakers have a name for this: "the sad crumb"`
    pub(super) fn follows_name_for(&self) -> bool {
        let frame = self.frame;
        let name = |noun: &&str| {
            let mut before = self.at.saturating_sub(LONGEST_NAME_FOR)..self.at - 1;
            before.any(|at| frame.is_word(at, noun) && frame.is_word(at + 1, "for"))
        };
        // `Berg has a word for it: "farce"`
        let own = |subject: Subject| {
            subject.reference == Reference::Name
                || ["he", "she"].iter().any(|word| frame.is_word(subject.start, word))
        };
        self.is_behind_colon()
            && NAME_NOUNS.iter().chain(&["phrase", "term", "word"]).any(name)
            && !frame.opening_subject().is_some_and(own)
    }

    /// `hopes to sell it under the name "Remivo"`, `worked under the alias "Grey"`
    pub(in crate::attribution) fn is_borne(&self) -> bool {
        let frame = self.frame;
        let Some(noun) = self.at.checked_sub(1) else { return false };
        let mut before = (noun.saturating_sub(LONGEST_UNDER)..noun).rev();
        let under = before.find(|&at| frame.is(at, Classes::PREP));
        under.is_some_and(|at| frame.is_word(at, "under"))
            && NAME_NOUNS.iter().chain(&BORNE).any(|word| frame.is_word(noun, word))
    }

    /// `whose catalogue name is "TBD 17"`
    pub(super) fn is_what_a_name_is(&self) -> bool {
        let frame = self.frame;
        let Some(noun) = self.at.checked_sub(2).filter(|noun| frame.is(noun + 1, Classes::BE))
        else {
            return false;
        };
        NAME_NOUNS.iter().any(|word| frame.is_word(noun, word)) && self.word_count <= LONGEST_NAME
    }
}
