//! Sentence boundaries: candidates at every terminator, each kept or dropped by what stands around it.
//!
//! The base is UAX #29 (Unicode Text Segmentation), whose rules place a candidate behind every full stop, question
//! mark and exclamation mark with their closing marks. Text whose terminators are the common ones is scanned by
//! bytes; other scripts go through `unicode-segmentation` itself. What UAX #29 can't know is mended here:
//! abbreviations, initials, ellipses, list numbers, and the reporting clause behind a quotation, after the
//! rules that Sadvilkar and Neumann (2020, *PySBD*) gathered.

use super::reporting::is_reporting_clause;
use super::{chars, foreign, lists, paragraphs::paragraphs, stops::Stops, Paragraph};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;

/// The sentences of an article, in order; see [`Sentences`].
///
/// Every character other than white space is in one sentence, and none is in two. A reporting clause behind a
/// closing mark belongs to the sentence it reports.
///
/// ```
/// let article = "“Are you real?” Vance said. The U.S. Senate adjourned at 5 p.m. on Monday.";
/// let sentences: Vec<&str> = inquit::sentences(article).map(|span| &article[span]).collect();
/// assert_eq!(sentences, ["“Are you real?” Vance said.", "The U.S. Senate adjourned at 5 p.m. on Monday."]);
/// ```
#[must_use]
pub fn sentences(article: &str) -> Sentences<'_> {
    Sentences {
        article,
        paragraphs: paragraphs(article).into_iter(),
        ready: Vec::new().into_iter(),
    }
}

/// Iterator over the spans of an article's sentences, made by [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'a> {
    article: &'a str,
    paragraphs: std::vec::IntoIter<Paragraph>,
    ready: std::vec::IntoIter<Span>,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            if let Some(sentence) = self.ready.next() {
                return Some(sentence);
            }
            let paragraph = self.paragraphs.next()?;
            let mut found = Vec::new();
            push_sentences(self.article, paragraph.span, Lexicon::english(), &mut found);
            self.ready = found.into_iter();
        }
    }
}

impl std::iter::FusedIterator for Sentences<'_> {}

/// Appends the sentences of one paragraph.
pub(crate) fn push_sentences(
    article: &str,
    paragraph: Span,
    lexicon: &Lexicon,
    out: &mut Vec<Span>,
) {
    let text = &article[paragraph];
    let mut foreign = foreign::boundaries(text);
    let addresses = lists::addresses(text);
    if !addresses.is_empty() {
        foreign.extend(addresses);
        foreign.sort_unstable();
    }
    let mut foreign = foreign.iter().copied().peekable();
    let items = lists::markers(text);
    let mut items = items.iter().copied().peekable();
    let informal = text.starts_with(char::is_lowercase);
    let mut scan = Scan { text, lexicon, start: 0, informal, stops: Stops::of(text) };
    let mut at = 0;
    let mut cut = |scan: &mut Scan<'_>, to: usize| {
        if to <= scan.start {
            return;
        }
        let span = Span::new(paragraph.start + scan.start, paragraph.start + to).trimmed(article);
        if !span.is_empty() {
            out.push(span);
        }
        scan.start = to;
    };
    while let Some(candidate) = scan.next_candidate(at) {
        while let Some(boundary) = foreign.next_if(|&boundary| boundary < candidate.stop) {
            cut(&mut scan, boundary);
        }
        let mut in_marker = false;
        while let Some((item, end)) = items.next_if(|&(item, _)| item <= candidate.stop) {
            cut(&mut scan, item);
            in_marker = candidate.stop < end;
        }
        if !in_marker && scan.is_boundary(&candidate) {
            cut(&mut scan, candidate.cut);
        }
        at = candidate.end;
    }
    for (item, _) in items {
        cut(&mut scan, item);
    }
    for boundary in foreign {
        cut(&mut scan, boundary);
    }
    cut(&mut scan, text.len());
}

/// `it is not frequent`: words that go on behind no stop but begin a sentence of somebody who spares capitals.
fn begins_small_talk(text: &str) -> bool {
    let starters = [
        "i", "i'm", "i’m", "it", "its", "it's", "it’s", "he", "she", "they", "we", "you", "this",
        "there",
    ];
    let word = text.split(' ').next().unwrap_or(text);
    starters.contains(&word)
}

/// A run of terminators with the marks that close behind it.
struct Candidate {
    /// First terminator.
    stop: usize,
    /// Behind the last terminator.
    end: usize,
    /// Behind the closing marks: where the sentence would end.
    cut: usize,
}

struct Scan<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    /// Where the sentence at hand began.
    start: usize,
    /// The writer begins sentences with small letters.
    informal: bool,
    stops: Stops,
}

/// Names that are written with an exclamation mark, without it.
const MARKED_NAMES: [&str; 7] = ["E", "HELLO", "Hello", "Jeopardy", "OK", "Yahoo", "Yum"];
/// Nobody writes a word longer than so many bytes; what is longer is cut there.
const LONGEST_CHUNK: usize = 400;
/// A mark that opens is told from one that closes by the marks in so many bytes before it.
const FARTHEST_MARK: usize = 20_000;

impl Scan<'_> {
    /// What stands before a place, as far as one looks back.
    fn before(&self, at: usize) -> &str {
        chars::tail(&self.text[..at], LONGEST_CHUNK)
    }

    fn next_candidate(&mut self, from: usize) -> Option<Candidate> {
        crate::work::step();
        let stop = self.stops.next(self.text, from)?;
        let mut end = stop;
        loop {
            let rest = &self.text[end..];
            let run = rest.find(|ch| !matches!(ch, '.' | '!' | '?' | '…')).unwrap_or(rest.len());
            end += run;
            // a spaced ellipsis is one run: `. . .`
            let attached = end == stop + 1 && self.text[..stop].ends_with(char::is_alphanumeric);
            let spaced = !attached
                && self.text[end..].starts_with(" .")
                && !self.text[end + 2..].starts_with(char::is_numeric);
            if !spaced {
                break;
            }
            end += 1;
        }
        let rest = &self.text[end..];
        let mut cut = end + rest.find(|ch| !chars::is_closer(ch)).unwrap_or(rest.len());
        if chars::after(self.text, cut).is_some_and(char::is_alphanumeric) && cut > end {
            // a mark between a stop and a letter opens what follows, unless it can only close
            let straight = self.text[end..cut].ends_with(['"', '\'', '“', '‘']);
            if straight && self.opens_here(end, cut) {
                cut = end;
            }
        }
        cut += reference_marks(&self.text[cut..]);
        Some(Candidate { stop, end, cut })
    }

    /// Whether the marks of `end..cut` open a quotation: an even number of straight marks stands before.
    fn opens_here(&self, end: usize, cut: usize) -> bool {
        let marks = &self.text[end..cut];
        if marks.starts_with(['“', '‘']) {
            return true;
        }
        let start = self.start.max(end.saturating_sub(FARTHEST_MARK));
        let before = memchr::memchr_iter(b'"', &self.text.as_bytes()[start..end]).count();
        marks.starts_with('"') && before % 2 == 0
    }

    fn is_boundary(&self, candidate: &Candidate) -> bool {
        let &Candidate { stop, end, cut } = candidate;
        let rest = &self.text[cut..];
        let gap = rest.len() - rest.trim_start().len();
        let next = rest.trim_start();
        if next.is_empty() {
            return false;
        }
        let run = &self.text[stop..end];
        let bracketed =
            self.text[..stop].ends_with(['[', '(']) && self.text[end..].starts_with([']', ')']);
        if bracketed || self.text[self.start.min(stop)..stop].trim().is_empty() {
            return false;
        }
        if gap == 0 {
            return self.is_glued_boundary(candidate);
        }
        let word = next.trim_start_matches(|ch| chars::is_opener(ch) || ch == '*');
        if next.starts_with([')', ']', ',', ';']) {
            return false;
        }
        if run == "." && next.starts_with(". .") {
            // an ellipsis behind the stop opens the next sentence, if one follows
            return next.trim_start_matches(['.', ' ']).starts_with(char::is_uppercase);
        }
        if word.starts_with(char::is_lowercase) {
            return cut == end && self.may_begin_small(candidate, word);
        }
        if !word.starts_with(char::is_alphanumeric) && next.starts_with(chars::is_dash) {
            return false;
        }
        let closes_quote = self.text[end..cut].contains(chars::is_closing_mark);
        // behind a full stop only a verb of saying reports; other verbs begin a sentence of their own
        let reports = match run {
            "." => Classes::SPEECH,
            _ => Classes::SPEECH.union(Classes::MANNER).union(Classes::THOUGHT),
        };
        if closes_quote && is_reporting_clause(self.lexicon, next, reports) {
            return false;
        }
        if run == "." {
            return end < cut || self.is_full_stop(stop, word);
        }
        if run == "!" && cut == end && self.is_part_of_name(stop, word) {
            return false;
        }
        let spaced_ellipsis = run.starts_with(". .") || run.starts_with("...");
        !(spaced_ellipsis && run.trim_end().matches('.').count() == 3 && word.starts_with("I "))
    }

    /// `told Yahoo! News`: whether the mark at `stop` belongs to a name that is written with it.
    fn is_part_of_name(&self, stop: usize, next: &str) -> bool {
        let (lead, name) = self.before(stop).rsplit_once(' ').unwrap_or_default();
        let before = lead.rsplit(' ').next().unwrap_or_default();
        MARKED_NAMES.contains(&name)
            && before.starts_with(char::is_lowercase)
            && !self.starts_sentence(next)
    }

    /// Whether a sentence may begin with a small letter here: behind a question, or where the writer does so.
    fn may_begin_small(&self, &Candidate { stop, end, .. }: &Candidate, next: &str) -> bool {
        match &self.text[stop..end] {
            "?" | "??" | "?!" | "!!" | "!!!" => true,
            "." => (self.informal || begins_small_talk(next)) && self.is_full_stop(stop, next),
            _ => false,
        }
    }

    /// `end.Next`: a lost space behind a stop.
    fn is_glued_boundary(&self, &Candidate { stop, end, cut }: &Candidate) -> bool {
        let next = &self.text[cut..];
        if cut > end {
            return next.starts_with(char::is_uppercase) || next.starts_with(['“', '«']);
        }
        let before = self.before(stop);
        let chunk_start = stop - before.split(char::is_whitespace).next_back().map_or(0, str::len);
        let behind = chars::head(next, LONGEST_CHUNK);
        let chunk_end = cut + behind.find(char::is_whitespace).unwrap_or(behind.len());
        let chunk = &self.text[chunk_start.max(self.start)..chunk_end];
        let address = chunk.contains(['@', '/', '_']) || chunk.contains("www.");
        let mut behind = next.chars();
        let capital = behind.next().is_some_and(|ch| ch.is_uppercase() || matches!(ch, '“' | '"'))
            && behind.next().is_some_and(|ch| ch.is_lowercase() || ch == ' ' || ch.is_uppercase());
        let mut ahead = self.text[..stop].chars().rev();
        let small = (0..2).all(|_| ahead.next().is_some_and(|ch| ch.is_lowercase()));
        capital && small && !address
    }

    /// Whether the single full stop at `stop` ends its sentence, `next` being a capital or a number.
    fn is_full_stop(&self, stop: usize, next: &str) -> bool {
        let before = self.before(stop);
        let held = stop - self.start.min(stop);
        let sentence = &before[before.len().saturating_sub(held)..];
        let word_start = sentence
            .rfind(|ch: char| {
                ch.is_whitespace() || chars::is_opener(ch) || matches!(ch, '—' | '–' | '/')
            })
            .map_or(0, |at| at + sentence[at..].chars().next().map_or(1, char::len_utf8));
        let word = &sentence[word_start..];
        let lead = sentence[..word_start].trim();
        if lead.is_empty() && is_list_number(word) {
            return false;
        }
        let known = self.lexicon.get(word);
        if word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
            return self.ends_behind_initial(word, lead, next);
        }
        if word.contains('.') {
            return self.ends_behind_dotted(word, lead, next);
        }
        let plain_word = word.starts_with(char::is_lowercase)
            && known.is(Classes::VERB.union(Classes::CLOSED).union(Classes::ROLE));
        if matches!(word, "N°" | "n°" | "№") {
            return !next.starts_with(char::is_numeric);
        }
        if !known.is(Classes::ABBREVIATION) || plain_word {
            return true;
        }
        if known.is(Classes::ABBR_NUMBER) {
            return !next.starts_with(char::is_numeric);
        }
        if known.is(Classes::ABBR_TITLE) {
            return false;
        }
        known.is(Classes::ABBR_END) && self.starts_sentence(next)
    }

    /// `Plan B. He` ends, `Albert I. Jones` does not.
    fn ends_behind_initial(&self, word: &str, lead: &str, next: &str) -> bool {
        let before = lead.split_whitespace().next_back().unwrap_or_default();
        let after_name = before.starts_with(char::is_uppercase) || before.ends_with('.');
        if word == "I" && !before.is_empty() && !after_name {
            return true;
        }
        !after_name && !before.is_empty() && self.starts_sentence(next)
    }

    /// `in the U.S. How` ends, `the U.S. Government` does not; `e.g.` never does.
    fn ends_behind_dotted(&self, word: &str, lead: &str, next: &str) -> bool {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "e.g" | "i.e" | "cf" => false,
            "a.m" | "p.m" => {
                let zone = [
                    "Eastern", "Central", "Pacific", "Mountain", "GMT", "ET", "EST", "EDT", "PT",
                    "BST", "CET", "UTC",
                ];
                let next = next.split(|ch: char| !ch.is_alphanumeric()).next().unwrap_or_default();
                lead.split_whitespace().nth(3).is_some()
                    && !zone.contains(&next)
                    && !self.lexicon.get(next).is(Classes::CALENDAR)
            }
            _ => {
                let initials = word.split('.').all(|part| part.chars().count() <= 2);
                if initials {
                    self.starts_sentence(next)
                } else {
                    true
                }
            }
        }
    }

    /// Whether the next word is one of those that begin sentences, and no name.
    fn starts_sentence(&self, next: &str) -> bool {
        let word =
            next.split(|ch: char| !(ch.is_alphanumeric() || chars::is_apostrophe(ch))).next();
        let known = self.lexicon.get(word.unwrap_or_default());
        known.is(Classes::CLOSED.union(Classes::NOT_NAME))
    }
}

/// How many bytes of reference marks, such as ` [17]`, follow a stop.
fn reference_marks(rest: &str) -> usize {
    let mut len = 0;
    loop {
        let behind = rest[len..].trim_start_matches(' ');
        let digits = behind
            .strip_prefix('[')
            .map_or(0, |inner| inner.bytes().take_while(u8::is_ascii_digit).count());
        if digits == 0 || digits > 3 || !behind[digits + 1..].starts_with(']') {
            return len;
        }
        len = rest.len() - behind.len() + digits + 2;
    }
}

/// `1`, `12`, `a`, `iv`: what numbers an item of a list.
fn is_list_number(word: &str) -> bool {
    let digits = word.len() <= 3 && word.chars().all(|ch| ch.is_ascii_digit());
    let letter = word.len() == 1 && word.chars().all(|ch| ch.is_ascii_alphabetic() && ch != 'I');
    let roman = word.len() <= 4 && word.chars().all(|ch| matches!(ch, 'i' | 'v' | 'x'));
    !word.is_empty() && (digits || letter || roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each case is its sentences, parted by `|`.
    const CASES: &[&str] = &[
        "We met Mr. Lund at 5 p.m. on Monday.|He left.",
        "She moved to the U.S. in May.|He stayed in the U.S.|How odd.",
        "J. R. Hill spoke first.|Then A. Berg did.",
        "“Are you sure?” Lund asked.|Berg was.",
        "“Go!” he said.|“Now!”",
        "“Are you sure?” Ida Lund, a baker, asked.|Berg was.",
        "“Are you sure?”|Ida Lund, a baker, had asked the mayor to go.",
        "“Go!” Lund of Halm said.",
        "“I am.”|Ida Lund, a baker, said nothing more.",
        "He wrote, “It is over.”|She read it twice.",
        "It cost $3.50 (about £2.80).|Nobody paid.",
        "See p. 12 and No. 5.|He said no.|Then he left.",
        "The end was near.Nobody knew.",
        "Visit www.example.com or write to a.b@example.org today.",
        "Well... maybe.|What?!|Yes.",
        "He waited . . . and waited.",
        "1. Open the lid.|2. Close it.",
        "Prof. Berg, Ph.D., teaches at St. Olaf's.",
        "これは文です。|次の文です。",
        "1.) The first item|2.) The second item",
        "a. The lid|b. The box",
        "It was so.[3] [17]|Nobody asked.",
        "i went home.|nobody saw.|why?|because.",
        "The bus is free.|it is not frequent.|Run!!|we did.",
        "He told OK! Online no.|She wrote for Yahoo! News.|They like Yahoo!|He does not.",
        "https://example.org/1.jpg|https://example.org/2.jpg",
        "“Why maps?” I asked.|“Why?”|I never knew.",
        "Berg Inc. grew.|So did Lund & Co.|It was a good year.",
    ];

    #[test]
    fn cases() {
        for case in CASES {
            let glued = case.contains("near.Nobody");
            let text = case.replace(
                '|',
                if glued || !case.is_ascii() && case.contains('。') { "" } else { " " },
            );
            let want: Vec<&str> = case.split('|').collect();
            let got: Vec<&str> = sentences(&text).map(|span| &text[span]).collect();
            if glued {
                assert_eq!(got, ["The end was near.", "Nobody knew."]);
            } else {
                assert_eq!(got, want);
            }
        }
    }

    #[test]
    fn nothing_is_lost() {
        let text = " a. B\u{a0}c!  \n\n d?\u{2028}e";
        let solid = |text: &str| text.chars().filter(|ch| !ch.is_whitespace()).collect::<String>();
        let joined: String = sentences(text).map(|span| &text[span]).collect();
        assert_eq!(solid(&joined), solid(text));
    }
}
