//! Beats of a report: what somebody does beside words of their own that no reporting clause gives them. `“No.” Berg smiled. “Not
//! yet.”`; `Asked about it, Berg laughed.`, and the words in a paragraph of their own.

use super::frame::Frame;
use super::genre::Genre;
use super::page::Page;
use super::phrase::Subject;
use super::rank::Answer;
use super::reader::Reader;
use super::Source;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

/// What is done beside words has at most so many tokens.
const LONGEST: usize = 16;
/// A question in a paragraph of its own has at most so many sentences.
const LONGEST_QUESTION: usize = 3;
/// What stands before the verb of a question has at most so many tokens: `And what on earth does she`.
const LONGEST_LEAD: usize = 6;

/// What somebody does before they speak, in the forms that tell so.
const GESTURES: [&str; 43] = [
    "beamed",
    "beams",
    "blinked",
    "blinks",
    "chuckled",
    "chuckles",
    "frowned",
    "frowns",
    "gestured",
    "gestures",
    "glanced",
    "glances",
    "grimaced",
    "grimaces",
    "grinned",
    "grins",
    "hesitate",
    "hesitated",
    "hesitates",
    "laughed",
    "laughs",
    "nodded",
    "nods",
    "paused",
    "pauses",
    "shakes",
    "shook",
    "shrugged",
    "shrugs",
    "sighed",
    "sighs",
    "smile",
    "smiled",
    "smiles",
    "snorted",
    "snorts",
    "stared",
    "stares",
    "winced",
    "winces",
    "winked",
    "winks",
    "blushed",
];

/// Gestures only with one of the words behind them that tell where to.
const TURNING: [&str; 5] = ["leaned", "leans", "look", "looked", "looks"];
const TURNS: [&str; 14] = [
    "across", "around", "at", "away", "back", "down", "forward", "from", "in", "out", "over",
    "past", "round", "up",
];

impl Frame<'_> {
    /// `Asked about it, Berg laughed.`: who, if the sentence ends with how they took it.
    pub(super) fn reacting(&self) -> Option<Subject> {
        let stop = self.len().checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Stop))?;
        let verb = self.skip_adverbs_back(stop).checked_sub(1)?;
        let token = &self.tokens[verb];
        let reacts = token.is(Classes::MANNER.union(Classes::BESIDE))
            && token.word.forms.any(Forms::PAST.union(Forms::THIRD));
        let subject = if reacts { self.subject_before(verb) } else { None }?;
        is_one(self, &subject).then_some(subject)
    }

    /// `When I ask why, she puts down her cup.`: who does something when whoever reports asks.
    fn answering(&self) -> Option<Subject> {
        let asks = self.is_word(0, "when")
            && ["i", "we"].iter().any(|word| self.is_word(1, word))
            && self.is(2, Classes::CUE);
        let comma = (3..self.len()).rfind(|&at| asks && self.is_kind(at, TokenKind::Comma))?;
        let verb = (comma + 2..self.len()).find(|&at| self.is_finite_verb(at))?;
        let subject = self.subject_before(verb).filter(|subject| subject.start == comma + 1)?;
        (is_one(self, &subject) && !self.holds_quotes()).then_some(subject)
    }

    /// `Does she mind?`, `I ask her why.`: whom whoever reports asks, words of their own behind it.
    fn asked(&self) -> Option<Subject> {
        if self.holds_quotes() {
            return None;
        }
        let i_ask = ["i", "we"].iter().any(|word| self.is_word(0, word))
            && ["ask", "asked"].iter().any(|word| self.is_word(1, word));
        if i_ask {
            return self.pronoun_or_name(2, ["her", "him"]);
        }
        let question = self.len().checked_sub(1).filter(|&at| self.text(at).ends_with('?'))?;
        let helps = Classes::AUX.union(Classes::BE);
        let verb = (0..question.min(LONGEST_LEAD)).find(|&at| self.is(at, helps))?;
        self.pronoun_or_name(verb + 1, ["he", "she"])
    }

    /// `Berg, the owner, looks up from his phone.`: whoever makes a gesture, words of their own behind it.
    fn gesturing(&self) -> Option<Subject> {
        if self.holds_quotes() || self.len() > LONGEST {
            return None;
        }
        // `Berg looks up`, but not `Berg looks set to win`, nor `Berg leans left`
        let turns = |at: usize| TURNS.iter().any(|word| self.is_word(at, word));
        let gesture = |&at: &usize| {
            let verb = self.text(at);
            GESTURES.contains(&verb) || TURNING.contains(&verb) && turns(at + 1)
        };
        let verb = (1..self.len()).find(gesture)?;
        let lead = self.skip_adverbs_back(verb);
        let denied = self.is(lead.saturating_sub(1), Classes::AUX.union(Classes::NEG));
        let subject = self.subject_before(lead - usize::from(denied))?;
        (is_one(self, &subject) && subject.start <= 1).then_some(subject)
    }

    /// One of those pronouns, or a name.
    fn pronoun_or_name(&self, at: usize, pronouns: [&str; 2]) -> Option<Subject> {
        if pronouns.iter().any(|word| self.is_word(at, word)) {
            Some(self.pronoun(at))
        } else {
            self.name_from(at)
        }
    }
}

impl Reader<'_> {
    /// Whoever says what opens a report's paragraph, as far as nothing but what they do beside it tells.
    pub(super) fn beat(&self, page: &Page<'_>, i: usize, own: &[Answer]) -> Option<Source> {
        let seen = &page.seen[i];
        let open = self.genre == Genre::Report
            && own.iter().all(Answer::is_nobody)
            && self.is_utterance(seen, &page.frames[seen.frame]);
        if !open {
            return None;
        }
        if !seen.opens {
            let before = seen.frame.checked_sub(1).map(|before| &page.frames[before]);
            let asked = |frame: &Frame<'_>| {
                frame.answering().or_else(|| frame.asked()).or_else(|| frame.gesturing())
            };
            return before.and_then(asked).map(Source::Named);
        }
        let told = self.reacting.or(self.interviewed);
        parted(page).map(Source::Named).or(told.map(Source::Carried))
    }
}

impl Page<'_> {
    /// Whether the paragraph is but a question: `Did you always want to bake?`
    pub(super) fn is_question(&self) -> bool {
        let asks = |frame: &Frame<'_>| {
            let last = frame.len().checked_sub(1);
            last.is_some_and(|last| frame.text(last).ends_with('?'))
        };
        self.may_be_put_to_somebody() && self.frames.last().is_some_and(asks)
    }

    /// Whether the paragraph is but a word or two to whoever is interviewed: `But you stopped baking.`
    pub(super) fn speaks_to_somebody(&self) -> bool {
        let opens = |frame: &Frame<'_>| {
            let lead = ["and", "but", "so", "yet"].iter().any(|word| frame.is_word(0, word));
            frame.is_word(usize::from(lead), "you")
        };
        self.may_be_put_to_somebody() && self.frames.first().is_some_and(opens)
    }

    /// Whether the paragraph may be the reporter's part in an interview: few sentences, and nobody quoted.
    fn may_be_put_to_somebody(&self) -> bool {
        self.seen.is_empty() && self.frames.len() <= LONGEST_QUESTION
    }
}

/// `“No.” Berg smiled. “Not yet.”`: the subject of the second sentence of three, the others being quotations.
fn parted(page: &Page<'_>) -> Option<Subject> {
    let [_, told, third, ..] = page.frames else { return None };
    let subject = page.speakers[1].filter(|subject| told.opens_with(subject))?;
    let parts = third.is_quote(0) && !told.holds_quotes() && told.len() <= LONGEST;
    (parts && is_one(told, &subject)).then_some(subject)
}

/// Somebody named, or `he` or `she`.
fn is_one(frame: &Frame<'_>, subject: &Subject) -> bool {
    let person = ["he", "she"].iter().any(|word| frame.is_word(subject.start, word));
    subject.reference == Reference::Name || person
}
