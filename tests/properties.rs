//! What holds for any text at all.

use inquit::{
    quotation_spans, sentences, Extractor, Segment, SingleQuotes, Span, Unit, UnitConverter,
};
use proptest::prelude::*;

/// Text made of what the crate looks at: words, names, cues, marks, line ends, and odd characters.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\"",
        "\"",
        "“",
        "”",
        "‘",
        "’",
        "'",
        "''",
        "``",
        "«",
        "»",
        "„",
        "「",
        "」",
        "—",
        "- ",
        ", ",
        ". ",
        "? ",
        "! ",
        ": ",
        "…",
        "; ",
        "(",
        ")",
        "[3]",
        "Named ",
        "a man named ",
        " called ",
        " used to say ",
        " was fond of saying ",
        " her husband ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{2028}",
        " ",
        " ",
        " ",
        " ",
        "\u{a0}",
        "said ",
        "says ",
        "Anna Berg ",
        "he ",
        "she ",
        "they ",
        "it ",
        "who ",
        "told reporters ",
        "according to ",
        "the mayor ",
        "Mr. ",
        "U.S. ",
        "a.m. ",
        "called the plan ",
        "that ",
        "by ",
        "was ",
        "adding ",
        "and ",
        "of ",
        "was quoted as saying ",
        "J. R. ",
        "Ünal ",
        "e\u{301}",
        "🙂",
        "漢字。",
        "\u{feff}",
        "\0",
        "12\" ",
        "6'2\" ",
        "'tis ",
        "drivers' ",
        "1.) ",
        "a. ",
        "Inc. ",
        "…” ",
        ",” ",
        ".\" ",
        "= ",
        "<b>",
        "REUTERS/",
        "By Ida Lund",
        "WASHINGTON (AP) — ",
        "& ",
        "@a_b ",
        "http://a.b/c.d ",
        "x",
    ]);
    prop_oneof![
        8 => prop::collection::vec(pieces, 0..80).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

fn extractors() -> [Extractor; 3] {
    let builder = Extractor::builder;
    [
        Extractor::default(),
        builder().indirect(true).dash_dialogue(true).build().expect("good options"),
        builder()
            .single_quotes(SingleQuotes::Primary)
            .cast_member("Anna Berg", ["Berg"])
            .build()
            .expect("good options"),
    ]
}

/// 600 cases a property, or as many as `PROPTEST_CASES` says.
fn config() -> ProptestConfig {
    let cases =
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(600);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn quotes_stand_where_they_say(article in text()) {
        for extractor in extractors() {
            let mut last = 0;
            for quote in extractor.quotes(&article) {
                let pieces: Vec<&str> = quote.parts.iter().map(|&part| &article[part]).collect();
                prop_assert_eq!(&quote.text, &pieces.join(" "));
                prop_assert!(quote.parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
                prop_assert_eq!(quote.span.start, quote.parts[0].start);
                prop_assert_eq!(quote.span.end, quote.parts[quote.parts.len() - 1].end);
                prop_assert!(last <= quote.span.start, "out of order");
                last = quote.span.start;
                prop_assert_eq!(&article[quote.context.span], &quote.context.text);
                prop_assert!((0.0..=1.0).contains(&quote.confidence));
                if let Some(cue) = &quote.cue {
                    prop_assert_eq!(&article[cue.span], &cue.text);
                    prop_assert!(!cue.text.is_empty());
                }
                if let Some(speaker) = &quote.speaker {
                    prop_assert!(!speaker.name.trim().is_empty());
                    if let Some(mention) = &speaker.mention {
                        prop_assert_eq!(&article[mention.span], &mention.text);
                        let inside = quote.parts.iter().any(|part| part.overlaps(mention.span));
                        prop_assert!(!inside, "the speaker is a word of the quote");
                    }
                }
            }
        }
    }

    #[test]
    fn segments_join_to_the_article(article in text()) {
        for extractor in extractors() {
            let read = extractor.extract(&article);
            let joined: String = read.segments().map(|segment| &article[segment.span()]).collect();
            prop_assert_eq!(&joined, &article);
            for segment in read.segments() {
                if let Segment::Speech { span, quote } = segment {
                    let quote = &read.quotes()[quote];
                    prop_assert!(quote.parts.contains(&span) || quote.quoted.contains(&span));
                }
                if let Segment::Reported { span, quote } = segment {
                    let parts = &read.quotes()[quote].parts;
                    prop_assert!(parts.iter().any(|part| part.start <= span.start && span.end <= part.end));
                }
            }
            let counted: usize = read.speakers().iter().map(|speaker| speaker.quotes).sum();
            let said = |quote: &inquit::Quote<'_>| usize::from(quote.speaker.is_some()) + quote.joint.len();
            prop_assert_eq!(counted, read.quotes().iter().map(said).sum::<usize>());
        }
    }

    #[test]
    fn sentences_cover_all_but_space(article in text()) {
        let mut at = 0;
        for span in sentences(&article) {
            prop_assert!(article[at..span.start].trim().is_empty());
            prop_assert!(!article[span].trim().is_empty());
            at = span.end;
        }
        prop_assert!(article[at..].trim().is_empty());
    }

    #[test]
    fn quotation_spans_nest(article in text()) {
        let spans = quotation_spans(&article);
        for pair in spans.windows(2) {
            prop_assert!(pair[0].span.start <= pair[1].span.start);
        }
        for span in &spans {
            prop_assert!(span.parts.iter().all(|&part| span.span.contains(part)));
            prop_assert!(article.get(span.span.range()).is_some());
        }
        let outer: Vec<_> = spans.iter().filter(|span| span.depth == 0).collect();
        prop_assert!(outer.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "outer spans overlap");
    }

    #[test]
    fn units_agree_with_std(article in text()) {
        let mut points = UnitConverter::new(&article, Unit::CodePoint);
        let mut utf16 = UnitConverter::new(&article, Unit::Utf16);
        for (byte, _) in article.char_indices() {
            prop_assert_eq!(points.offset(byte), article[..byte].chars().count());
            prop_assert_eq!(utf16.offset(byte), article[..byte].encode_utf16().count());
        }
    }

    #[test]
    fn the_same_article_has_the_same_answer(article in text()) {
        let extractor = Extractor::default();
        let once: Vec<_> = extractor.quotes(&article).collect();
        let owned: Vec<_> = extractor.quotes(&article).map(inquit::Quote::into_owned).collect();
        prop_assert_eq!(once, owned);
    }
}

/// Found by the fuzzer: a quotation that a reported clause cuts in two does not go on behind it.
#[test]
fn parts_stay_in_order_where_a_clause_cuts_a_quotation() {
    let text =
        "\"A,\" said Anna., the mayor said, », é», » The plan is \"odd\", Anna said.\n», », ». ";
    for quote in Extractor::builder().indirect(true).build().expect("good options").quotes(text) {
        assert!(quote.parts.windows(2).all(|pair| pair[0].end <= pair[1].start), "{quote:?}");
    }
}

/// Found by the fuzzer: `who` with nothing but a preposition before it.
#[test]
fn a_preposition_alone_stands_before_who() {
    let text = "For who keeps bmw,e, was ki* \"'|";
    for indirect in [false, true] {
        let extractor = Extractor::builder().indirect(indirect).build().expect("good options");
        assert!(extractor.quotes(text).all(|quote| quote.speaker.is_none()));
    }
}

/// Words that grammar gives to somebody may be a title all the same: nobody is an answer that always stands.
#[test]
fn a_title_stands_where_somebody_must_speak() {
    let text = "He left, with Ida Lund saying \"Parasite\" director Bong Ho was late.";
    let quotes: Vec<_> = Extractor::default().quotes(text).map(|quote| quote.span).collect();
    assert_eq!(quotes.len(), 1);
}

/// Found by the fuzzer: what reads as a dateline holds a quotation, which then was a token that ended before it began.
#[test]
fn a_dateline_holds_no_quotation() {
    let quotes = Extractor::default();
    let found: Vec<_> = quotes.quotes("V.'''''J -").map(|quote| quote.span).collect();
    assert_eq!(found, [Span::new(0, 2), Span::new(6, 10)]);
}

/// With indirect speech on, words in marks that are nobody's make no record, wherever they stand in the reporter's sentence.
#[test]
fn turns_of_phrase_are_no_attributions() {
    let text = "The so-called \"floating hotel\" lay idle. Ida Lund said it was \"a ruin\".";
    let said = |indirect: bool| -> Vec<String> {
        let extractor = Extractor::builder().indirect(indirect).build().expect("good options");
        extractor.quotes(text).map(|quote| quote.text.into_owned()).collect()
    };
    assert_eq!(said(false), ["floating hotel", "a ruin"]);
    assert_eq!(said(true), ["it was \"a ruin\""]);
}

/// Found by 600,000 cases: a subject that stretches over marks took in the words that it was to speak.
#[test]
fn nobody_is_among_their_own_words() {
    let found = [
        "” called (''12\" 12\" )says was quoted as saying ",
        "…” that 「she 」Ünal \"‘”@a_b [3] called \"",
    ];
    for article in found {
        for quote in inquit::quotes(article) {
            let mention = quote.speaker.as_ref().and_then(|speaker| speaker.mention.as_ref());
            let inside = |span| quote.parts.iter().any(|part| part.overlaps(span));
            assert!(!mention.is_some_and(|mention| inside(mention.span)), "{article}");
        }
    }
}
