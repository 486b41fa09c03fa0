//! Names given in marks: words that nobody says.

use super::clause::{Clause, LABELS};
use super::Place;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::text::tokens::{Token, TokenKind};

/// A title has at most so many words.
const LONGEST_TITLE: usize = 12;

/// Another word for something in marks has at most so many words.
const LONGEST_OTHER_WORD: usize = 4;

/// How something gets a name.
const NAMES: [&str; 7] =
    ["christened", "christens", "named", "names", "naming", "rename", "renamed"];
/// What is named has at most so many tokens, the verb included.
const LONGEST_NAMED: usize = 5;
/// A name in marks has at most so many words.
const LONGEST_NAME: usize = 4;

/// What goes by its words.
const SLOGANS: [&str; 6] = ["catchphrase", "jingle", "motto", "slogan", "strapline", "tagline"];

/// What stands before the title of a work that somebody is in, sings or tells of.
const LEADS: [&str; 6] = ["for", "from", "in", "of", "on", "with"];

/// What is a name.
const NAME_NOUNS: [&str; 6] = ["codename", "hashtag", "moniker", "name", "nickname", "title"];

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

/// What analysts rate a share.
const RATINGS: [&str; 14] = [
    "avoid",
    "buy",
    "equal weight",
    "equal-weight",
    "hold",
    "market perform",
    "neutral",
    "outperform",
    "overweight",
    "sector perform",
    "sell",
    "strong buy",
    "underperform",
    "underweight",
];

/// How they do so, at most so many tokens before or behind.
const RATED: [&str; 11] = [
    "cut",
    "downgrade",
    "downgraded",
    "rate",
    "rated",
    "rates",
    "rating",
    "ratings",
    "recommendation",
    "upgrade",
    "upgraded",
];
const LONGEST_RATED: usize = 7;

/// A short form in marks has at most so many letters.
const LONGEST_SHORT_FORM: usize = 6;

impl Place<'_, '_> {
    /// Whether the quotation is a name that its sentence gives: `a method called "clock counting"`, `better known as "Shorty"`,
    /// `the Central Harbour District or "CHD"`. Where somebody is said to call it so, the verb has a clause.
    pub(super) fn is_name_given(&self) -> bool {
        self.follows_label()
            || self.follows_so_called()
            || self.follows_known_as()
            || self.follows_work()
            || self.follows_preposition()
            || self.is_what_a_name_is()
            || self.is_what_people_call_it()
            || self.follows_name_for()
            || self.follows_naming()
            || self.precedes_maker()
            || self.is_short_form()
            || self.is_letter()
            || self.is_rating()
            || self.is_answered()
            || self.is_slogan()
    }

    /// `went on sale under the slogan "Let It Do It"`: what nobody is said to own.
    fn is_slogan(&self) -> bool {
        let frame = self.frame;
        let slogan = |at: &usize| SLOGANS.iter().any(|word| frame.is_word(*at, word));
        let noun = self.at.checked_sub(1).filter(slogan);
        noun.is_some_and(|noun| {
            let mut before = (noun.saturating_sub(3)..noun).rev();
            before.find(|&at| frame.is(at, Classes::DET)).is_some_and(|at| frame.is_article(at))
                && !(noun.saturating_sub(3)..noun).any(|at| frame.is_owner(at))
        })
    }

    /// `a gift that answers the question, "What now?"`
    fn is_answered(&self) -> bool {
        let frame = self.frame;
        let noun = self.before().filter(|&noun| frame.is_word(noun, "question"));
        let verb = noun.and_then(|noun| {
            (noun.saturating_sub(3)..noun).rev().find(|&at| !frame.is(at, Classes::DET))
        });
        verb.is_some_and(|verb| frame.text(verb).starts_with("answer"))
    }

    /// `She named her dog "Hope"`: what somebody names something, with nothing but that between.
    fn follows_naming(&self) -> bool {
        let frame = self.frame;
        let names = |&at: &usize| NAMES.iter().any(|verb| frame.is_word(at, verb));
        let verb = (self.at.saturating_sub(LONGEST_NAMED)..self.at).rev().find(names);
        // `a man named Tom called it "Folly"`
        let plain = |at: usize| {
            let token = &frame.tokens[at];
            token.is_word() && !token.finite && !token.is(Classes::PREP.union(Classes::CUE))
        };
        verb.is_some_and(|verb| (verb + 1..self.at).all(plain))
            && self.word_count <= LONGEST_NAME
            && self.is_title_case()
    }

    /// `the drama "Marriage Story"`, `her new book, "Marriage Story,"`
    fn follows_work(&self) -> bool {
        let work = self.before().is_some_and(|at| self.frame.is(at, Classes::WORK));
        work && self.is_title()
    }

    /// `in the last scene of "The Wake"`
    fn follows_preposition(&self) -> bool {
        let leads = |at| LEADS.iter().any(|word| self.frame.is_word(at, word));
        self.at.checked_sub(1).is_some_and(leads) && self.word_count > 1 && self.is_title()
    }

    /// `what astronomers call a "failed star"`: the word that people of a kind have for something, not one of theirs on a matter.
    fn is_what_people_call_it(&self) -> bool {
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
    fn follows_name_for(&self) -> bool {
        let frame = self.frame;
        let name = |noun: &&str| {
            let mut before = self.at.saturating_sub(LONGEST_NAME_FOR)..self.at - 1;
            before.any(|at| frame.is_word(at, noun) && frame.is_word(at + 1, "for"))
        };
        self.is_behind_colon() && NAME_NOUNS.iter().chain(&["phrase", "term", "word"]).any(name)
    }

    /// `whose catalogue name is "TBD 17"`
    fn is_what_a_name_is(&self) -> bool {
        let frame = self.frame;
        let Some(noun) = self.at.checked_sub(2).filter(|noun| frame.is(noun + 1, Classes::BE))
        else {
            return false;
        };
        NAME_NOUNS.iter().any(|word| frame.is_word(noun, word)) && self.word_count <= LONGEST_NAME
    }

    /// `"Parasite" director Bong Joon Ho`
    fn precedes_maker(&self) -> bool {
        let frame = self.frame;
        let named = || frame.get(self.at + 2).is_some_and(|next| next.capital && !next.first);
        let maker =
            frame.get(self.at + 1).is_some_and(|next| next.is(Classes::ROLE) && !next.capital);
        maker && self.is_title() && named()
    }

    /// Words of few, as titles are written, no mark at their end.
    pub(super) fn is_title(&self) -> bool {
        self.word_count <= LONGEST_TITLE && self.is_title_case()
    }

    /// `the "slow road", as it's known`
    pub(super) fn is_how_it_is_known(&self) -> bool {
        let (frame, behind) = (self.frame, self.behind());
        let verb = (behind + 1..behind + 6)
            .find(|&at| frame.is_word(at, "known") || frame.is_word(at, "called"));
        frame.is_word(behind, "as")
            && frame.is(behind + 1, Classes::PRON)
            && verb.is_some_and(|verb| frame.closes_phrase(verb + 1))
    }

    /// `so-called “silent partners”`
    fn follows_so_called(&self) -> bool {
        self.at.checked_sub(1).is_some_and(|at| self.frame.is_word(at, "so-called"))
    }

    /// `a note entitled “Going Down?”, she wrote`, `Badged “Sport”, it adds`: whether it can't be but a name, whoever is said to say
    /// something behind it.
    pub(super) fn is_but_a_name(&self) -> bool {
        let titles = ["entitled", "headlined", "titled"];
        let titled = |label: usize| titles.iter().any(|word| self.frame.is_word(label, word));
        self.label().is_some_and(|label| {
            (label == 0 || titled(label)) && self.follows_label() && self.is_set_off()
        })
    }

    fn follows_label(&self) -> bool {
        let frame = self.frame;
        let Some(label) = self.label().filter(|&label| !self.is_reported_by(label)) else {
            return false;
        };
        // `a street group, called “X”, in which`, `Badged “X”, it`
        let apposed = match label.checked_sub(1) {
            Some(comma) => frame.is_kind(comma, TokenKind::Comma) && !frame.is_word(label, "named"),
            None => true,
        };
        let behind_noun = |prev: &Token| {
            // `a channel called “X”`
            let verb = prev.is(Classes::VERB)
                && !(label.saturating_sub(3)..label).any(|at| frame.is_article(at));
            let common = !prev.capital && !prev.is(Classes::CLOSED) && !verb;
            prev.is_word() && common && !frame.is_adverb(label - 1)
                || frame.is_word(label - 1, "another")
                || prev.is(Classes::BE)
        };
        apposed || frame.prev(label).is_some_and(behind_noun)
    }

    /// Whether the verb at `at` has a clause, its subject being more than guessed.
    fn is_reported_by(&self, at: usize) -> bool {
        self.clauses.iter().any(|clause| clause.cue == at && !clause.construction.is_open())
    }

    /// The participle of naming right before the quotation, an article passed over.
    fn label(&self) -> Option<usize> {
        let last = self.at.checked_sub(1)?;
        let label = if self.frame.is_article(last) { last.checked_sub(1)? } else { last };
        LABELS.iter().any(|word| self.frame.is_word(label, word)).then_some(label)
    }

    fn follows_known_as(&self) -> bool {
        let Some(known) = self.at.checked_sub(2) else { return false };
        let frame = self.frame;
        frame.is_word(known, "known")
            && frame.is_word(known + 1, "as")
            && !self.is_reported_by(known)
    }

    /// `its charter, or "Great Paper," grants`
    pub(super) fn is_other_word(&self) -> bool {
        let frame = self.frame;
        let or = self.at.checked_sub(1).filter(|&or| frame.is_word(or, "or"));
        let closed = self.last_words.ends_with(',') || frame.is_kind(self.at + 1, TokenKind::Comma);
        or.is_some_and(|or| or > 0 && frame.is_kind(or - 1, TokenKind::Comma))
            && closed
            && self.word_count <= LONGEST_OTHER_WORD
    }

    /// `cut its rating to "sell" from "hold"`: what a share is rated.
    fn is_rating(&self) -> bool {
        let words = self.words.trim_end_matches(|ch: char| ch.is_ascii_punctuation());
        let rated = |at: usize| RATED.iter().any(|word| self.frame.is_word(at, word));
        RATINGS.iter().any(|rating| rating.eq_ignore_ascii_case(words))
            && (self.at.saturating_sub(LONGEST_RATED)..self.at + LONGEST_RATED).any(rated)
    }

    /// `the letter "G"`
    fn is_letter(&self) -> bool {
        let noun = self.at.checked_sub(1);
        noun.is_some_and(|noun| self.frame.is_word(noun, "letter"))
            && self.words.chars().filter(|ch| ch.is_alphanumeric()).count() == 1
    }

    fn is_short_form(&self) -> bool {
        let Some(or) = self.at.checked_sub(1) else { return false };
        let letters = self.words.trim_end_matches(|ch: char| ch.is_ascii_punctuation());
        let short = (2..=LONGEST_SHORT_FORM).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        short
            && self.frame.is_word(or, "or")
            && or > 0
            && self.frame.is_kind(or - 1, TokenKind::Word)
    }
}
