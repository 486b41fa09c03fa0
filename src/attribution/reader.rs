//! Reads the paragraphs in order: chooses among the answers for each quotation, and remembers who spoke.

use std::ops::Range;

use super::decide::Observed;
use super::frame::Frame;
use super::genre::Genre;
use super::page::Page;
use super::patterns::{DASH_BYLINE, UNATTRIBUTED};
use super::people::People;
use super::phrase::Subject;
use super::reported::{holds_a_cue, push_reported, Considered, Outline, Reported};
use super::rounds::Question;
use super::sheet::Sheet;
use super::{Attribution, Source};
use crate::quotation::QuotationSpan;
use crate::quote::{Factuality, Kind, Reference};
use crate::span::Span;
use crate::text::tokens::{Token, TokenKind};
use crate::text::ParagraphKind;

/// A byline under a quotation has at most this many tokens.
const LONGEST_BYLINE: usize = 16;
/// Whoever is interviewed was quoted at most so many paragraphs before.
const FARTHEST_VOICE: usize = 4;

/// A paragraph of the batch at hand.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// Its number in the article.
    pub(crate) number: usize,
    pub(crate) kind: ParagraphKind,
    /// Its tokens among those of the batch.
    pub(crate) tokens: Range<usize>,
    /// A quotation is near, or clauses without marks are wanted.
    pub(crate) read: bool,
}

impl Stretch {
    /// Whether sentences are to be read in it.
    pub(super) fn is_text(&self) -> bool {
        !matches!(self.kind, ParagraphKind::Byline | ParagraphKind::Caption | ParagraphKind::Notice)
    }
}

/// Reads paragraphs and fills in the attributions of the article's outer quotation spans.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(super) article: &'a str,
    pub(super) quotes: &'a [QuotationSpan],
    pub(super) attributions: Vec<Option<Attribution>>,
    /// Who spoke last, or was last said to do something, and in which paragraph.
    pub(super) last: Option<Last>,
    pub(super) genre: Genre,
    /// Set where the last paragraph ended in a colon: whoever it introduced, and the cue.
    pub(super) introducing: Option<(Subject, Option<Span>)>,
    /// Who took something in some way at the end of the last paragraph.
    pub(super) reacting: Option<Subject>,
    /// Who spoke last, if the last paragraph is a question to them.
    pub(super) interviewed: Option<Subject>,
    /// Who was quoted last, and in which paragraph.
    voice: Option<(Subject, usize)>,
    /// The last question that ended a paragraph.
    pub(super) asked: Option<Question>,
    /// Whom the end of the last paragraph names, whatever they do there.
    pub(super) mentioned: Option<Subject>,
    /// The quotation that the last paragraph ended with.
    pub(super) tail: Option<usize>,
    /// Whether clauses without marks are wanted, and those found.
    indirect: bool,
    reported: Vec<Reported>,
    people: People,
    /// What was weighed, if somebody wants to know.
    pub(super) observed: Option<Vec<Observed>>,
    considered: Option<Vec<Considered>>,
    sheet: Sheet,
}

/// What reading an article found.
#[derive(Debug)]
pub(crate) struct Findings {
    /// One answer a quotation.
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) reported: Vec<Reported>,
    pub(crate) people: People,
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    pub(crate) observed: Vec<Observed>,
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    pub(crate) considered: Vec<Considered>,
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
            people: People::default(),
            genre,
            introducing: None,
            reacting: None,
            interviewed: None,
            voice: None,
            asked: None,
            mentioned: None,
            tail: None,
            observed: None,
            considered: None,
            sheet: Sheet::default(),
        }
    }

    /// Keeps what is weighed, for [`Findings::observed`].
    pub(crate) fn observe(&mut self) {
        self.observed = Some(Vec::new());
        self.considered = self.indirect.then(Vec::new);
    }

    /// The answers: one a quotation, and the reported clauses.
    pub(crate) fn finish(self) -> Findings {
        let mut people = self.people;
        people.speaking.sort_unstable();
        let quotes = self.quotes;
        let unread = |number: usize| unattributed(quotes[number].span, Kind::Direct);
        let all = self.attributions.into_iter().enumerate();
        let attributions =
            all.map(|(number, held)| held.unwrap_or_else(|| unread(number))).collect();
        Findings {
            attributions,
            reported: self.reported,
            people,
            observed: self.observed.unwrap_or_default(),
            considered: self.considered.unwrap_or_default(),
        }
    }

    /// Reads a batch of paragraphs, given its tokens: cuts all of them up, then decides one by one.
    pub(crate) fn read(&mut self, tokens: &mut [Token], stretches: &[Stretch]) {
        let mut sheet = std::mem::take(&mut self.sheet);
        sheet.push_frames(self.article, tokens, stretches, self.tail.is_some());
        let tokens = &*tokens;
        let frames = sheet.frames(self.article, tokens);
        sheet.push_clauses(&frames);
        sheet.push_answers(&frames, self);
        sheet.push_people(&frames, self);
        for (number, stretch) in stretches.iter().enumerate() {
            // what the last paragraph ended with may be signed by this one
            if !stretch.read && self.tail.is_none() {
                self.skip();
                continue;
            }
            if !stretch.is_text() {
                self.fill_unread(&tokens[stretch.tokens.clone()]);
                continue;
            }
            let page = sheet.page(number, stretch.number, &frames);
            if !self.byline_below(page.frames) {
                sheet.extend_people(number, &mut self.people);
                self.read_page(&page, stretch.kind);
                self.tail = page.tail;
            }
        }
        self.sheet = sheet;
    }

    /// Decides about the quotations of a paragraph, and keeps what the next one may need.
    fn read_page(&mut self, page: &Page<'_>, kind: ParagraphKind) {
        for i in 0..page.seen.len() {
            self.decide(page, i);
        }
        self.sign(page);
        if self.indirect && matches!(kind, ParagraphKind::Body | ParagraphKind::Heading) {
            self.report(page);
        }
        self.interviewed = self.interviewed(page);
        self.remember(page, kind);
        self.keep_question(page);
        self.mentioned = page.frames.last().and_then(Frame::last_name);
        self.introducing = page.introducing();
        self.reacting = page.frames.last().and_then(Frame::reacting);
    }

    /// Passes over a paragraph that no quotation is near.
    fn skip(&mut self) {
        self.introducing = None;
        self.reacting = None;
        self.interviewed = None;
        self.mentioned = None;
        self.tail = None;
    }

    /// Whom a paragraph of the reporter's own puts something to, if it does.
    fn interviewed(&self, page: &Page<'_>) -> Option<Subject> {
        let spoken_to = page.speaks_to_somebody();
        let last = self.last.filter(|last| last.quoted && (spoken_to || page.is_question()));
        // what the reporter tells between may be about other things
        let voice =
            self.voice.filter(|(_, told)| spoken_to && told + FARTHEST_VOICE >= page.number);
        last.map(|last| last.subject).or(voice.map(|(voice, _)| voice))
    }

    /// Finds what each frame of a paragraph reports without marks. It helps to know whose the words in marks are.
    fn report(&mut self, page: &Page<'_>) {
        for (number, frame) in page.frames.iter().enumerate() {
            if !holds_a_cue(frame) {
                continue;
            }
            let here = page.clauses_of(number);
            let outline = Outline::new(frame, &self.attributions);
            push_reported(&outline, here, &mut self.reported, self.considered.as_mut());
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
        // `They held up a card that says “…”` is a sentence of the reporter's, and so may be what stands below
        let begins = self.quotes[number].span.start;
        let signed = self.attributions[number].as_mut();
        let signed = signed.filter(|held| held.cue.is_none() && held.context.start == begins);
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

    /// Keeps who would go on speaking in the next paragraph.
    fn remember(&mut self, page: &Page<'_>, kind: ParagraphKind) {
        if kind == ParagraphKind::Heading {
            return;
        }
        let &Page { seen, speakers, number: paragraph, .. } = page;
        let quoted = seen.iter().rev().find_map(|seen| {
            let held = self.attributions[seen.number].as_ref()?;
            held.source.subject().map(|subject| (*subject, seen.frame))
        });
        self.voice = quoted.map(|(voice, _)| (voice, paragraph)).or(self.voice);
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
