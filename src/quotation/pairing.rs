//! Pairs the marks of one paragraph, nested ones too, and recovers where one is missing.

use smallvec::SmallVec;

use super::marks::{Family, Mark};
use crate::lexicon::{Classes, Forms, Lexicon};
use crate::span::Span;
use crate::text::chars;

/// A pair of marks in one paragraph, or half of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// Marks included.
    pub(super) span: Span,
    /// Marks excluded.
    pub(super) words: Span,
    pub(super) depth: u32,
    pub(super) closed: bool,
    /// Still open at the paragraph's end.
    pub(super) runs_on: bool,
}

/// Nesting deeper than this is no quotation but noise; its marks are passed over.
const DEEPEST: usize = 8;

/// Most paragraphs have fewer marks, and fewer pairs of them.
const MARKS: usize = 16;

/// The pairs of one paragraph.
pub(super) type Pairs = SmallVec<[Pair; MARKS / 4]>;

/// The pairs of a paragraph, in text order.
pub(super) fn pair(article: &str, paragraph: Span, marks: &[Mark], single_primary: bool) -> Pairs {
    if marks.is_empty() {
        return Pairs::new();
    }
    let mut pairing = Pairing {
        article,
        paragraph,
        marks,
        single_primary,
        balance: balance(marks),
        open: SmallVec::new(),
        pairs: Pairs::new(),
    };
    for i in 0..marks.len() {
        pairing.take(i);
    }
    pairing.finish()
}

/// For each mark: how many more marks close than open, from it to the end, singles apart.
fn balance(marks: &[Mark]) -> SmallVec<[i32; MARKS]> {
    let mut sum = 0;
    let mut balance: SmallVec<[i32; MARKS]> = marks
        .iter()
        .rev()
        .map(|mark| {
            if !mark.single && mark.may_open != mark.may_close {
                sum += if mark.may_close { 1 } else { -1 };
            }
            sum
        })
        .collect();
    balance.reverse();
    balance
}

struct Pairing<'a> {
    article: &'a str,
    paragraph: Span,
    marks: &'a [Mark],
    single_primary: bool,
    balance: SmallVec<[i32; MARKS]>,
    /// Marks that wait for their closing ones.
    open: SmallVec<[usize; DEEPEST]>,
    pairs: Pairs,
}

impl Pairing<'_> {
    fn take(&mut self, i: usize) {
        crate::work::step();
        let mark = self.marks[i];
        if mark.single && self.open.is_empty() && !self.single_primary {
            return;
        }
        let waiting = self.open.iter().rposition(|&open| self.marks[open].family == mark.family);
        let top = waiting.is_some_and(|at| at + 1 == self.open.len());
        if mark.may_close && top && !(mark.may_open && self.opens_within(i)) {
            if !self.is_apostrophe(i) {
                self.close(i, self.open.len() - 1);
            }
        } else if mark.may_open {
            self.open(i, top);
        } else if let (Some(at), false) = (waiting, mark.single) {
            // what waits above has lost its closing mark: an apostrophe most often
            self.close(i, at);
        } else if self.open.is_empty() && !mark.single {
            self.close_stray(mark);
        }
    }

    /// Whether an either-way mark opens a span within the one that waits: `"He said "go" twice."`
    fn opens_within(&self, i: usize) -> bool {
        let mark = self.marks[i];
        mark.family == Family::Guillemet
            && self.article[mark.span]
                == self.article[self.marks[self.open[self.open.len() - 1]].span]
    }

    fn open(&mut self, i: usize, top: bool) {
        let mark = self.marks[i];
        if top && !mark.single {
            let nests = self.balance[i] >= self.open.len() as i32;
            if !nests {
                let lost = self.open.pop().map(|open| self.marks[open]);
                if let Some(lost) = lost {
                    let end = lost.span.end.max(mark.span.start);
                    self.push(lost.span.start, lost.span.end, end, end, false, false);
                }
            }
        } else if top {
            // a single mark again: the one before it was an apostrophe
            self.open.pop();
        }
        if self.open.len() < DEEPEST {
            self.open.push(i);
        }
    }

    /// Whether a single mark that could close is the apostrophe of a plural possessive, a better one following.
    fn is_apostrophe(&self, i: usize) -> bool {
        let mark = self.marks[i];
        if !mark.single || mark.strong || !self.article[..mark.span.start].ends_with(['s', 'S']) {
            return false;
        }
        let outer = self.open.len() > 1;
        self.marks[i + 1..]
            .iter()
            .take_while(|next| next.single || !outer)
            .find(|next| next.single)
            .is_some_and(|next| next.may_close)
    }

    fn close(&mut self, i: usize, at: usize) {
        let (open, close) = (self.marks[self.open[at]], self.marks[i]);
        self.open.truncate(at);
        self.push(open.span.start, open.span.end, close.span.start, close.span.end, true, false);
    }

    /// A closing mark with none open: the words from the paragraph's start, if they look like speech.
    fn close_stray(&mut self, mark: Mark) {
        let behind = chars::before(self.article, mark.span.start);
        let spoken = behind.is_some_and(|ch| matches!(ch, ',' | '.' | '!' | '?' | '…'));
        if spoken && self.pairs.is_empty() {
            let start = self.paragraph.start;
            self.push(start, start, mark.span.start, mark.span.end, false, false);
        }
    }

    fn push(
        &mut self,
        start: usize,
        words: usize,
        words_end: usize,
        end: usize,
        closed: bool,
        runs_on: bool,
    ) {
        let words = Span::new(words, words_end.max(words));
        let solid = self.article[words].chars().any(|ch| !ch.is_whitespace());
        if solid {
            let span = Span::new(start, start + self.article[start..end].trim_end().len());
            self.pairs.push(Pair { span, words, depth: self.open.len() as u32, closed, runs_on });
        }
    }

    fn finish(mut self) -> Pairs {
        self.open.truncate(1);
        if let Some(open) = self.open.pop().map(|open| self.marks[open]) {
            // an inner span that lies within the lost one was pushed with the depth it really has
            let end = self.paragraph.end;
            if !open.single || self.single_primary {
                self.push(open.span.start, open.span.end, end, end, false, true);
            }
        }
        self.pairs.sort_by_key(|pair| (pair.span.start, pair.depth));
        self.pairs
    }
}

/// The speech that a dash opens: up to the next dash that stands free, or to a reporting clause.
pub(super) fn dash_speech(article: &str, paragraph: Span) -> Pair {
    let text = &article[paragraph];
    let words = text.len() - text.trim_start_matches(chars::is_dash).trim_start().len();
    let end = speech_end(&text[words..]) + words;
    Pair {
        span: Span::new(paragraph.start, paragraph.start + end),
        words: Span::new(paragraph.start + words, paragraph.start + end),
        depth: 0,
        closed: false,
        runs_on: false,
    }
}

/// The subject and the verb of a reporting clause have at most so many bytes.
const LONGEST_CLAUSE: usize = 80;

fn speech_end(speech: &str) -> usize {
    let lexicon = Lexicon::english();
    let reports = |word: &str| {
        let word = lexicon.get(word.trim_end_matches(|ch: char| !ch.is_alphanumeric()));
        word.is(Classes::SPEECH.union(Classes::MANNER))
            && word.forms.any(Forms::PAST.union(Forms::THIRD))
    };
    for (at, mark) in speech.match_indices([',', '!', '?', '…', '.', '—', '–']) {
        let behind = at + mark.len();
        let rest = chars::head(speech[behind..].trim_start(), LONGEST_CLAUSE);
        if chars::is_dash(mark.chars().next().unwrap_or_default()) {
            if speech[..at].ends_with(' ') && speech[behind..].starts_with(' ') {
                return speech[..at].trim_end().len();
            }
            continue;
        }
        let mut words = rest.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let subject = lexicon.get(first).is(Classes::PRON) || first.starts_with(char::is_uppercase);
        if (mark != "." && reports(first)) || (subject && reports(second) && mark != ".") {
            return behind;
        }
    }
    speech.len()
}
