//! What the model sees of an answer: small facts about the quotation, the reporting clause and the way between them.

use super::Answer;
use crate::attribution::clause::Clause;
use crate::attribution::frame::Frame;
use crate::attribution::genre::Genre;
use crate::attribution::patterns::place::ends_with_mark;
use crate::attribution::phrase::Subject;
use crate::attribution::{Place, Source};
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

/// Takes features one by one.
pub(crate) trait Features {
    /// A fact that a number tells; it has 24 bits.
    fn code(&mut self, template: Template, code: u32);
    /// A fact that a word tells, too.
    fn word(&mut self, template: Template, code: u32, word: &str);
}

/// Defines the templates with their names in the table of weights.
macro_rules! templates {
    ($($name:ident = $text:literal,)*) => {
        /// A kind of feature.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Template { $($name,)* }

        impl Template {
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            pub(crate) fn named(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$name),)* _ => None }
            }
        }
    };
}

templates! {
    Bias = "bias",
    Length = "length",
    Before = "before",
    After = "after",
    Around = "around",
    Ends = "ends",
    Case = "case",
    Others = "others",
    Stands = "stands",
    WordBefore = "word-before",
    SecondBefore = "second-before",
    WordAfter = "word-after",
    WordsBefore = "words-before",
    LengthBefore = "length-before",
    Sequence = "sequence",
    Verb = "verb",
    Cue = "cue",
    CueLength = "cue-length",
    CueBefore = "cue-before",
    Distance = "distance",
    Between = "between",
    Rank = "rank",
    Embedded = "embedded",
    Points = "points",
    PointsBy = "points-by",
    Light = "light",
    That = "that",
    Joined = "joined",
    Helped = "helped",
    Form = "form",
    Score = "score",
    Best = "best",
    Rival = "rival",
    Head = "head",
    Detail = "detail",
    DetailLength = "detail-length",
    DetailStands = "detail-stands",
    Frame = "frame",
    Inside = "inside",
    Object = "object",
    Other = "other",
    First = "first",
    Heading = "heading",
    Inner = "inner",
    Outer = "outer",
    Leads = "leads",
    Follows = "follows",
    Main = "main",
}

/// What all answers for one quotation have in common.
#[derive(Debug)]
pub(crate) struct Context<'p, 'f, 't> {
    place: &'p Place<'f, 't>,
    genre: Genre,
    length: u32,
    before: u32,
    after: u32,
    ends: u32,
    case: u32,
    stands: u32,
    sequence: u32,
    others: u32,
    /// The best answer of a pattern: its number and its score in steps.
    best: u32,
    /// Whether some pattern finds a clause right beside the quotation.
    beside: bool,
    speech: u32,
    heading: bool,
    /// Whether the words speak of I, of we, of you.
    persons: u32,
}

/// What the reader knows beside the frame.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The quotation is the first thing of its paragraph.
    pub(crate) opens_paragraph: bool,
    /// The paragraph holds words of the reporter's.
    pub(crate) narrated: bool,
    /// How the quotation before it in the frame was answered: 0 there is none, 1 nobody, 2 somebody.
    pub(crate) before: u32,
    pub(crate) heading: bool,
    pub(crate) genre: Genre,
}

/// Answers above this stand right beside the quotation.
const BESIDE: i32 = 975;

impl<'p, 'f, 't> Context<'p, 'f, 't> {
    pub(crate) fn new(place: &'p Place<'f, 't>, setting: Setting, answers: &[Answer]) -> Self {
        let frame = place.frame;
        let at = place.at;
        let alone = frame.tokens.iter().all(|token| token.quote().is_some() || !token.is_word());
        let best = answers
            .iter()
            .filter(|answer| answer.detail == 0 && !answer.is_nobody())
            .max_by_key(|answer| answer.score);
        let quotes_before = (0..at).rev().take(60).filter(|&i| frame.is_quote(i)).count() as u32;
        let quotes_after =
            (at + 1..frame.len()).take(60).filter(|&i| frame.is_quote(i)).count() as u32;
        let joined = at > 1
            && frame.is_quote(at - 2)
            && (frame.is(at - 1, Classes::CONJ) || frame.is_kind(at - 1, TokenKind::Comma));
        Self {
            place,
            length: length_step(place.word_count),
            before: side(place, at.checked_sub(1)),
            after: side(place, Some(at + 1)),
            ends: ending(place.words),
            case: beginning(place),
            stands: u32::from(at == 0)
                | u32::from(alone) << 1
                | u32::from(setting.opens_paragraph) << 2
                | u32::from(setting.narrated) << 3,
            genre: setting.genre,
            sequence: setting.before * 2 + u32::from(joined),
            others: quotes_before.min(3) * 4 + quotes_after.min(3),
            best: best.map_or(0, |answer| {
                answer.pattern_number() * 64 + (answer.score.clamp(0, 1260) / 20) as u32 + 1
            }),
            beside: answers.iter().any(|answer| answer.score >= BESIDE && !answer.is_nobody()),
            speech: speech_in(place),
            heading: setting.heading,
            persons: persons(place.words),
        }
    }

    pub(crate) fn genre(&self) -> Genre {
        self.genre
    }

    /// Tells the features of one answer.
    pub(crate) fn describe(&self, answer: &Answer, out: &mut impl Features) {
        let pattern = answer.pattern_number();
        let nobody = answer.is_nobody();
        self.describe_quotation(pattern, nobody, out);
        match answer.source {
            Source::Nobody => {
                out.code(Template::Best, self.best);
                out.code(Template::Best, 1 << 20 | (self.best / 64) << 4 | self.length);
                out.code(Template::Frame, self.speech << 8 | self.length);
            }
            Source::Named(subject) | Source::Carried(subject) => {
                let clause = answer.cue.and_then(|cue| {
                    self.place.clauses.iter().position(|clause| clause.cue_span == cue)
                });
                describe_subject(self.place, pattern, &subject, out);
                match clause {
                    Some(number) if answer.detail == 0 => {
                        self.describe_clause(pattern, number, answer, out);
                    }
                    _ => {
                        self.describe_carried(pattern, answer, out);
                        if answer.detail == 0 {
                            self.describe_main_verb(&subject, out);
                        }
                    }
                }
            }
            Source::Turn => self.describe_carried(pattern, answer, out),
        }
        out.code(
            Template::Rival,
            pattern << 2 | u32::from(self.beside) << 1 | u32::from(answer.score >= BESIDE),
        );
    }

    fn describe_quotation(&self, pattern: u32, nobody: bool, out: &mut impl Features) {
        let frame = self.place.frame;
        let at = self.place.at;
        out.code(Template::Bias, pattern);
        out.code(Template::Length, pattern << 3 | self.length);
        out.code(Template::Before, pattern << 5 | self.before);
        out.code(Template::After, pattern << 5 | self.after);
        out.code(Template::Around, pattern << 10 | self.before << 5 | self.after);
        out.code(Template::Ends, pattern << 6 | self.length << 3 | self.ends);
        out.code(Template::Case, pattern << 8 | self.length << 4 | self.case);
        out.code(Template::Others, pattern << 4 | self.others);
        out.code(Template::Stands, pattern << 5 | self.stands);
        out.code(Template::Sequence, pattern << 3 | self.sequence);
        if !nobody {
            return;
        }
        // what concerns the quotation alone speaks for nobody or against it
        out.code(Template::LengthBefore, self.length << 8 | self.before);
        out.code(Template::Inside, self.case << 4 | self.ends);
        out.code(Template::Heading, u32::from(self.heading) << 8 | self.length << 4 | self.case);
        out.code(Template::First, self.persons << 3 | self.length);
        let sort = u32::from(self.place.word_count < 5);
        if let Some(first) = self.place.words.split_whitespace().next() {
            out.word(Template::First, sort, first.trim_matches(|ch: char| !ch.is_alphanumeric()));
        }
        if at > 0 && !frame.is_quote(at - 1) {
            out.word(Template::WordBefore, sort, frame.text(at - 1));
        }
        if at > 1 && !frame.is_quote(at - 2) {
            out.word(Template::SecondBefore, sort << 5 | self.before, frame.text(at - 2));
        }
        if frame.get(at + 1).is_some() && !frame.is_quote(at + 1) {
            out.word(Template::WordAfter, sort, frame.text(at + 1));
        }
    }

    fn describe_clause(
        &self,
        pattern: u32,
        number: usize,
        answer: &Answer,
        out: &mut impl Features,
    ) {
        let place = self.place;
        let clause = &place.clauses[number];
        let behind = clause.cue > place.at;
        let side = u32::from(behind);
        let way = Way::between(place, clause);
        let distance = distance_step(way.tokens);
        let cue = place.frame.text(clause.cue);
        let adjacent = u32::from(way.tokens == 0);
        out.code(Template::Verb, (clause.construction as u32) << 6 | verb_sort(clause) << 1 | side);
        out.word(Template::Cue, side << 1 | adjacent, cue);
        out.word(Template::CueLength, side << 1 | u32::from(self.place.word_count < 5), cue);
        out.word(Template::CueBefore, self.before, cue);
        out.code(Template::Distance, pattern << 4 | distance);
        out.code(Template::Distance, 1 << 16 | pattern << 8 | distance << 3 | self.length);
        out.code(Template::Between, side << 12 | way.verbs << 8 | way.commas << 4 | distance);
        out.code(Template::Between, 1 << 16 | pattern << 8 | way.verbs << 4 | way.commas);
        let rank = place.clauses[..]
            .iter()
            .filter(|other| (other.cue > place.at) == behind)
            .filter(|other| if behind { other.cue < clause.cue } else { other.cue > clause.cue })
            .count() as u32;
        out.code(Template::Rank, pattern << 3 | rank.min(5));
        out.code(Template::Rank, 1 << 12 | side << 11 | rank.min(5) << 5 | verb_sort(clause));
        let subject = answer.subject().unwrap_or(&clause.subject);
        let embedded = u32::from(place.frame.is_embedded(subject));
        out.code(
            Template::Embedded,
            pattern << 3
                | u32::from(clause.relative) << 2
                | embedded << 1
                | u32::from(way.quotes > 0),
        );
        out.code(
            Template::Light,
            pattern << 3 | u32::from(way.verbs == 0) << 2 | way.quotes.min(3),
        );
        out.code(
            Template::That,
            pattern << 6 | u32::from(way.opens_that) << 5 | u32::from(way.that) << 4 | distance,
        );
        out.code(Template::Joined, pattern << 4 | way.joins.min(3) << 2 | way.stops.min(3));
        out.code(Template::Helped, pattern << 4 | helped(place, clause));
        out.code(Template::Helped, 1 << 12 | helped(place, clause) << 6 | verb_sort(clause));
        self.describe_neighbours(number, side, out);
        out.code(Template::Form, pattern << 5 | form(place, clause));
        out.code(Template::Score, pattern << 7 | (answer.score.clamp(0, 1260) / 20) as u32);
        out.code(
            Template::Score,
            1 << 16
                | u32::from(
                    self.best == pattern * 64 + (answer.score.clamp(0, 1260) / 20) as u32 + 1,
                ),
        );
        self.describe_reading(pattern, clause, answer, out);
        out.code(Template::PointsBy, pattern << 6 | points(subject) << 1 | adjacent);
        if !behind {
            out.word(Template::Object, verb_sort(clause), place.frame.text(clause.end));
        }
    }

    /// The clauses before and behind: which of them holds which.
    fn describe_neighbours(&self, number: usize, side: u32, out: &mut impl Features) {
        let clauses = self.place.clauses;
        let clause = &clauses[number];
        let sort = |clause: &Clause| (clause.construction as u32) << 4 | verb_sort(clause);
        let gap = |from: usize, to: usize| distance_step(to.saturating_sub(from)).min(7);
        let inner = clauses.get(number + 1).filter(|inner| side == 1 || inner.cue < self.place.at);
        if let Some(inner) = inner {
            let gap = gap(clause.end, inner.subject.start.min(inner.cue));
            let embedded = u32::from(self.place.frame.is_embedded(&inner.subject));
            out.code(Template::Inner, side << 12 | gap << 8 | sort(inner));
            out.code(
                Template::Inner,
                1 << 16 | side << 12 | embedded << 11 | gap << 8 | sort(clause),
            );
        }
        let outer = number.checked_sub(1).map(|outer| &clauses[outer]);
        if let Some(outer) = outer.filter(|outer| side == 0 || outer.cue > self.place.at) {
            let gap = gap(outer.end, clause.subject.start.min(clause.cue));
            out.code(Template::Outer, side << 12 | gap << 8 | sort(outer));
            out.code(Template::Outer, 1 << 16 | side << 12 | gap << 8 | sort(clause));
        }
    }

    /// The verb that governs where none of saying does, and how the words go on to the quotation.
    fn describe_main_verb(&self, subject: &Subject, out: &mut impl Features) {
        let frame = self.place.frame;
        let from = subject.end.min(self.place.at);
        let lowest = self.place.at.saturating_sub(LONGEST_WAY).max(from);
        let verb = (lowest..self.place.at).find(|&at| frame.is_finite_verb(at));
        let Some(verb) = verb else { return };
        let gap = distance_step(self.place.at - verb);
        out.word(Template::Main, 0, frame.text(verb));
        out.word(Template::Main, 1 + self.before, frame.text(verb));
        out.code(Template::Main, gap << 5 | self.before);
        out.code(Template::Main, 1 << 12 | gap << 8 | self.case << 4 | self.length);
    }

    /// How sure it is that the subject is the verb's.
    fn describe_reading(
        &self,
        pattern: u32,
        clause: &Clause,
        answer: &Answer,
        out: &mut impl Features,
    ) {
        let other = answer.other.map_or(0, |other| other as u32 + 1);
        if other == 0 && !answer.doubted {
            return;
        }
        let Some(subject) = answer.subject() else { return };
        let construction = clause.construction as u32;
        let gap = distance_step(clause.cue.saturating_sub(subject.end));
        let primary = points(&clause.subject);
        let commas = (subject.end..clause.cue)
            .take(LONGEST_WAY)
            .filter(|&at| self.place.frame.is_kind(at, TokenKind::Comma))
            .count() as u32;
        out.code(Template::Other, other << 8 | construction << 4 | gap);
        out.code(
            Template::Other,
            1 << 16 | other << 12 | construction << 8 | primary << 4 | points(subject),
        );
        out.code(Template::Other, 2 << 16 | other << 12 | gap << 4 | commas.min(3));
        out.code(Template::Other, 3 << 16 | other << 12 | pattern << 4 | points(subject));
        let verb = self.place.frame.skip_adverbs_back(clause.cue);
        let adjacent = u32::from(clause.subject.end == verb);
        let relative = u32::from(clause.relative);
        let first = &self.place.frame.tokens[clause.subject.start];
        let determined = u32::from(first.is(Classes::DET.union(Classes::POSS)) || first.capital);
        let held = adjacent << 2 | relative << 1 | determined;
        let speech = u32::from(clause.is(Classes::SPEECH));
        out.code(
            Template::Other,
            4 << 16 | other << 12 | construction << 6 | speech << 4 | primary,
        );
        out.code(Template::Other, 5 << 16 | other << 12 | construction << 4 | held);
        out.code(
            Template::Other,
            6 << 16 | other << 12 | held << 8 | primary << 4 | points(subject),
        );
    }

    fn describe_carried(&self, pattern: u32, answer: &Answer, out: &mut impl Features) {
        out.code(Template::Detail, pattern << 14 | answer.detail);
        out.code(Template::DetailLength, pattern << 17 | answer.detail << 3 | self.length);
        out.code(Template::DetailStands, pattern << 19 | answer.detail << 5 | self.stands);
        out.code(Template::Frame, 1 << 12 | pattern << 7 | self.speech << 5 | self.stands);
        out.code(Template::Ends, 1 << 12 | pattern << 6 | self.case << 3 | self.ends);
        out.code(Template::Best, 1 << 21 | pattern << 13 | (self.best / 64));
        out.code(Template::Score, pattern << 7 | (answer.score.clamp(0, 1260) / 20) as u32);
    }
}

/// What stands between a clause and the quotation.
struct Way {
    tokens: usize,
    verbs: u32,
    commas: u32,
    quotes: u32,
    joins: u32,
    stops: u32,
    that: bool,
    opens_that: bool,
}

/// No more tokens than these are looked at.
const LONGEST_WAY: usize = 60;

impl Way {
    fn between(place: &Place<'_, '_>, clause: &Clause) -> Self {
        let frame = place.frame;
        let (start, end) = if clause.cue < place.at {
            (clause.end.max(clause.subject.end.min(place.at)).min(place.at), place.at)
        } else {
            (place.at + 1, clause.start.min(clause.subject.start).max(place.at + 1))
        };
        let mut way = Self {
            tokens: end - start,
            verbs: 0,
            commas: 0,
            quotes: 0,
            joins: 0,
            stops: 0,
            that: false,
            opens_that: frame.is_word(clause.end, "that"),
        };
        for at in (start..end).take(LONGEST_WAY) {
            match frame.kind(at) {
                Some(TokenKind::Comma) => way.commas += 1,
                Some(TokenKind::Quote(_)) => way.quotes += 1,
                Some(TokenKind::Stop | TokenKind::Semicolon | TokenKind::Dash) => way.stops += 1,
                _ if frame.is(at, Classes::CONJ) => way.joins += 1,
                _ if frame.is_word(at, "that") => way.that = true,
                _ if frame.is_finite_verb(at) => way.verbs += 1,
                _ => {}
            }
        }
        way.verbs = way.verbs.min(5);
        way.commas = way.commas.min(4);
        if way.tokens == 1 && way.commas + way.stops == 1 {
            way.tokens = 0;
        }
        way
    }
}

fn length_step(words: usize) -> u32 {
    match words {
        0 | 1 => 0,
        2 => 1,
        3 => 2,
        4 => 3,
        5..=7 => 4,
        8..=12 => 5,
        13..=24 => 6,
        _ => 7,
    }
}

fn distance_step(tokens: usize) -> u32 {
    match tokens {
        0..=4 => tokens as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=22 => 8,
        23..=35 => 9,
        _ => 10,
    }
}

/// What stands at one side of the quotation, in five bits.
fn side(place: &Place<'_, '_>, at: Option<usize>) -> u32 {
    side_at(place.frame, at)
}

fn side_at(frame: &Frame<'_>, at: Option<usize>) -> u32 {
    let Some(token) = at.and_then(|at| frame.get(at)) else { return 0 };
    let at = at.unwrap_or_default();
    match token.kind {
        TokenKind::Quote(_) => 1,
        TokenKind::Comma => 2,
        TokenKind::Colon => 3,
        TokenKind::Dash => 4,
        TokenKind::Open => 5,
        TokenKind::Close => 6,
        TokenKind::Stop => 7,
        TokenKind::Semicolon => 8,
        TokenKind::Possessive => 9,
        TokenKind::Number => 10,
        TokenKind::Word if token.is(Classes::SPEECH) && frame.is_finite_verb(at) => 11,
        TokenKind::Word if token.is(Classes::CUE) && frame.is_finite_verb(at) => 12,
        TokenKind::Word if token.is(Classes::CUE_NOUN) => 13,
        TokenKind::Word if token.is(Classes::BE) => 14,
        TokenKind::Word if token.is(Classes::AUX) => 15,
        TokenKind::Word if token.is(Classes::POSS) => 16,
        TokenKind::Word if frame.is_word(at, "that") => 17,
        TokenKind::Word if frame.is_word(at, "as") => 18,
        TokenKind::Word if frame.is_word(at, "a") || frame.is_word(at, "an") => 19,
        TokenKind::Word if token.is(Classes::DET) => 20,
        TokenKind::Word if frame.is_word(at, "to") => 21,
        TokenKind::Word if token.is(Classes::PREP) => 22,
        TokenKind::Word if token.is(Classes::CONJ) => 23,
        TokenKind::Word if token.is(Classes::PRON) => 24,
        TokenKind::Word if token.is(Classes::REL.union(Classes::WH).union(Classes::SUB)) => 25,
        TokenKind::Word if frame.is_finite_verb(at) => 26,
        TokenKind::Word if token.capital => 27,
        TokenKind::Word if token.is(Classes::ADV) => 28,
        TokenKind::Word if token.word.forms.any(Forms::ING) => 29,
        TokenKind::Word => 30,
        _ => 31,
    }
}

/// How the words end: 0 openly, 1 comma, 2 stop, 3 question or exclamation, 4 another mark.
fn ending(words: &str) -> u32 {
    let words = words.trim_end();
    match words.chars().next_back() {
        Some(',') => 1,
        Some('.') => 2,
        Some('?' | '!') => 3,
        _ if ends_with_mark(words) => 4,
        _ => 0,
    }
}

/// Whether the words speak of me, of us, of you.
fn persons(words: &str) -> u32 {
    let mut held = 0;
    for word in words.split(|ch: char| !ch.is_alphanumeric()).take(40) {
        held |= match word {
            "I" | "my" | "My" | "me" => 1,
            "we" | "We" | "our" | "Our" | "us" => 2,
            "you" | "You" | "your" | "Your" => 4,
            _ => 0,
        };
    }
    held
}

/// How the words begin: small letter, capital, all capitals, title case, number, something else.
fn beginning(place: &Place<'_, '_>) -> u32 {
    let words = place.words;
    let letters = words.trim_start_matches(|ch: char| !ch.is_alphanumeric());
    match letters.chars().next() {
        Some(ch) if ch.is_numeric() => 4,
        Some(ch) if ch.is_uppercase() => {
            let capitals = letters.chars().take(40).filter(|ch| ch.is_alphabetic());
            if capitals.clone().count() > 1 && capitals.clone().all(char::is_uppercase) {
                2
            } else if place.word_count <= 12 && place.is_title_case() {
                3
            } else if letters.len() == words.len() {
                1
            } else {
                6
            }
        }
        Some(_) if letters.len() == words.len() => 0,
        Some(_) => 5,
        None => 7,
    }
}

/// Whether the frame holds a verb of saying before and behind the quotation.
fn speech_in(place: &Place<'_, '_>) -> u32 {
    let reports = Classes::SPEECH.union(Classes::JUDGEMENT);
    let mut sides = 0;
    for clause in place.clauses.iter().filter(|clause| clause.is(reports)) {
        sides |= if clause.cue < place.at { 1 } else { 2 };
    }
    sides
}

/// The classes of a clause's verb in four bits.
fn verb_sort(clause: &Clause) -> u32 {
    u32::from(clause.is(Classes::SPEECH))
        | u32::from(clause.is(Classes::MANNER)) << 1
        | u32::from(clause.is(Classes::JUDGEMENT)) << 2
        | u32::from(clause.is(Classes::THOUGHT)) << 3
}

/// What helps or denies the verb: negation, a modal, `to`.
fn helped(place: &Place<'_, '_>, clause: &Clause) -> u32 {
    let frame = place.frame;
    let lowest = clause.cue.saturating_sub(4).max(if clause.subject.end <= clause.cue {
        clause.subject.end
    } else {
        0
    });
    let mut held = 0;
    for at in lowest..clause.cue {
        held |= u32::from(frame.is(at, Classes::NEG));
        held |= u32::from(frame.is(at, Classes::BE)) << 1;
        held |= u32::from(frame.is(at, Classes::AUX)) << 2;
        held |= u32::from(frame.is_word(at, "to")) << 3;
    }
    held
}

fn form(place: &Place<'_, '_>, clause: &Clause) -> u32 {
    let forms = place.frame.tokens[clause.cue].word.forms;
    u32::from(forms.any(Forms::BASE))
        | u32::from(forms.any(Forms::THIRD)) << 1
        | u32::from(forms.any(Forms::PAST)) << 2
        | u32::from(forms.any(Forms::ING)) << 3
        | u32::from(forms.any(Forms::PARTICIPLE)) << 4
}

/// How a subject points, and at what sort of thing, in five bits.
fn points(subject: &Subject) -> u32 {
    match subject.reference {
        Reference::Name => 1 + u32::from(subject.head.is(Classes::ORG)),
        Reference::Pronoun => 3,
        _ if subject.head.is(Classes::ROLE) => 4,
        _ if subject.head.is(Classes::ORG) => 5,
        _ if subject.head.is(Classes::CUE_NOUN) => 6,
        _ => 7,
    }
}

fn describe_subject(
    place: &Place<'_, '_>,
    pattern: u32,
    subject: &Subject,
    out: &mut impl Features,
) {
    let sort = points(subject);
    out.code(Template::Points, sort);
    let frame = place.frame;
    let known = place.frame.tokens.get(subject.start).is_some_and(|first| {
        // a carried subject stands in another frame
        first.start as usize <= subject.span.start
            && subject.span.start < frame.tokens[frame.len() - 1].end as usize
    });
    if known {
        let lead = side_at(frame, subject.start.checked_sub(1));
        let next = side_at(frame, Some(subject.end));
        out.code(Template::Leads, lead << 4 | sort);
        out.code(Template::Leads, 1 << 16 | pattern << 8 | lead);
        out.code(Template::Follows, next << 4 | sort);
        out.code(Template::Follows, 1 << 16 | pattern << 8 | next);
    }
    if subject.reference == Reference::Name {
        let first = frame.tokens.get(subject.start).filter(|_| known);
        let given = first.is_some_and(|token| token.is(Classes::GIVEN));
        let place = subject.head.is(Classes::PLACE);
        let words = (subject.end - subject.start).min(4) as u32;
        let sort = u32::from(given) << 4 | u32::from(place) << 3 | words;
        out.code(Template::Points, 1 << 20 | pattern << 8 | sort);
    }
    out.code(Template::Points, 1 << 12 | pattern << 4 | sort);
    if subject.reference != Reference::Name {
        let text = &place.frame.article[subject.span];
        let head = text.split_whitespace().next_back().unwrap_or(text);
        out.word(Template::Head, 0, head);
    }
}
