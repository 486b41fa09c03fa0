//! Numbered and lettered lists that run on in one paragraph: `1.) Open it 2.) Close it`.

use memchr::memchr_iter;

use super::chars;

/// The markers of an inline list: where each item begins, and where its marker ends.
pub(super) fn markers(text: &str) -> Vec<(usize, usize)> {
    let Some(first) = Marker::at(text, 0) else { return Vec::new() };
    let mut found = vec![(0, first.end)];
    let mut want = first;
    let mut at = first.end;
    while let Some(space) = text[at..].find(' ') {
        at += space + 1;
        let next = Marker::at(text, at).filter(|next| next.follows(&want));
        if let Some(next) = next {
            found.push((at, next.end));
            want = next;
        }
    }
    // a number and a full stop at the head of a paragraph are no list by themselves
    if found.len() > 1 {
        found
    } else {
        Vec::new()
    }
}

/// Where a web address begins right behind another one: each is an item by itself.
pub(super) fn addresses(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    if !memchr_iter(b':', bytes).any(|at| bytes[at..].starts_with(b"://")) {
        return found;
    }
    let is_address = |word: &str| word.starts_with("http://") || word.starts_with("https://");
    let mut behind = false;
    let mut at = 0;
    for word in text.split(' ') {
        let address = is_address(word);
        if address && behind {
            found.push(at);
        }
        behind = address || behind && word.is_empty();
        at += word.len() + 1;
    }
    found
}

/// `1.`, `2)`, `3.)`, `a.`, `• 9.`
#[derive(Clone, Copy)]
struct Marker {
    bullet: Option<char>,
    number: u32,
    letter: bool,
    punctuation: (bool, bool),
    end: usize,
}

impl Marker {
    fn at(text: &str, start: usize) -> Option<Self> {
        let mut at = start;
        let bullet =
            chars::after(text, at).filter(|ch| matches!(ch, '•' | '⁃' | '‣' | '◦' | '*' | '·'));
        if let Some(bullet) = bullet {
            at += bullet.len_utf8();
            at += text[at..].len() - text[at..].trim_start().len();
        }
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let letter = digits == 0 && text[at..].starts_with(|ch: char| ch.is_ascii_lowercase());
        let width = if letter { 1 } else { digits };
        if width == 0 || width > 3 {
            return None;
        }
        let number = if letter {
            u32::from(text.as_bytes()[at] - b'a') + 1
        } else {
            text[at..at + width].parse().ok()?
        };
        at += width;
        let dot = text[at..].starts_with('.');
        at += usize::from(dot);
        let bracket = text[at..].starts_with(')');
        at += usize::from(bracket);
        let closed = (dot || bracket) && text[at..].starts_with(' ');
        closed.then_some(Self { bullet, number, letter, punctuation: (dot, bracket), end: at })
    }

    fn follows(&self, before: &Marker) -> bool {
        self.number == before.number + 1
            && self.letter == before.letter
            && self.bullet == before.bullet
            && self.punctuation == before.punctuation
    }
}
