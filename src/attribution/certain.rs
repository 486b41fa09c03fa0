//! What right before or between quotations leaves no doubt whose words they are.

use super::clause::{Clause, Construction};
use super::Place;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// `telling a guard, "…"`: whom somebody tells has at most so many tokens, the comma included.
const LONGEST_HEARER: i32 = 5;

/// `answered with one word:` has at most so many tokens behind the verb.
const LONGEST_ANSWERING: usize = 8;

/// `told the paper it was` has at most so many tokens.
const LONGEST_PREDICATED: i32 = 10;

/// Behind a participle with a subject of its own, what is said begins within so many tokens.
const LONGEST_OWN: i32 = 8;

impl Place<'_, '_> {
    /// The cue that tells for certain whose words these are.
    pub(super) fn certain_cue(&self) -> Option<Span> {
        let certain = |clause: &&Clause| {
            self.puts_it(clause)
                || self.is_heard(clause)
                || self.is_shown(clause)
                || self.is_told_along(clause)
                || self.is_sounded(clause)
                || self.is_what_they_say(clause)
                || self.is_compared(clause)
                || self.is_judged_by_who(clause)
                || self.is_of_its_subject(clause)
                || self.is_described_as(clause)
                || self.is_claimed(clause)
                || self.is_judged_by_agent(clause)
        };
        let clause = self.clause_before().filter(certain);
        clause.map(|clause| clause.cue_span).or_else(|| self.in_somebodys_words())
    }

    /// The last clause that ends before the quotation.
    pub(super) fn clause_before(&self) -> Option<&Clause> {
        self.clauses.iter().rev().find(|clause| clause.end <= self.at)
    }

    /// Whether the words are whole and a clause leads to them: `Berg asked, "Why?" Lund said, "…"`.
    pub(super) fn is_whole_and_led(&self) -> bool {
        let led = self.at > 0 && self.frame.is_kind(self.at - 1, TokenKind::Comma);
        let near = |before: &Clause| before.end < self.at && self.at - before.end <= 2;
        led && self.last_words.ends_with(['.', '?', '!', '…']) && self.clauses.iter().any(near)
    }

    /// … and whether the clause of that cue behind them leads to the next quotation.
    pub(super) fn leads_on(&self, cue: Span) -> bool {
        let frame = self.frame;
        let leads = |end: usize| frame.is_kind(end, TokenKind::Comma) && frame.is_quote(end + 1);
        let behind = self.clauses.iter().find(|clause| clause.cue_span == cue);
        behind.is_some_and(|clause| {
            clause.start > self.at && (leads(clause.end) || leads(clause.end + 1))
        })
    }

    /// `When a fan called it "rot", Berg answered in a word: "Thanks."`, `Asked if it was "over", Berg grinned: "No."`: whether the words
    /// belong to the clause that the sentence opens with, and the cue behind them leads to others by a colon.
    pub(super) fn is_answered_by(&self, cue: Span) -> bool {
        let frame = self.frame;
        let subordinate = frame.is(0, Classes::SUB)
            || ["asked", "pressed", "told"].iter().any(|word| frame.is_word(0, word));
        let leads = |end: usize| {
            let mut behind = end..end + LONGEST_ANSWERING;
            let mark = behind.find(|&at| !frame.get(at).is_some_and(|token| token.is_word()));
            mark.is_some_and(|at| frame.is_kind(at, TokenKind::Colon) && frame.is_quote(at + 1))
        };
        let behind = self.clauses.iter().find(|clause| clause.cue_span == cue);
        self.at > 0
            && subordinate
            && behind.is_some_and(|clause| clause.start > self.at && leads(clause.end))
    }

    /// `Sales doubled, according to filings, and the owner said "…"`: whether another clause has begun between the source, which does not
    /// open the sentence, and the quotation.
    pub(super) fn is_past_the_source(&self, cue: Span) -> bool {
        let frame = self.frame;
        let source = |clause: &&Clause| {
            clause.cue_span == cue && clause.construction == Construction::Source && clause.cue > 0
        };
        let joins =
            |at: usize| frame.is_kind(at, TokenKind::Comma) && frame.is(at + 1, Classes::CONJ);
        let Some(source) = self.clauses.iter().find(source).map(|source| source.cue) else {
            return false;
        };
        let verb = (source..self.at).rev().find(|&at| frame.is_finite_verb(at));
        verb.is_some_and(|verb| (source..verb.saturating_sub(1)).any(joins))
    }

    /// `praised by Berg as "bold" and condemned by Lund as "rash"`: whether the cue is a passive one behind the words that a conjunction
    /// joins to a clause before them.
    pub(super) fn is_joined_behind(&self, cue: Span) -> bool {
        let frame = self.frame;
        let conjunction = self.at + 1 + usize::from(frame.is_kind(self.at + 1, TokenKind::Comma));
        let joined = |clause: &Clause| {
            clause.cue_span == cue
                && clause.construction == Construction::Passive
                && frame.skip_adverbs(conjunction + 1) == clause.cue
        };
        frame.is(conjunction, Classes::CONJ)
            && self.clauses.iter().any(joined)
            && self.clause_before().is_some_and(|clause| !clause.construction.is_open())
    }

    /// `One replied within minutes: "…"`: whether a verb of saying with a subject of its own leads to the words by a colon.
    pub(super) fn is_said_behind_colon(&self) -> bool {
        let said = |clause: &Clause| {
            clause.construction == Construction::Finite
                && clause.is(Classes::SPEECH)
                && !clause.relative
                && self.is_light_since(clause)
        };
        self.is_behind_colon() && self.clause_before().is_some_and(said)
    }

    /// `Berg told the paper it was “a mess”`: whether a verb of saying leads to a predicate that the words are the whole of.
    pub(super) fn is_said_to_be(&self) -> bool {
        let frame = self.frame;
        let small = |at: usize| frame.is_article(at) || frame.is_adverb(at);
        let be = (0..self.at).rev().find(|&at| !small(at)).filter(|&at| frame.is(at, Classes::BE));
        let goes_on = |at: usize| {
            let kinds = [TokenKind::Word, TokenKind::Possessive];
            frame.is_quote(at) || frame.kind(at).is_some_and(|kind| kinds.contains(&kind))
        };
        let said = |clause: &Clause| {
            clause.construction == Construction::Finite
                && clause.is(Classes::SPEECH)
                && !clause.relative
                && self.distance(clause) <= LONGEST_PREDICATED
                && be.is_some_and(|be| clause.end < be)
                && (clause.end..self.at).all(goes_on)
        };
        self.clause_before().is_some_and(said)
    }

    /// `“No.” Then, after a while: “Yes.”`: whether nothing but when leads to the words by a colon, so that whoever spoke goes on.
    pub(super) fn is_resumed_behind_colon(&self) -> bool {
        let frame = self.frame;
        let colon = self.at.saturating_sub(1);
        let when = |at: usize| {
            let token = &frame.tokens[at];
            let small = token.is_word() && (token.first || !token.capital);
            token.kind == TokenKind::Comma
                || small
                    && !frame.is_finite_verb(at)
                    && !token.is(Classes::PRON.union(Classes::CUE_NOUN).union(Classes::ROLE))
        };
        let begins = ["then", "and", "after", "later", "finally", "eventually"];
        self.is_behind_colon()
            && begins.iter().any(|word| frame.is_word(0, word))
            && colon <= LONGEST_ANSWERING
            && (0..colon).all(when)
    }

    /// `He was, in her words, "…"`: the noun right before the quotation, behind whoever owns the words.
    fn in_somebodys_words(&self) -> Option<Span> {
        let frame = self.frame;
        if let Some(words) =
            frame.words_of(self.at).or_else(|| self.chanted().map(|(noun, _)| noun))
        {
            return Some(frame.span(words, words + 1));
        }
        let noun = self.before()?;
        let own = usize::from(noun > 2 && frame.is_word(noun - 1, "own"));
        let words = frame.is_word(noun, "words") || frame.is_word(noun, "word");
        let owner = noun.checked_sub(1 + own).filter(|_| words)?;
        let leads = owner > 0 && frame.is(owner, Classes::POSS) && frame.is_word(owner - 1, "in");
        leads.then(|| frame.span(noun, noun + 1))
    }

    /// `heard a man shout "…"`: whether the clause tells who was heard to say what stands right behind it.
    fn is_heard(&self, clause: &Clause) -> bool {
        self.at - clause.cue <= 2 && self.frame.heard_to_say(clause.cue).is_some()
    }

    /// `a video shows Berg telling a guard, "…"`: whether the clause tells who is seen or heard saying what stands behind it.
    pub(super) fn is_shown(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let subject = &clause.subject;
        let person = subject.reference != Reference::Description || subject.is_described_person();
        let shown = clause.construction == Construction::Participle
            && person
            && subject.start.checked_sub(1).is_some_and(|at| frame.perceives(at));
        shown && self.is_light_since(clause) && self.distance(clause) <= LONGEST_HEARER
    }

    /// `Berg said the man stopped, shouted "Sorry!" and left`: whether the clause is one of a list of deeds.
    pub(super) fn is_told_along(&self, clause: &Clause) -> bool {
        let verb = self.frame.skip_adverbs_back(clause.cue);
        clause.construction == Construction::Finite
            && self.frame.told_along(verb, clause.cue).is_some()
    }

    /// `police said Berg ran out, shouting "Stop!"`: whether a participle of voice stands right before the quotation.
    fn is_sounded(&self, clause: &Clause) -> bool {
        clause.construction == Construction::Participle
            && self.before() == Some(clause.cue)
            && self.frame.voices(clause.cue)
            && self.frame.prev(clause.cue).is_some_and(|prev| prev.kind == TokenKind::Comma)
    }

    /// `Lund stopped to thank Berg, who shouted from the bank, "You forgot your hat!"`: whether whoever a relative clause of saying tells of
    /// says the sentence that a comma parts from it.
    fn is_what_they_say(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let comma = self.at - 1;
        let voiced = clause.is(Classes::SPEECH.union(Classes::MANNER));
        let near = clause.end <= comma && (clause.end..comma).all(|at| !frame.is_finite_verb(at));
        clause.relative
            && clause.construction == Construction::Finite
            && voiced
            && near
            && frame.is_kind(comma, TokenKind::Comma)
            && self.words.starts_with(char::is_uppercase)
            && self.last_words.ends_with(['.', '!', '?', '…'])
            && frame.who(clause.cue, comma).is_some()
    }

    /// `with Berg saying it was odd and others calling it "rot"`, `although a nun can be heard shouting "boo"`: whether the participle
    /// before the words has a subject of its own.
    fn is_of_its_own(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        if clause.construction != Construction::Participle || !self.is_near(clause) {
            return false;
        }
        let lead = frame.skip_adverbs_back(clause.cue);
        let own = frame.absolute(lead).or_else(|| frame.perceived(lead));
        own.is_some_and(|own| own.span == clause.subject.span)
    }

    /// `a shot that Berg would later admit was "not what we drew"`: whether the subject of what is said stands before the verb of saying,
    /// so that a form of `be` follows that verb, and the words right behind it.
    fn is_taken_out(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let be = clause.end + usize::from(frame.is(clause.end, Classes::AUX));
        let small = |at: usize| {
            frame.is_adverb(at)
                || frame.is_article(at)
                || frame.is(at, Classes::NEG.union(Classes::BE))
        };
        clause.construction == Construction::Finite
            && clause.is(Classes::SPEECH.union(Classes::THOUGHT))
            && be < self.at
            && frame.is(be, Classes::BE)
            && (be + 1..self.at).all(small)
    }

    /// `citing what a doctor described in a report as "a void"`: whether a verb of judging stands right before the words, whose object is
    /// the `what` before its subject.
    fn is_what_they_call(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let judged = clause.construction == Construction::Finite && clause.is(Classes::JUDGEMENT);
        let what = clause.subject.start.checked_sub(1).filter(|_| judged);
        if !what.is_some_and(|at| frame.is_word(at, "what")) {
            return false;
        }
        // `what we call "luck"`
        let anybody = |word: &&str| frame.is_word(clause.subject.start, word);
        let behind = frame.as_behind(clause.cue).map_or(clause.end, |at| at + 1);
        !["they", "we", "you"].iter().any(anybody)
            && (behind..self.at).all(|at| frame.is_article(at) || frame.is_adverb(at))
    }

    /// Whether the words are certainly of the clause's own subject, whatever else governs its verb.
    fn is_of_its_subject(&self, clause: &Clause) -> bool {
        self.is_of_its_own(clause) || self.is_taken_out(clause) || self.is_what_they_call(clause)
    }

    /// Whose the participle or the verb right before the words is, if it has a subject of its own.
    pub(super) fn own_subject(&self) -> Option<Span> {
        let clause = self.clause_before().filter(|clause| self.is_of_its_subject(clause));
        clause.map(|clause| clause.subject.span)
    }

    /// Whether nothing but an object, or a clause of one verb, stands between a clause and the words.
    fn is_near(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let ends = |at: usize| {
            frame.is_quote(at)
                || matches!(frame.kind(at), Some(TokenKind::Stop | TokenKind::Semicolon))
        };
        let verbs = (clause.end..self.at).filter(|&at| frame.is_finite_verb(at)).count();
        self.distance(clause) <= LONGEST_OWN && verbs <= 1 && !(clause.end..self.at).any(ends)
    }

    /// `or, as Berg puts it, "…"`: whether the clause tells whose words stand right behind it.
    fn puts_it(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let puts = ["puts", "put"].iter().any(|word| frame.is_word(clause.cue, word));
        let next = self.before() == Some(clause.cue + 1);
        let leads = clause.subject.start.checked_sub(1).is_some_and(|at| frame.is_word(at, "as"));
        puts && frame.is_word(clause.cue + 1, "it") && next && leads
    }
}
