//! What holds for the quotes of any text.

use inquit::{Extractor, Segment};

pub fn check(extractor: &Extractor, text: &str) {
    let article = extractor.extract(text);
    for quote in article.quotes() {
        assert!(!quote.parts.is_empty());
        assert_eq!(quote.span.start, quote.parts[0].start);
        assert!(quote.parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for part in &quote.parts {
            assert!(text.get(part.start..part.end).is_some());
        }
        assert!((0.0..=1.0).contains(&quote.confidence));
        assert!(text.get(quote.context.span.start..quote.context.span.end).is_some());
        if let Some(mention) = quote.speaker.as_ref().and_then(|speaker| speaker.mention.as_ref()) {
            assert_eq!(text[mention.span], *mention.text);
        }
        if let Some(cue) = &quote.cue {
            assert_eq!(text[cue.span], *cue.text);
        }
    }
    let mut at = 0;
    for segment in article.segments() {
        let span = segment.span();
        assert_eq!(span.start, at);
        at = span.end;
        if let Segment::Speech { quote, .. } = segment {
            assert!(quote < article.quotes().len());
        }
    }
    assert_eq!(at, text.len());
}
