//! The records as JSON Lines have them: flat, spans as numbers, parts as pairs.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::quote::{Context, Cue, Evidence, Factuality, Kind, Mention, Quote, Reference, Speaker};
use crate::span::Span;

#[derive(Serialize, Deserialize)]
struct QuoteWire<'a> {
    kind: Kind,
    text: Cow<'a, str>,
    start: usize,
    end: usize,
    parts: Vec<(usize, usize)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quoted: Vec<(usize, usize)>,
    #[serde(default)]
    factuality: Factuality,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within: Option<(usize, usize)>,
    speaker: Option<Speaker<'a>>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    joint: Vec<Speaker<'a>>,
    cue: Option<Cue<'a>>,
    evidence: Evidence,
    confidence: f32,
    context: Context<'a>,
}

#[derive(Serialize, Deserialize)]
struct SpeakerWire<'a> {
    name: Cow<'a, str>,
    text: Option<Cow<'a, str>>,
    start: Option<usize>,
    end: Option<usize>,
    reference: Reference,
    role: Option<Cow<'a, str>>,
    id: u32,
}

#[derive(Serialize, Deserialize)]
struct WordsWire<'a> {
    text: Cow<'a, str>,
    start: usize,
    end: usize,
}

#[derive(Serialize, Deserialize)]
struct ContextWire<'a> {
    text: Cow<'a, str>,
    start: usize,
    end: usize,
    paragraph: (usize, usize),
}

fn span<E: serde::de::Error>(start: usize, end: usize) -> Result<Span, E> {
    if start > end {
        return Err(E::custom(format!("a span from {start} back to {end}")));
    }
    Ok(Span { start, end })
}

fn pairs(spans: &[Span]) -> Vec<(usize, usize)> {
    spans.iter().map(|span| (span.start, span.end)).collect()
}

fn spans<E: serde::de::Error>(pairs: Vec<(usize, usize)>) -> Result<Vec<Span>, E> {
    pairs.into_iter().map(|(start, end)| span(start, end)).collect()
}

/// Implements both traits of a record through its wire form.
macro_rules! through_wire {
    ($record:ident, $wire:ident, $to:expr, $from:expr) => {
        impl Serialize for $record<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let to: fn(&Self) -> $wire<'_> = $to;
                to(self).serialize(serializer)
            }
        }

        impl<'de, 'a> Deserialize<'de> for $record<'a> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let from: fn($wire<'a>) -> Result<Self, D::Error> = $from;
                from($wire::deserialize(deserializer)?)
            }
        }
    };
}

through_wire!(
    Quote,
    QuoteWire,
    |quote| QuoteWire {
        kind: quote.kind,
        text: quote.text.clone(),
        start: quote.span.start,
        end: quote.span.end,
        parts: pairs(&quote.parts),
        quoted: pairs(&quote.quoted),
        factuality: quote.factuality,
        within: quote.within.map(|outer| (outer.start, outer.end)),
        speaker: quote.speaker.clone(),
        joint: quote.joint.clone(),
        cue: quote.cue.clone(),
        evidence: quote.evidence,
        confidence: quote.confidence,
        context: quote.context.clone(),
    },
    |wire| {
        if wire.parts.is_empty() {
            return Err(D::Error::custom("a quote without parts"));
        }
        Ok(Quote {
            speaker: wire.speaker,
            joint: wire.joint,
            text: wire.text,
            context: wire.context,
            kind: wire.kind,
            span: span(wire.start, wire.end)?,
            parts: spans(wire.parts)?,
            quoted: spans(wire.quoted)?,
            factuality: wire.factuality,
            within: wire.within.map(|(start, end)| span(start, end)).transpose()?,
            cue: wire.cue,
            evidence: wire.evidence,
            confidence: wire.confidence,
        })
    }
);

through_wire!(
    Speaker,
    SpeakerWire,
    |speaker| SpeakerWire {
        name: speaker.name.clone(),
        text: speaker.mention.as_ref().map(|mention| mention.text.clone()),
        start: speaker.mention.as_ref().map(|mention| mention.span.start),
        end: speaker.mention.as_ref().map(|mention| mention.span.end),
        reference: speaker.reference,
        role: speaker.role.clone(),
        id: speaker.id,
    },
    |wire| {
        let mention = match (wire.text, wire.start, wire.end) {
            (Some(text), Some(start), Some(end)) => Some(Mention { text, span: span(start, end)? }),
            _ => None,
        };
        Ok(Speaker {
            name: wire.name,
            mention,
            reference: wire.reference,
            role: wire.role,
            id: wire.id,
        })
    }
);

through_wire!(
    Mention,
    WordsWire,
    |mention| WordsWire {
        text: mention.text.clone(),
        start: mention.span.start,
        end: mention.span.end
    },
    |wire| Ok(Mention { text: wire.text, span: span(wire.start, wire.end)? })
);

through_wire!(
    Cue,
    WordsWire,
    |cue| WordsWire { text: cue.text.clone(), start: cue.span.start, end: cue.span.end },
    |wire| Ok(Cue { text: wire.text, span: span(wire.start, wire.end)? })
);

through_wire!(
    Context,
    ContextWire,
    |context| ContextWire {
        text: context.text.clone(),
        start: context.span.start,
        end: context.span.end,
        paragraph: (context.paragraph.start, context.paragraph.end),
    },
    |wire| {
        let paragraph = span(wire.paragraph.0, wire.paragraph.1)?;
        Ok(Context { text: wire.text, span: span(wire.start, wire.end)?, paragraph })
    }
);

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Evidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Evidence::from_name(&name)
            .ok_or_else(|| D::Error::custom(format!("no pattern is called `{name}`")))
    }
}

#[cfg(test)]
mod tests {
    use crate::{quotes, Extractor, Quote};

    const ARTICLE: &str = "“We wait,” said Ida Lund, the pilot. “Always.”\n\n“Twice,” she said, “this year.”\n\nThe “new” pier.";

    #[test]
    fn a_record_comes_back_as_it_was() {
        for quote in quotes(ARTICLE) {
            let line = serde_json::to_string(&quote).unwrap();
            let back: Quote<'static> = serde_json::from_str(&line).unwrap();
            assert_eq!(back, quote);
        }
        let article = Extractor::default().extract(ARTICLE);
        let json = serde_json::to_value(article.speakers()).unwrap();
        assert_eq!(json[0]["name"], "Ida Lund");
    }

    #[test]
    fn the_shape_of_a_line() {
        let quote = quotes(ARTICLE).next().unwrap();
        let json = serde_json::to_value(&quote).unwrap();
        assert_eq!(json["kind"], "direct");
        assert_eq!(json["parts"], serde_json::json!([[3, 11]]));
        assert_eq!(json["speaker"]["text"], "Ida Lund");
        assert_eq!(json["evidence"], "inverted-after");
        assert_eq!(json["cue"]["start"], 15);
    }

    #[test]
    fn a_wrong_line_is_refused() {
        let good = serde_json::to_value(quotes(ARTICLE).next().unwrap()).unwrap();
        let refused = |key: &str, value: serde_json::Value| {
            let mut bad = good.clone();
            bad[key] = value;
            serde_json::from_value::<Quote<'static>>(bad).unwrap_err().to_string()
        };
        assert_eq!(refused("evidence", "hunch".into()), "no pattern is called `hunch`");
        assert_eq!(refused("parts", serde_json::json!([])), "a quote without parts");
        assert_eq!(refused("start", 99.into()), "a span from 99 back to 11");
    }
}
