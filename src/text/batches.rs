//! Neighbouring paragraphs that are read together.

use std::ops::Range;

use super::Paragraph;

/// Cuts paragraphs into runs that span so many bytes at most, or hold but one.
pub(crate) fn batches(
    paragraphs: &[Paragraph],
    most: usize,
) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut first = 0;
    std::iter::from_fn(move || {
        let begin = paragraphs.get(first)?.span.start;
        let fits = |paragraph: &&Paragraph| paragraph.span.end - begin <= most;
        let more = paragraphs[first + 1..].iter().take_while(fits).count();
        let batch = first..first + 1 + more;
        first = batch.end;
        Some(batch)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;

    #[test]
    fn a_batch_holds_what_fits_and_one_at_least() {
        let paragraphs =
            paragraphs("One here.\n\nTwo.\n\nThree is much longer than that.\n\nFour.");
        let cut = |most| batches(&paragraphs, most).collect::<Vec<_>>();
        assert_eq!(cut(20), [0..2, 2..3, 3..4]);
        assert_eq!(cut(1), [0..1, 1..2, 2..3, 3..4]);
        assert_eq!(cut(38), [0..2, 2..4]);
        assert_eq!(batches(&[], 20).count(), 0);
    }
}
