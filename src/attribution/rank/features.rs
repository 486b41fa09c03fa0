//! What the model sees of an answer: small facts about the quotation, the reporting clause and the way between them.

use super::facts::{
    beginning, distance_step, ending, length_step, persons, points, side, speech_in, verb_sort,
    way, LONGEST_WAY,
};
use super::Answer;
use crate::attribution::clause::Clause;
use crate::attribution::genre::Genre;
use crate::attribution::phrase::Subject;
use crate::attribution::{Place, Source};
use crate::lexicon::{key, Classes};
use crate::quote::Reference;
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// Takes features one by one.
pub(crate) trait Features {
    /// A fact that a number tells; it has 24 bits.
    fn code(&mut self, template: Template, code: u32);
    /// A fact that a word tells, too.
    fn word(&mut self, template: Template, code: u32, word: &str);
    /// The same of a word that is told again and again.
    fn keyed(&mut self, template: Template, code: u32, word: &Keyed<'_>) {
        self.word(template, code, word.text);
    }
}

/// A word with its number, so that it is worked out once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keyed<'a> {
    pub(crate) text: &'a str,
    /// `None` where there is no word, or none that a list could hold.
    pub(crate) key: Option<u64>,
}

impl<'a> Keyed<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, key: key(text).filter(|_| !text.is_empty()) }
    }
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
    LengthBefore = "length-before",
    Sequence = "sequence",
    First = "first",
    Cue = "cue",
    CueLength = "cue-length",
    Distance = "distance",
    Embedded = "embedded",
    Inner = "inner",
    Outer = "outer",
    Object = "object",
    Score = "score",
    Points = "points",
    Leads = "leads",
    Follows = "follows",
    Head = "head",
    Detail = "detail",
    DetailLength = "detail-length",
    DetailStands = "detail-stands",
    Frame = "frame",
    Again = "again",
    Verb = "verb",
    Inside = "inside",
    Last = "last",
    CuePoints = "cue-points",
    Known = "known",
    Construction = "construction",
    Form = "form",
    Previous = "previous",
    Next = "next",
    SecondNext = "second-next",
    Governs = "governs",
    Sides = "sides",
    Source = "source",
    SourceDistance = "source-distance",
    Shape = "shape",
    ShapeCue = "shape-cue",
    Start = "start",
    End = "end",
    Size = "size",
    Rest = "rest",
    Holds = "holds",
    Verbs = "verbs",
    Joined = "joined",
    Crosses = "crosses",
    Lead = "lead",
    Closing = "closing",
    Found = "found",
    Gender = "gender",
    Mention = "mention",
    Beside = "beside",
    Called = "called",
    Speaks = "speaks",
    Ahead = "ahead",
    Behind = "behind",
    Rival = "rival",
    Sort = "sort",
    Since = "since",
    Turns = "turns",
    Present = "present",
    Voiced = "voiced",
    Stood = "stood",
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
    speech: u32,
    setting: Setting,
    /// The finite verb nearest before the quotation.
    verb: Option<Keyed<'t>>,
    /// What stands right before it, unless that is another quotation.
    word_before: Option<Keyed<'t>>,
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
    /// The subject and the cue by which the quotation before it in the paragraph was answered.
    pub(crate) subject_before: Option<Span>,
    pub(crate) cue_before: Option<Span>,
    pub(crate) genre: Genre,
}

impl<'p, 'f, 't> Context<'p, 'f, 't> {
    pub(crate) fn new(place: &'p Place<'f, 't>, setting: Setting, answers: &[Answer]) -> Self {
        let frame = place.frame;
        let at = place.at;
        let silent = |i: usize| frame.is_quote(i) || !frame.tokens[i].is_word();
        let (lowest, highest) =
            (at.saturating_sub(LONGEST_WAY), (at + 1 + LONGEST_WAY).min(frame.len()));
        let best = answers
            .iter()
            .filter(|answer| !answer.is_carried() && !answer.is_nobody())
            .max_by_key(|answer| answer.score);
        let quotes_before = (lowest..at).filter(|&i| frame.is_quote(i)).count() as u32;
        let quotes_after = (at + 1..highest).filter(|&i| frame.is_quote(i)).count() as u32;
        let joined = at > 1
            && frame.is_quote(at - 2)
            && (frame.is(at - 1, Classes::CONJ) || frame.is_kind(at - 1, TokenKind::Comma));
        let word = |i: usize| Keyed::new(frame.text(i));
        Self {
            place,
            length: length_step(place.word_count),
            before: side(frame, at.checked_sub(1)),
            after: side(frame, Some(at + 1)),
            ends: ending(place.last_words),
            case: beginning(place),
            stands: u32::from(at == 0)
                | u32::from((lowest..highest).all(silent)) << 1
                | u32::from(setting.opens_paragraph) << 2
                | u32::from(setting.narrated) << 3,
            genre: setting.genre,
            sequence: setting.before * 2 + u32::from(joined),
            others: quotes_before.min(3) * 4 + quotes_after.min(3),
            best: best.map_or(0, |answer| {
                answer.pattern_number() * 64 + (answer.score.clamp(0, 1260) / 20) as u32 + 1
            }),
            speech: speech_in(place),
            setting,
            verb: (lowest..at).rev().find(|&i| frame.is_finite_verb(i)).map(word),
            word_before: at.checked_sub(1).filter(|&i| !frame.is_quote(i)).map(word),
        }
    }

    pub(crate) fn genre(&self) -> Genre {
        self.genre
    }

    /// Tells the features of one answer.
    pub(crate) fn describe(&self, answer: &Answer, out: &mut impl Features) {
        let pattern = answer.pattern_number();
        self.describe_quotation(pattern, out);
        match answer.source {
            Source::Nobody => self.describe_silence(out),
            Source::Named(subject) | Source::Carried(subject) => {
                let clause = answer.cue.and_then(|cue| {
                    self.place.clauses.iter().position(|clause| clause.cue_span == cue)
                });
                describe_subject(self.place, pattern, &subject, out);
                self.describe_again(pattern, answer, &subject, out);
                match clause {
                    Some(number) if !answer.is_carried() => {
                        self.describe_clause(pattern, number, answer, out);
                    }
                    _ => self.describe_carried(pattern, answer, out),
                }
            }
            Source::Turn => self.describe_carried(pattern, answer, out),
        }
    }

    fn describe_quotation(&self, pattern: u32, out: &mut impl Features) {
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
    }

    /// What concerns the quotation alone, and so speaks for nobody or against it.
    fn describe_silence(&self, out: &mut impl Features) {
        let frame = self.place.frame;
        let at = self.place.at;
        out.code(Template::Frame, self.speech << 8 | self.length);
        out.code(Template::LengthBefore, self.length << 8 | self.before);
        out.code(Template::First, persons(self.place.words) << 3 | self.length);
        let sort = u32::from(self.place.word_count < 5);
        if let Some(verb) = &self.verb {
            out.keyed(Template::Verb, 0, verb);
        }
        if self.place.word_count < 5 {
            for word in self.place.words.split_whitespace() {
                out.word(Template::Inside, 0, word.trim_matches(|ch: char| !ch.is_alphanumeric()));
            }
        }
        if let Some(last) = self.place.last_words.split_whitespace().next_back() {
            out.word(Template::Last, sort, last.trim_matches(|ch: char| !ch.is_alphanumeric()));
        }
        if let Some(first) = self.place.words.split_whitespace().next() {
            out.word(Template::First, sort, first.trim_matches(|ch: char| !ch.is_alphanumeric()));
        }
        if let Some(word) = &self.word_before {
            out.keyed(Template::WordBefore, sort, word);
        }
        if at > 1 && !frame.is_quote(at - 2) {
            out.word(Template::SecondBefore, sort << 5 | self.before, frame.text(at - 2));
        }
        if frame.get(at + 1).is_some() && !frame.is_quote(at + 1) {
            out.word(Template::WordAfter, sort, frame.text(at + 1));
        }
    }

    /// Whether the quotation before was answered alike.
    fn describe_again(
        &self,
        pattern: u32,
        answer: &Answer,
        subject: &Subject,
        out: &mut impl Features,
    ) {
        let same =
            self.setting.subject_before.map_or(0, |span| 1 + u32::from(span == subject.span));
        let cue = self.setting.cue_before.map_or(0, |span| 1 + u32::from(answer.cue == Some(span)));
        let again = same * 3 + cue;
        out.code(Template::Again, pattern << 4 | again);
        out.code(Template::Again, 1 << 16 | again << 3 | self.sequence);
        if let Some(verb) = self.verb.as_ref().filter(|_| answer.cue.is_none()) {
            out.keyed(Template::Verb, 1 + pattern, verb);
        }
        if let Some(word) = &self.word_before {
            out.keyed(Template::WordBefore, pattern << 2 | 2, word);
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
        let side = u32::from(clause.cue > place.at);
        let (tokens, quotes) = way(place, clause);
        let distance = distance_step(tokens);
        let cue = Keyed::new(place.frame.text(clause.cue));
        let adjacent = u32::from(tokens == 0);
        out.keyed(Template::Cue, side << 1 | adjacent, &cue);
        out.keyed(Template::CueLength, side << 1 | u32::from(place.word_count < 5), &cue);
        out.code(Template::Distance, pattern << 4 | distance);
        out.code(Template::Distance, 1 << 16 | pattern << 8 | distance << 3 | self.length);
        let subject = answer.subject().unwrap_or(&clause.subject);
        out.keyed(Template::CuePoints, points(subject) << 1 | side, &cue);
        let embedded = u32::from(place.frame.is_embedded(subject));
        let relative = u32::from(clause.relative);
        out.code(
            Template::Embedded,
            pattern << 3 | relative << 2 | embedded << 1 | u32::from(quotes),
        );
        self.describe_neighbours(number, side, out);
        let step = (answer.score.clamp(0, 1260) / 20) as u32;
        out.code(Template::Score, pattern << 7 | step);
        out.code(Template::Score, 1 << 16 | u32::from(self.best == pattern * 64 + step + 1));
        if side == 0 {
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
            let held = u32::from(self.place.frame.is_embedded(&inner.subject)) << 11 | gap << 8;
            out.code(Template::Inner, side << 12 | gap << 8 | sort(inner));
            out.code(Template::Inner, 1 << 16 | side << 12 | held | sort(clause));
        }
        let outer = number.checked_sub(1).map(|outer| &clauses[outer]);
        if let Some(outer) = outer.filter(|outer| side == 0 || outer.cue > self.place.at) {
            let gap = gap(outer.end, clause.subject.start.min(clause.cue));
            out.code(Template::Outer, side << 12 | gap << 8 | sort(outer));
            out.code(Template::Outer, 1 << 16 | side << 12 | gap << 8 | sort(clause));
        }
    }

    fn describe_carried(&self, pattern: u32, answer: &Answer, out: &mut impl Features) {
        out.code(Template::Detail, pattern << 14 | answer.detail);
        out.code(Template::DetailLength, pattern << 17 | answer.detail << 3 | self.length);
        out.code(Template::DetailStands, pattern << 19 | answer.detail << 5 | self.stands);
        out.code(Template::Frame, 1 << 12 | pattern << 7 | self.speech << 5 | self.stands);
        out.code(Template::Ends, 1 << 12 | pattern << 6 | self.case << 3 | self.ends);
        out.code(Template::Score, pattern << 7 | (answer.score.clamp(0, 1260) / 20) as u32);
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
    let known = frame.tokens.get(subject.start).is_some_and(|first| {
        // a carried subject stands in another frame
        first.start as usize <= subject.span.start
            && subject.span.start < frame.tokens[frame.len() - 1].end as usize
    });
    if known {
        let lead = side(frame, subject.start.checked_sub(1));
        let next = side(frame, Some(subject.end));
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
        let text = &frame.article[subject.span];
        let head = text.split_whitespace().next_back().unwrap_or(text);
        out.word(Template::Head, 0, head);
    }
}
