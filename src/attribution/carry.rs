//! Reads the paragraphs in order: decides each quotation in its frame, and carries speakers over where none is named.

use super::clause::{governing_subject, push_clauses, Clause};
use super::frame::Frame;
use super::indirect::{reported, Reported};
use super::patterns::place::ends_with_mark;
use super::patterns::{
    Pattern, CARRIED_BACK, CARRIED_PARAGRAPH, CARRIED_SENTENCE, DASH_BYLINE, INTRODUCED, TURN,
    UNATTRIBUTED,
};
use super::phrase::Subject;
use super::{best, Attribution, Candidate, Place, Source};
use crate::lexicon::Classes;
use crate::quotation::QuotationSpan;
use crate::quote::{Kind, Reference};
use crate::span::Span;
use crate::text::chars::is_closing_mark;
use crate::text::tokens::{Token, TokenKind};
use crate::text::ParagraphKind;

/// A candidate below this is no answer.
const THRESHOLD: i32 = 250;
/// A byline under a quotation has at most this many tokens.
const LONGEST_BYLINE: usize = 16;
/// Fewer words than these don't stand as an utterance of their own.
const UTTERANCE: usize = 4;

/// Reads paragraphs and fills in the attributions of the article's outer quotation spans.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    article: &'a str,
    quotes: &'a [QuotationSpan],
    attributions: Vec<Option<Attribution>>,
    /// Who spoke last, or was last said to do something, and in which paragraph.
    last: Option<Last>,
    clauses: Vec<Clause>,
    /// The article is mostly short exchanges.
    dialogue: bool,
    /// Whether clauses without marks are wanted, and those found.
    indirect: bool,
    reported: Vec<Reported>,
    /// People described rather than named, where they act or speak.
    described: Vec<Subject>,
    /// Set where the last paragraph ended in a colon: whoever it introduced, and the cue.
    introducing: Option<(Subject, Option<Span>)>,
    /// The quotation that the last paragraph ended with.
    tail: Option<usize>,
}

/// What reading an article found.
#[derive(Debug)]
pub(crate) struct Findings {
    /// One answer a quotation.
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) reported: Vec<Reported>,
    pub(crate) described: Vec<Subject>,
}

/// A quotation of the paragraph at hand.
#[derive(Clone, Copy)]
struct Seen {
    number: usize,
    /// Frame, by its order in the paragraph, and token in it.
    frame: usize,
    at: usize,
    /// First thing of its frame, or nearly.
    leads: bool,
    /// First thing of the paragraph.
    opens: bool,
}

/// Whoever a paragraph ended with.
#[derive(Clone, Copy, Debug)]
struct Last {
    subject: Subject,
    paragraph: usize,
    /// Words of theirs were quoted last, not only told of.
    quoted: bool,
    /// The other one has answered since.
    answered: bool,
}

/// A speaker taken over from other words than the quotation's frame.
#[derive(Clone, Copy)]
struct Carried {
    source: Source,
    cue: Option<Span>,
    pattern: &'static Pattern,
    score: i32,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(article: &'a str, quotes: &'a [QuotationSpan], indirect: bool) -> Self {
        Self {
            article,
            quotes,
            attributions: vec![None; quotes.len()],
            last: None,
            clauses: Vec::new(),
            indirect,
            reported: Vec::new(),
            described: Vec::new(),
            dialogue: is_dialogue(article, quotes),
            introducing: None,
            tail: None,
        }
    }

    /// The answers: one a quotation, and the reported clauses.
    pub(crate) fn finish(self) -> Findings {
        let quotes = self.quotes;
        let unread = |number: usize| nobody(&UNATTRIBUTED, quotes[number].span, Kind::Direct);
        let all = self.attributions.into_iter().enumerate();
        let attributions =
            all.map(|(number, held)| held.unwrap_or_else(|| unread(number))).collect();
        Findings { attributions, reported: self.reported, described: self.described }
    }

    /// Reads one paragraph, given its tokens.
    pub(crate) fn read(&mut self, tokens: &[Token], kind: ParagraphKind, paragraph: usize) {
        if matches!(kind, ParagraphKind::Byline | ParagraphKind::Caption | ParagraphKind::Notice) {
            self.fill_unread(tokens);
            return;
        }
        let frames = frames(self.article, tokens);
        if self.byline_below(&frames) {
            return;
        }
        let mut introducing = None;
        let mut seen: Vec<Seen> = Vec::new();
        let mut speakers: Vec<Option<Subject>> = Vec::with_capacity(frames.len());
        for (number, frame) in frames.iter().enumerate() {
            self.clauses.clear();
            push_clauses(frame, &mut self.clauses);
            let clauses = std::mem::take(&mut self.clauses);
            for (at, token) in frame.tokens.iter().enumerate() {
                if let Some(quote) = token.quote() {
                    self.decide(frame, &clauses, at, quote);
                    seen.push(Seen {
                        number: quote,
                        frame: number,
                        at,
                        leads: frame.is_led_in(at),
                        opens: number == 0 && at == 0,
                    });
                }
            }
            if self.indirect && kind == ParagraphKind::Body {
                self.reported.extend(reported(frame, &clauses));
            }
            let speaker = frame_speaker(frame, &clauses);
            self.described.extend(speaker.filter(Subject::is_described_person));
            if frame.is_kind(frame.len() - 1, TokenKind::Colon) {
                let cue = clauses.last().map(|clause| clause.cue_span);
                introducing = speaker.map(|subject| (subject, cue));
            }
            speakers.push(speaker);
            self.clauses = clauses;
        }
        self.carry(&frames, &seen, &speakers, paragraph);
        self.remember(&seen, &speakers, kind, paragraph);
        self.introducing = introducing;
        let last = tokens.iter().rev().find(|token| token.is_word() || token.quote().is_some());
        self.tail = last.and_then(|token| token.quote());
    }

    /// `— Tom Reyes` on a line of its own signs the quotation above.
    fn byline_below(&mut self, frames: &[Frame<'_>]) -> bool {
        let (Some(number), [frame]) = (self.tail, frames) else { return false };
        if !frame.is_kind(0, TokenKind::Dash) || frame.len() > LONGEST_BYLINE || frame.is_quote(1) {
            return false;
        }
        let Some(subject) =
            frame.subject_after(1).filter(|subject| subject.reference == Reference::Name)
        else {
            return false;
        };
        let signed = self.attributions[number].as_mut().filter(|held| held.cue.is_none());
        if let Some(held) = signed {
            held.source = Source::Named(subject);
            held.pattern = &DASH_BYLINE;
            held.score = 860;
            held.context = held.context.cover(frame.span(0, frame.len()));
            return true;
        }
        false
    }

    fn fill_unread(&mut self, tokens: &[Token]) {
        for token in tokens {
            if let Some(number) = token.quote() {
                let held = &mut self.attributions[number];
                held.get_or_insert_with(|| nobody(&UNATTRIBUTED, token.span(), Kind::Direct));
            }
        }
    }

    /// Decides a quotation by the patterns of its frame. A span over paragraphs is decided in each and keeps the best.
    fn decide(&mut self, frame: &Frame<'_>, clauses: &[Clause], at: usize, number: usize) {
        let quote = &self.quotes[number];
        let words = &self.article
            [Span { start: quote.parts[0].start, end: quote.parts[quote.parts.len() - 1].end }];
        let place = Place { frame, clauses, at, words, word_count: count_words(words) };
        let context = frame.span(0, frame.len());
        let found = best(&place)
            .filter(|(_, candidate)| candidate.score >= THRESHOLD && !self.is_markup(quote));
        let mut attribution = match found {
            Some((pattern, candidate)) => Attribution {
                source: candidate.subject.map_or(Source::Nobody, Source::Named),
                cue: candidate.cue,
                pattern,
                score: candidate.score,
                kind: kind(&place, &candidate),
                context,
                continues: self.continues(&place, &candidate),
            },
            None => nobody(
                &UNATTRIBUTED,
                context,
                kind(&place, &Candidate { subject: None, cue: None, score: 0 }),
            ),
        };
        if let Some(held) = &self.attributions[number] {
            let context = held.context.cover(context);
            if held.score >= attribution.score {
                attribution = *held;
            }
            attribution.context = context;
        }
        self.attributions[number] = Some(attribution);
    }

    /// `<tag key="value">`: marks of a machine's.
    fn is_markup(&self, quote: &QuotationSpan) -> bool {
        self.article[..quote.span.start].ends_with('=')
    }

    /// Whether the quotation goes on with the utterance before it: `"A," said Anna, "B."`
    fn continues(&self, place: &Place<'_, '_>, candidate: &Candidate) -> bool {
        let frame = place.frame;
        let Some(before) = (0..place.at).rev().find(|&at| frame.is_quote(at)) else { return false };
        let Some(number) = frame.tokens[before].quote() else { return false };
        let same = self.attributions[number]
            .as_ref()
            .is_some_and(|held| held.cue.is_some() && held.cue == candidate.cue);
        let prev = frame.prev(place.at).map(|prev| prev.kind);
        let after = candidate.cue.is_some_and(|cue| cue.start >= frame.tokens[before].end as usize);
        same && after
            && matches!(prev, Some(TokenKind::Comma | TokenKind::Dash))
            && self.quotes[number].closed
    }

    /// Gives the quotations that no frame decided to whoever spoke before.
    fn carry(
        &mut self,
        frames: &[Frame<'_>],
        seen: &[Seen],
        speakers: &[Option<Subject>],
        paragraph: usize,
    ) {
        for (i, quote) in seen.iter().enumerate() {
            if !self.is_open(quote.number) || !self.is_utterance(quote, &frames[quote.frame]) {
                continue;
            }
            let carried = self
                .carried_sentence(&seen[..i])
                .or_else(|| self.introduced_above(quote))
                .or_else(|| introduced(quote, speakers))
                .or_else(|| self.turn(quote, paragraph))
                .or_else(|| self.carried_paragraph(quote, paragraph));
            if let Some(carried) = carried {
                self.assign(quote.number, carried);
            }
        }
        for i in (0..seen.len()).rev() {
            let quote = &seen[i];
            if !self.is_open(quote.number) || !self.is_utterance(quote, &frames[quote.frame]) {
                continue;
            }
            let next = seen.get(i + 1).and_then(|next| self.attributions[next.number]);
            if let Some(Source::Named(subject)) =
                next.filter(|next| next.cue.is_some()).map(|next| next.source)
            {
                let source = Source::Named(subject);
                let cue = next.and_then(|next| next.cue);
                self.assign(
                    quote.number,
                    Carried { source, cue, pattern: &CARRIED_BACK, score: 400 },
                );
            }
        }
    }

    fn assign(&mut self, number: usize, carried: Carried) {
        if let Some(attribution) = &mut self.attributions[number] {
            attribution.source = carried.source;
            attribution.cue = carried.cue;
            attribution.pattern = carried.pattern;
            attribution.score = carried.score;
        }
    }

    fn is_open(&self, number: usize) -> bool {
        self.attributions[number].as_ref().is_some_and(|held| {
            matches!(held.source, Source::Nobody) && std::ptr::eq(held.pattern, &UNATTRIBUTED)
        }) && !self.is_markup(&self.quotes[number])
    }

    /// Whether the quotation stands on its own as a sentence does.
    fn is_utterance(&self, seen: &Seen, frame: &Frame<'_>) -> bool {
        let quote = &self.quotes[seen.number];
        let words = &self.article[quote.parts[0]];
        let alone = frame.tokens.iter().all(|token| token.quote().is_some() || !token.is_word());
        let begins = words.starts_with(|ch: char| {
            ch.is_uppercase() || ch.is_numeric() || matches!(ch, '.' | '…' | '[' | '‘' | '\'')
        });
        let last = &self.article[quote.parts[quote.parts.len() - 1]];
        let ends = ends_with_mark(last) || !quote.closed;
        let long = count_words(words) >= UTTERANCE;
        begins && (alone && (ends || long) || frame.is_led_in(seen.at) && ends && long)
    }

    /// The reporting clause of the quotation before it in the paragraph serves for this one too.
    fn carried_sentence(&self, before: &[Seen]) -> Option<Carried> {
        let held = before.iter().rev().find_map(|seen| {
            self.attributions[seen.number]
                .as_ref()
                .filter(|held| !matches!(held.source, Source::Nobody))
        })?;
        Some(Carried { source: held.source, cue: held.cue, pattern: &CARRIED_SENTENCE, score: 600 })
    }

    /// The paragraph before ended in a colon.
    fn introduced_above(&self, quote: &Seen) -> Option<Carried> {
        let (subject, cue) = self.introducing.filter(|_| quote.opens)?;
        Some(Carried { source: Source::Named(subject), cue, pattern: &INTRODUCED, score: 650 })
    }

    /// In a dialogue the other one answers: behind a question, or where the article is all short exchanges.
    fn turn(&self, quote: &Seen, paragraph: usize) -> Option<Carried> {
        let before = quote.number.checked_sub(1).map(|number| &self.quotes[number])?;
        let near = self.last.is_some_and(|last| last.quoted && last.paragraph + 1 == paragraph);
        let last = &self.article[before.parts[before.parts.len() - 1]];
        let asked = last.trim_end_matches(is_closing_mark).ends_with('?');
        let takes_turn = quote.opens && near && before.closed && (asked || self.dialogue);
        takes_turn.then_some(Carried {
            source: Source::Turn,
            cue: None,
            pattern: &TURN,
            score: 450,
        })
    }

    fn carried_paragraph(&self, quote: &Seen, paragraph: usize) -> Option<Carried> {
        let last = self
            .last
            .filter(|last| quote.opens && !last.answered && last.paragraph + 2 >= paragraph)?;
        let (pattern, score) =
            if last.quoted { (&CARRIED_PARAGRAPH, 500) } else { (&INTRODUCED, 420) };
        Some(Carried { source: Source::Carried(last.subject), cue: None, pattern, score })
    }

    /// Keeps who would go on speaking in the next paragraph.
    fn remember(
        &mut self,
        seen: &[Seen],
        speakers: &[Option<Subject>],
        kind: ParagraphKind,
        paragraph: usize,
    ) {
        if kind == ParagraphKind::Heading {
            return;
        }
        let quoted = seen.iter().rev().find_map(|seen| {
            let held = self.attributions[seen.number].as_ref()?;
            held.source.subject().map(|subject| (*subject, seen.frame))
        });
        let told = speakers
            .iter()
            .enumerate()
            .rev()
            .find_map(|(i, subject)| subject.map(|subject| (subject, i)));
        let last = match (quoted, told) {
            (Some((_, frame)), Some((subject, later))) if frame < later => Some((subject, false)),
            (Some((subject, _)), _) => Some((subject, true)),
            (None, told) => told.map(|(subject, _)| (subject, false)),
        };
        let turned = seen.last().and_then(|seen| self.attributions[seen.number].as_ref());
        let turned = turned.is_some_and(|held| matches!(held.source, Source::Turn));
        self.last = match last {
            _ if turned => {
                self.last.map(|last| Last { paragraph, quoted: true, answered: true, ..last })
            }
            Some((subject, quoted)) => Some(Last { subject, paragraph, quoted, answered: false }),
            None => self.last.filter(|_| seen.is_empty()),
        };
    }
}

/// Whether an article is a dialogue rather than a report: many quotations, most of them short and whole.
fn is_dialogue(article: &str, quotes: &[QuotationSpan]) -> bool {
    let whole = |quote: &&QuotationSpan| {
        let words = &article[quote.parts[0]];
        words.starts_with(char::is_uppercase) && ends_with_mark(words)
    };
    let short = |quote: &&QuotationSpan| count_words(&article[quote.parts[0]]) <= 12;
    let all = quotes.iter().filter(whole).count();
    all >= 8
        && all * 4 >= quotes.len() * 3
        && quotes.iter().filter(whole).filter(short).count() * 3 >= all * 2
}

fn nobody(pattern: &'static Pattern, context: Span, kind: Kind) -> Attribution {
    Attribution {
        source: Source::Nobody,
        cue: None,
        pattern,
        score: 0,
        kind,
        context,
        continues: false,
    }
}

impl Frame<'_> {
    /// Whether at most a word or two and a comma stand before: `Instead, "…"`.
    fn is_led_in(&self, at: usize) -> bool {
        at == 0 || at <= 3 && self.is_kind(at - 1, TokenKind::Comma) && self.is_light(0, at)
    }
}

/// The frames of a paragraph: its tokens cut at each first one.
fn frames<'t>(article: &'t str, tokens: &'t [Token]) -> Vec<Frame<'t>> {
    let mut frames = Vec::new();
    let mut start = 0;
    for at in 1..=tokens.len() {
        if at == tokens.len() || tokens[at].first {
            if at > start {
                frames.push(Frame { article, tokens: &tokens[start..at] });
            }
            start = at;
        }
    }
    frames
}

/// Whom a frame speaks of as speaking: the subject of its last reporting clause, else of its main verb.
fn frame_speaker(frame: &Frame<'_>, clauses: &[Clause]) -> Option<Subject> {
    let reports = Classes::SPEECH.union(Classes::MANNER);
    let clause = clauses.iter().rev().find(|clause| clause.is(reports));
    clause
        .map(|clause| clause.subject)
        .or_else(|| governing_subject(frame, frame.len(), clauses))
        .filter(|subject| {
            // a thing done to nobody in particular carries nothing
            subject.reference != Reference::Description
                || subject.head.is(Classes::ROLE.union(Classes::ORG))
        })
}

/// The subject of the sentence before, in the same paragraph.
fn introduced(quote: &Seen, speakers: &[Option<Subject>]) -> Option<Carried> {
    if !quote.leads {
        return None;
    }
    let subject = speakers[..quote.frame].iter().rev().find_map(|subject| *subject)?;
    Some(Carried { source: Source::Named(subject), cue: None, pattern: &INTRODUCED, score: 450 })
}

pub(crate) fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Direct if the words stand on their own, mixed if they are part of a clause of the reporter's.
fn kind(place: &Place<'_, '_>, candidate: &Candidate) -> Kind {
    let frame = place.frame;
    let capital = place
        .words
        .trim_start_matches(|ch: char| !ch.is_alphanumeric())
        .starts_with(|ch: char| ch.is_uppercase() || ch.is_numeric());
    let next = frame.get(place.at + 1);
    let flows_on =
        next.is_some_and(|next| next.is_word() && !next.first) && !ends_with_mark(place.words);
    let Some(prev) = frame.prev(place.at) else {
        let clause_next =
            candidate.cue.is_some_and(|cue| cue.start >= frame.tokens[place.at].end as usize);
        return if flows_on && !clause_next { Kind::Mixed } else { Kind::Direct };
    };
    let set_off = matches!(
        prev.kind,
        TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::Dash
            | TokenKind::Stop
            | TokenKind::Open
            | TokenKind::Quote(_)
    );
    let after_cue =
        candidate.cue.is_some_and(|cue| cue.end == prev.end as usize) && prev.is(Classes::SPEECH);
    match (set_off || after_cue)
        && (capital || prev.kind == TokenKind::Colon || set_off && ends_with_mark(place.words))
        && !flows_on
    {
        true => Kind::Direct,
        false => Kind::Mixed,
    }
}
