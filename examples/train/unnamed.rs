//! Stretches of novels in which somebody has lost their name: `the captain`, wherever the novel names him.
//!
//! Novels name nearly everybody who speaks much; in a short tale `the captain` may be all that anybody is called.

use std::collections::{BTreeSet, HashMap};

use inquit::Span;

use crate::novels::{Novel, Quotation};

/// What a man is called, and what he is addressed as.
const MEN: [(&str, &str); 10] = [
    ("skipper", "skipper"),
    ("old man", "old man"),
    ("stranger", "sir"),
    ("doctor", "doctor"),
    ("sergeant", "sergeant"),
    ("boy", "boy"),
    ("fisherman", "friend"),
    ("tall man", "sir"),
    ("priest", "father"),
    ("driver", "driver"),
];

/// What a woman is called, and what she is addressed as.
const WOMEN: [(&str, &str); 8] = [
    ("old woman", "mother"),
    ("girl", "girl"),
    ("widow", "ma'am"),
    ("nurse", "nurse"),
    ("stranger", "ma'am"),
    ("landlady", "ma'am"),
    ("young woman", "miss"),
    ("queen", "madam"),
];

impl Novel {
    /// The stretch without the name of whoever speaks most in it, next to so many others; `None` where nobody does.
    pub fn unnamed(&self, rank: usize) -> Option<Novel> {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for quotation in &self.quotations {
            if let Some(at) = self.cast.iter().position(|names| *names == quotation.aliases) {
                *counts.entry(at).or_default() += 1;
            }
        }
        let mut speakers: Vec<(usize, usize)> =
            counts.into_iter().filter(|&(_, count)| count >= LEAST).collect();
        speakers.sort_by_key(|&(at, count)| (std::cmp::Reverse(count), at));
        let &(who, _) = speakers.get(rank)?;
        let number = self.text.len() + rank;
        let (noun, address) = match self.written[who].1 {
            true => WOMEN[number % WOMEN.len()],
            false => MEN[number % MEN.len()],
        };
        // it may be somebody else's already
        (!self.text.contains(noun)).then(|| self.renamed(who, noun, address, number % 2 == 0))
    }

    fn renamed(&self, who: usize, noun: &str, address: &str, brought_in: bool) -> Novel {
        let mut names: Vec<(&str, usize)> = (self.written.iter().enumerate())
            .flat_map(|(at, (names, _))| names.iter().map(move |name| (name.as_str(), at)))
            .filter(|(name, _)| name.starts_with(char::is_uppercase))
            .collect();
        names.sort_by_key(|&(name, at)| (std::cmp::Reverse(name.len()), at != who));
        let mut text = String::with_capacity(self.text.len());
        // where the pieces of the text went
        let mut moved: Vec<(usize, usize)> = vec![(0, 0)];
        let (mut at, mut new) = (0, brought_in);
        while let Some(ch) = self.text[at..].chars().next() {
            let rest = &self.text[at..];
            let begins = ch.is_uppercase() && !self.text[..at].ends_with(char::is_alphanumeric);
            let ends = |name: &str| !rest[name.len()..].starts_with(char::is_alphanumeric);
            let mut here = names.iter().filter(|_| begins);
            match here.find(|(name, _)| rest.starts_with(name) && ends(name)) {
                Some(&(name, whose)) if whose == who => {
                    if self.is_called(at, &rest[name.len()..]) {
                        text.push_str(address);
                    } else {
                        let told = !self.is_quoted(at);
                        text.push_str(&self.article(at, noun, new && told));
                        text.push_str(noun);
                        new &= !told;
                    }
                    at += name.len();
                    moved.push((at, text.len()));
                }
                held => {
                    let len = held.map_or(ch.len_utf8(), |(name, _)| name.len());
                    text.push_str(&rest[..len]);
                    at += len;
                }
            }
        }
        let place = |at: usize| {
            let (from, to) = moved[moved.partition_point(|&(from, _)| from <= at) - 1];
            to + (at - from)
        };
        let own = BTreeSet::from([noun.to_owned()]);
        let quotations = self.quotations.iter().map(|held| Quotation {
            span: Span::new(place(held.span.start), place(held.span.end)),
            aliases: if held.aliases == self.cast[who] { &own } else { &held.aliases }.clone(),
            expression: None,
        });
        let quotations = quotations.collect();
        let mut cast = self.cast.clone();
        cast[who] = own;
        Novel { unnamed: true, text, quotations, cast, ..self.clone() }
    }

    /// What stands before the noun in place of a name: `the`, or `a` where the stretch brings somebody in, with a capital where a
    /// sentence begins.
    fn article(&self, at: usize, noun: &str, new: bool) -> String {
        let article = match (new, noun.starts_with(['a', 'e', 'i', 'o', 'u'])) {
            (false, _) => "the ",
            (true, true) => "an ",
            (true, false) => "a ",
        };
        let before = self.text[..at].trim_end_matches(['"', '“', '_']).trim_end_matches(' ');
        if before.is_empty() || before.ends_with(['.', '!', '?', '\n']) {
            return article[..1].to_uppercase() + &article[1..];
        }
        article.to_owned()
    }

    fn is_quoted(&self, at: usize) -> bool {
        let number = self.quotations.partition_point(|held| held.span.start <= at);
        number > 0 && at < self.quotations[number - 1].span.end
    }

    /// Whether the name at a place calls its bearer.
    fn is_called(&self, at: usize, behind: &str) -> bool {
        let before = self.text[..at].trim_end();
        self.is_quoted(at)
            && before.ends_with([',', '!', '?', '.', '"', '“', '\'', '‘'])
            && behind.starts_with([',', '!', '?', '.', ';', '"', '”'])
    }
}

/// Who speaks less often in a stretch keeps their name.
const LEAST: usize = 3;
