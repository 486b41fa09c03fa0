//! The common terminators of a text, one after the other.

use memchr::{memchr3, memchr_iter};

/// The next terminators: each kind is looked for with wide steps, and not again before it has been passed.
pub(super) struct Stops {
    plain: usize,
    ellipsis: usize,
}

impl Stops {
    pub(super) fn of(text: &str) -> Self {
        Self { plain: next_plain(text, 0), ellipsis: next_ellipsis(text, 0) }
    }

    /// The first terminator at or behind `from`.
    pub(super) fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        if self.plain < from {
            self.plain = next_plain(text, from);
        }
        if self.ellipsis < from {
            self.ellipsis = next_ellipsis(text, from);
        }
        let stop = self.plain.min(self.ellipsis);
        (stop < text.len()).then_some(stop)
    }
}

fn next_plain(text: &str, from: usize) -> usize {
    memchr3(b'.', b'!', b'?', &text.as_bytes()[from..]).map_or(text.len(), |at| from + at)
}

/// By the last of its three bytes, which is the rarest.
fn next_ellipsis(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let ends = memchr_iter(0xA6, &bytes[from..]).map(|at| from + at);
    let mut starts = ends.filter_map(|end| end.checked_sub(2));
    starts.find(|&at| bytes[at..].starts_with("…".as_bytes())).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_terminator_is_found_once() {
        let text = "A “b…” ¦ c. d?! …e";
        let mut stops = Stops::of(text);
        let mut from = 0;
        let found = std::iter::from_fn(|| {
            let at = stops.next(text, from)?;
            let ch = text[at..].chars().next()?;
            from = at + ch.len_utf8();
            Some(ch)
        });
        assert_eq!(found.collect::<String>(), "….?!…");
    }
}
