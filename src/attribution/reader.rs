//! Reads the paragraphs in order: gathers the answers for each quotation, chooses, and remembers who spoke.

use super::answers::{near, push_answers};
use super::clause::{push_clauses, Clause, Construction};
use super::factuality::factuality;
use super::frame::{mark_words, Frame};
use super::genre::Genre;
use super::patterns::{DASH_BYLINE, INVERTED_AFTER, SUBJECT_AFTER, UNATTRIBUTED};
use super::phrase::Subject;
use super::rank::features::{Context, Setting};
use super::rank::{choose, score, Answer, Choice, Listing};
use super::reported::{holds_a_cue, push_reported, Considered, Outline, Reported};
use super::told::{begins_frame, frame_speaker, frames};
use super::utterance::{count_words, kind};
use super::{Attribution, Place, Source};
use crate::confidence;
use crate::lexicon::Classes;
use crate::quotation::QuotationSpan;
use crate::quote::{Factuality, Kind, Reference};
use crate::span::Span;
use crate::text::tokens::{Token, TokenKind};
use crate::text::ParagraphKind;

/// A byline under a quotation has at most this many tokens.
const LONGEST_BYLINE: usize = 16;
/// The clause that parts an utterance has at most this many tokens.
const LONGEST_PAUSE: usize = 60;

/// Reads paragraphs and fills in the attributions of the article's outer quotation spans.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(super) article: &'a str,
    pub(super) quotes: &'a [QuotationSpan],
    pub(super) attributions: Vec<Option<Attribution>>,
    /// Who spoke last, or was last said to do something, and in which paragraph.
    pub(super) last: Option<Last>,
    genre: Genre,
    /// Set where the last paragraph ended in a colon: whoever it introduced, and the cue.
    pub(super) introducing: Option<(Subject, Option<Span>)>,
    /// Whom the end of the last paragraph names, whatever they do there.
    pub(super) mentioned: Option<Subject>,
    /// The quotation that the last paragraph ended with.
    pub(super) tail: Option<usize>,
    /// Whether clauses without marks are wanted, and those found.
    indirect: bool,
    reported: Vec<Reported>,
    /// People described rather than named, where they act or speak.
    described: Vec<Subject>,
    /// Names that are the subjects of reporting clauses.
    speaking: Vec<Span>,
    /// What was weighed, if somebody wants to know.
    observed: Option<Vec<Observed>>,
    considered: Option<Vec<Considered>>,
    scratch: Scratch,
}

/// Room that each paragraph uses anew.
#[derive(Debug, Default)]
struct Scratch {
    clauses: Vec<Clause>,
    answers: Vec<Answer>,
    gathered: Vec<Answer>,
}

/// What reading an article found.
#[derive(Debug)]
pub(crate) struct Findings {
    /// One answer a quotation.
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) reported: Vec<Reported>,
    pub(crate) described: Vec<Subject>,
    pub(crate) speaking: Vec<Span>,
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    pub(crate) observed: Vec<Observed>,
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    pub(crate) considered: Vec<Considered>,
}

/// The answers that were weighed for a quotation, with their features as text.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "training"), allow(dead_code))]
pub(crate) struct Observed {
    pub(crate) number: usize,
    pub(crate) answers: Vec<(Answer, i32, Vec<String>)>,
    pub(crate) chosen: usize,
}

/// A quotation of the paragraph at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) number: usize,
    /// Frame, by its order in the paragraph, and token in it.
    pub(super) frame: usize,
    pub(super) at: usize,
    /// First thing of its frame, or nearly.
    pub(super) leads: bool,
    /// First thing of the paragraph.
    pub(super) opens: bool,
    word_count: usize,
    /// Its answers among those of the paragraph.
    first: usize,
    last: usize,
}

/// Whoever a paragraph ended with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Last {
    pub(super) subject: Subject,
    pub(super) paragraph: usize,
    /// Words of theirs were quoted last, not only told of.
    pub(super) quoted: bool,
    /// The other one has answered since.
    pub(super) answered: bool,
}

/// One paragraph, cut up.
#[derive(Debug)]
pub(super) struct Page<'t> {
    pub(super) number: usize,
    pub(super) frames: Vec<Frame<'t>>,
    /// Where each frame's clauses end among all of the paragraph.
    bounds: Vec<usize>,
    pub(super) speakers: Vec<Option<Subject>>,
    pub(super) seen: Vec<Seen>,
    /// Holds words of the reporter's.
    narrated: bool,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(
        article: &'a str,
        quotes: &'a [QuotationSpan],
        genre: Genre,
        indirect: bool,
    ) -> Self {
        Self {
            article,
            quotes,
            attributions: vec![None; quotes.len()],
            last: None,
            indirect,
            reported: Vec::new(),
            described: Vec::new(),
            speaking: Vec::new(),
            genre,
            introducing: None,
            mentioned: None,
            tail: None,
            observed: None,
            considered: None,
            scratch: Scratch::default(),
        }
    }

    /// Keeps what is weighed, for [`Findings::observed`].
    pub(crate) fn observe(&mut self) {
        self.observed = Some(Vec::new());
        self.considered = self.indirect.then(Vec::new);
    }

    /// The answers: one a quotation, and the reported clauses.
    pub(crate) fn finish(self) -> Findings {
        let mut speaking = self.speaking;
        speaking.sort_unstable();
        let quotes = self.quotes;
        let unread = |number: usize| unattributed(quotes[number].span, Kind::Direct);
        let all = self.attributions.into_iter().enumerate();
        let attributions =
            all.map(|(number, held)| held.unwrap_or_else(|| unread(number))).collect();
        Findings {
            attributions,
            reported: self.reported,
            described: self.described,
            speaking,
            observed: self.observed.unwrap_or_default(),
            considered: self.considered.unwrap_or_default(),
        }
    }

    /// Reads one paragraph, given its tokens.
    pub(crate) fn read(&mut self, tokens: &mut [Token], kind: ParagraphKind, paragraph: usize) {
        if matches!(kind, ParagraphKind::Byline | ParagraphKind::Caption | ParagraphKind::Notice) {
            self.fill_unread(tokens);
            return;
        }
        let mut rest = &mut *tokens;
        while !rest.is_empty() {
            let end = (1..rest.len()).find(|&at| begins_frame(&rest[at], at));
            let (frame, behind) = rest.split_at_mut(end.unwrap_or(rest.len()));
            mark_words(self.article, frame);
            rest = behind;
        }
        let frames = frames(self.article, tokens);
        if self.byline_below(&frames) {
            return;
        }
        let mut scratch = std::mem::take(&mut self.scratch);
        let page = self.cut(frames, paragraph, &mut scratch);
        for i in 0..page.seen.len() {
            self.decide(&page, i, &scratch);
        }
        if self.indirect && matches!(kind, ParagraphKind::Body | ParagraphKind::Heading) {
            self.report(&page, &scratch.clauses);
        }
        self.remember(&page.seen, &page.speakers, kind, paragraph);
        self.mentioned = page.frames.last().and_then(Frame::last_name);
        self.introducing = page.introducing(&scratch.clauses);
        let last = tokens.iter().rev().find(|token| token.is_word() || token.quote().is_some());
        self.tail = last.and_then(|token| token.quote());
        self.scratch = scratch;
    }

    /// Whether the last paragraph ended with a quotation, which the next may sign.
    pub(crate) fn awaits_byline(&self) -> bool {
        self.tail.is_some()
    }

    /// Passes over a paragraph that no quotation is near.
    pub(crate) fn skip(&mut self) {
        self.introducing = None;
        self.mentioned = None;
        self.tail = None;
    }

    /// Finds the clauses of each frame and the answers of each quotation in it.
    fn cut<'t>(
        &mut self,
        frames: Vec<Frame<'t>>,
        number: usize,
        scratch: &mut Scratch,
    ) -> Page<'t> {
        let Scratch { clauses, answers, gathered } = scratch;
        clauses.clear();
        answers.clear();
        let mut page = Page {
            number,
            bounds: Vec::with_capacity(frames.len()),
            speakers: Vec::with_capacity(frames.len()),
            seen: Vec::new(),
            narrated: frames.iter().any(|frame| frame.tokens.iter().any(Token::is_word)),
            frames,
        };
        for (number, frame) in page.frames.iter().enumerate() {
            let first = clauses.len();
            push_clauses(frame, clauses);
            let here = &clauses[first..];
            let quoted = frame.tokens.iter().any(|token| token.quote().is_some());
            let opening = if quoted { frame.opening_subject() } else { None };
            for (at, token) in frame.tokens.iter().enumerate() {
                let Some(quote) = token.quote() else { continue };
                let first = answers.len();
                let word_count = count_words(self.words(quote));
                let place = self.place(frame, near(here, at), at, quote, word_count);
                push_answers(&place, opening, answers, gathered);
                page.seen.push(Seen {
                    number: quote,
                    frame: number,
                    at,
                    leads: frame.is_led_in(at),
                    opens: number == 0 && at == 0,
                    word_count,
                    first,
                    last: answers.len(),
                });
            }
            let speaker = frame_speaker(frame, here);
            // in a dialogue the other one is as likely
            let reports = if self.genre == Genre::Report { here } else { &[] };
            self.speaking.extend(reports.iter().filter_map(|clause| {
                let said = clause.is(Classes::SPEECH)
                    && clause.construction != Construction::Passive
                    && !clause.construction.is_open();
                clause.subject.name.filter(|_| said && !clause.relative)
            }));
            let person = speaker.filter(Subject::is_described_person).filter(|subject| {
                // in a report `the candidate could try` is somebody known by name
                let new = ["a", "an", "one", "another"];
                self.genre == Genre::Tale
                    || here.iter().any(|clause| clause.subject.span == subject.span)
                    || new.iter().any(|word| frame.is_word(subject.start, word))
            });
            let told = self.described.len();
            self.described.extend(frame.things_that_speak());
            self.described.extend(person);
            self.described[told..].sort_by_key(|subject| subject.span);
            page.speakers.push(speaker);
            page.bounds.push(clauses.len());
        }
        page
    }

    fn place<'f, 't>(
        &self,
        frame: &'f Frame<'t>,
        clauses: &'f [Clause],
        at: usize,
        number: usize,
        word_count: usize,
    ) -> Place<'f, 't>
    where
        'a: 't,
    {
        Place { frame, clauses, at, words: self.words(number), word_count, governor: None }
    }

    /// The words of a quotation, from the first to the last.
    fn words(&self, number: usize) -> &'a str {
        let parts = &self.quotes[number].parts;
        &self.article[Span { start: parts[0].start, end: parts[parts.len() - 1].end }]
    }

    /// Chooses the answer for the quotation `i` of a paragraph. A span over paragraphs keeps the first speaker found.
    fn decide(&mut self, page: &Page<'_>, i: usize, scratch: &Scratch) {
        let seen = &page.seen[i];
        let frame = &page.frames[seen.frame];
        let clauses = near(page.clauses_of(seen.frame, &scratch.clauses), seen.at);
        let place = self.place(frame, clauses, seen.at, seen.number, seen.word_count);
        let mut answers = scratch.answers[seen.first..seen.last].to_vec();
        let told = |answer: &Answer| {
            std::ptr::eq(answer.pattern, &SUBJECT_AFTER)
                || std::ptr::eq(answer.pattern, &INVERTED_AFTER)
        };
        let glossed = seen.at > 0 && frame.explains(seen.at - 1) && !answers.iter().any(told);
        if glossed || self.is_markup(&self.quotes[seen.number]) {
            answers.truncate(1);
        } else {
            let next = page.seen.get(i + 1);
            let next = next.and_then(|next| strongest(&scratch.answers[next.first..next.last]));
            self.push_carried(page, i, next, &mut answers);
        }
        let context = Context::new(&place, self.setting(page, i), &answers);
        let Choice { answer, number, share } = choose(&context, &answers);
        if let Some(observed) = &mut self.observed {
            let listed = answers.iter().map(|answer| {
                let mut listing = Listing::default();
                context.describe(answer, &mut listing);
                (*answer, score(&context, answer), listing.lines)
            });
            observed.push(Observed {
                number: seen.number,
                answers: listed.collect(),
                chosen: number,
            });
        }
        let span = frame.span(0, frame.len());
        let attribution = Attribution {
            source: answer.source,
            cue: answer.cue,
            pattern: answer.pattern,
            confidence: confidence::of(self.genre, answer.way(), share),
            kind: kind(&place, answer.cue),
            context: span,
            factuality: self.factuality(&place, answer.cue),
            continues: self.continues(&place, answer.cue),
        };
        self.attributions[seen.number] = Some(match self.attributions[seen.number] {
            Some(held) if held.source.is_somebody() => {
                Attribution { context: held.context.cover(span), ..held }
            }
            Some(held) => Attribution { context: held.context.cover(span), ..attribution },
            None => attribution,
        });
    }

    /// Finds what each frame of a paragraph reports without marks. It helps to know whose the words in marks are.
    fn report(&mut self, page: &Page<'_>, clauses: &[Clause]) {
        for (number, frame) in page.frames.iter().enumerate() {
            if !holds_a_cue(frame) {
                continue;
            }
            let here = page.clauses_of(number, clauses);
            let outline = Outline::new(frame, &self.attributions);
            push_reported(&outline, here, &mut self.reported, self.considered.as_mut());
        }
    }

    /// What the cue tells of how the words are meant, if it stands in the quotation's frame.
    fn factuality(&self, place: &Place<'_, '_>, cue: Option<Span>) -> Factuality {
        let clause = place.clauses.iter().find(|clause| Some(clause.cue_span) == cue);
        clause.map_or(Factuality::Asserted, |clause| {
            factuality(place.frame, clause.cue, Some(place.at))
        })
    }

    fn setting(&self, page: &Page<'_>, i: usize) -> Setting {
        let seen = &page.seen[i];
        let before = i.checked_sub(1).map(|i| &page.seen[i]).filter(|b| b.frame == seen.frame);
        let before = before.and_then(|before| self.attributions[before.number].as_ref());
        Setting {
            opens_paragraph: seen.opens,
            narrated: page.narrated,
            before: before.map_or(0, |held| 1 + u32::from(held.source.is_somebody())),
            subject_before: before
                .and_then(|held| held.source.subject())
                .map(|subject| subject.span),
            cue_before: before.and_then(|held| held.cue),
            genre: self.genre,
        }
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
            held.confidence = 960;
            held.context = held.context.cover(frame.span(0, frame.len()));
            return true;
        }
        false
    }

    fn fill_unread(&mut self, tokens: &[Token]) {
        for token in tokens {
            if let Some(number) = token.quote() {
                let held = &mut self.attributions[number];
                held.get_or_insert_with(|| unattributed(token.span(), Kind::Direct));
            }
        }
    }

    /// `<tag key="value">`: marks of a machine's.
    fn is_markup(&self, quote: &QuotationSpan) -> bool {
        self.article[..quote.span.start].ends_with('=')
    }

    /// Whether the quotation goes on with the utterance before it: `"A," said Anna, "B."`
    fn continues(&self, place: &Place<'_, '_>, cue: Option<Span>) -> bool {
        let frame = place.frame;
        let lowest = place.at.saturating_sub(LONGEST_PAUSE);
        let Some(before) = (lowest..place.at).rev().find(|&at| frame.is_quote(at)) else {
            return false;
        };
        let Some(number) = frame.tokens[before].quote() else { return false };
        let same = self.attributions[number]
            .as_ref()
            .is_some_and(|held| held.cue.is_some() && held.cue == cue);
        let prev = frame.prev(place.at).map(|prev| prev.kind);
        let after = cue.is_some_and(|cue| cue.start >= frame.tokens[before].end as usize);
        same && after
            && matches!(prev, Some(TokenKind::Comma | TokenKind::Dash))
            && self.quotes[number].closed
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

impl Page<'_> {
    fn clauses_of<'c>(&self, frame: usize, all: &'c [Clause]) -> &'c [Clause] {
        let first = frame.checked_sub(1).map_or(0, |before| self.bounds[before]);
        &all[first..self.bounds[frame]]
    }

    /// Whom the paragraph's last frame introduces, if it ends in a colon.
    fn introducing(&self, clauses: &[Clause]) -> Option<(Subject, Option<Span>)> {
        let number = self.frames.len().checked_sub(1)?;
        let frame = &self.frames[number];
        if !frame.is_kind(frame.len() - 1, TokenKind::Colon) {
            return None;
        }
        let cue = self.clauses_of(number, clauses).last().map(|clause| clause.cue_span);
        self.speakers[number].map(|subject| (subject, cue))
    }
}

/// The answer of a clause that a pattern thinks fittest.
fn strongest(answers: &[Answer]) -> Option<&Answer> {
    let named = answers.iter().filter(|answer| answer.cue.is_some() && answer.subject().is_some());
    named.max_by_key(|answer| answer.score)
}

fn unattributed(context: Span, kind: Kind) -> Attribution {
    Attribution {
        source: Source::Nobody,
        cue: None,
        pattern: &UNATTRIBUTED,
        confidence: 0,
        kind,
        context,
        factuality: Factuality::Asserted,
        continues: false,
    }
}
