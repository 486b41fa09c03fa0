//! What is learnt: the quotations of articles, of novels and of the patterns' examples, each with its answers judged.

use inquit::training::{weigh, Weighed, WeighedAnswer};

use crate::brat::Document;
use crate::lessons;
use crate::model::{Answer, Interner, Item};
use crate::novels::{Novel, Quotation};
use crate::score;

/// An example of a pattern counts as much as this many quotations.
const EXAMPLE_WEIGHT: usize = 6;

pub struct Items {
    pub articles: Vec<Item>,
    pub novels: Vec<Item>,
    examples: Vec<Item>,
}

impl Items {
    pub fn gather(documents: &[Document], chapters: &[Novel], interner: &mut Interner) -> Self {
        Self {
            articles: annotated(documents, interner),
            novels: told(chapters, interner),
            examples: examples(interner).into_iter().chain(taught(interner)).collect(),
        }
    }

    /// What the table for reports learns from.
    pub fn of_reports(&self, chosen: impl Fn(&&Item) -> bool) -> Vec<&Item> {
        self.articles.iter().filter(chosen).chain(&self.examples).collect()
    }

    /// What the table for tales learns from.
    pub fn of_tales(&self, chosen: impl Fn(&&Item) -> bool) -> Vec<&Item> {
        let both = self.articles.iter().chain(&self.novels);
        both.filter(chosen).chain(&self.examples).collect()
    }
}

/// Weighs texts on two threads.
fn weigh_all(texts: Vec<&str>) -> Vec<Vec<Weighed>> {
    let half = texts.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        let workers: Vec<_> = texts
            .chunks(half)
            .map(|part| scope.spawn(|| part.iter().map(|text| weigh(text)).collect::<Vec<_>>()))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    })
}

/// The quotations of annotated articles, each with the number of its article.
fn annotated(documents: &[Document], interner: &mut Interner) -> Vec<Item> {
    let weighed = weigh_all(documents.iter().map(|document| document.text.as_str()).collect());
    let mut items = Vec::new();
    for (number, (document, weighed)) in documents.iter().zip(weighed).enumerate() {
        for quotation in &weighed {
            let answers: Vec<_> = quotation
                .answers
                .iter()
                .map(|answer| (answer.speaker.as_deref(), answer.mention))
                .collect();
            let source = score::source_of(document, &quotation.parts);
            let judged = source.map(|source| score::judge(document, source, &answers));
            let nobody = |i: usize| answers[i].0.is_none();
            // where no answer is right, none is better than a wrong one
            let right = match &judged {
                Some(right) if right.contains(&true) => right.clone(),
                _ => (0..answers.len()).map(nobody).collect(),
            };
            let doubled = document.text[..quotation.parts[0].start].ends_with(['"', '“', '„', '«']);
            items.push(Item {
                scored: doubled,
                source: source.map_or(String::new(), |source| text_of(document, source)),
                ..item(quotation, right, judged.is_some(), number, interner)
            });
        }
    }
    items
}

fn text_of(document: &Document, source: &[(usize, usize)]) -> String {
    let parts = source.iter().map(|&(start, end)| {
        document.text.chars().skip(start).take(end - start).collect::<String>()
    });
    parts.collect::<Vec<_>>().join(" … ")
}

/// The quotations of novels. What tells a quotation decides if something does, else the name; where no answer is right
/// nothing is learnt.
fn told(chapters: &[Novel], interner: &mut Interner) -> Vec<Item> {
    let weighed = weigh_all(chapters.iter().map(|chapter| chapter.text.as_str()).collect());
    let mut items = Vec::new();
    for (number, (chapter, weighed)) in chapters.iter().zip(weighed).enumerate() {
        for quotation in &weighed {
            let (start, end) =
                (quotation.parts[0].start, quotation.parts[quotation.parts.len() - 1].end);
            let annotated = chapter
                .quotations
                .iter()
                .find(|held| held.span.start < end && start < held.span.end);
            let Some(annotated) = annotated else { continue };
            let right = quotation.answers.iter().map(|answer| is_told(chapter, annotated, answer));
            let right: Vec<bool> = right.collect();
            if right.contains(&true) {
                items.push(item(quotation, right, true, number, interner));
            }
        }
    }
    items
}

fn is_told(chapter: &Novel, gold: &Quotation, answer: &WeighedAnswer) -> bool {
    let Some(name) = &answer.speaker else { return false };
    if let (Some(expression), Some(mention)) = (&gold.expression, answer.mention) {
        let near = mention.start < gold.span.end + 300 && gold.span.start < mention.end + 300;
        if near && expression.contains(&chapter.text[mention]) {
            return true;
        }
    }
    let name = name.to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    gold.aliases.iter().any(|alias| alias == name)
}

/// The examples of the patterns: the answer of the pattern itself is the right one.
fn examples(interner: &mut Interner) -> Vec<Item> {
    let mut items = Vec::new();
    for pattern in inquit::patterns().filter(|pattern| !pattern.name.starts_with("indirect")) {
        for example in pattern.examples {
            for quotation in &weigh(example.text) {
                let right: Vec<bool> = quotation
                    .answers
                    .iter()
                    .map(|answer| {
                        answer.pattern == pattern.name
                            && answer.speaker.as_deref().unwrap_or("") == example.speaker
                    })
                    .collect();
                if right.contains(&true) {
                    let item = item(quotation, right, !example.speaker.is_empty(), 0, interner);
                    items.extend(std::iter::repeat_n(item, EXAMPLE_WEIGHT));
                }
            }
        }
    }
    items
}

/// A lesson counts as much as this many quotations.
const LESSON_WEIGHT: usize = 2;

/// The quotations of the lessons. Where no answer is right, it is said, and nothing is learnt.
fn taught(interner: &mut Interner) -> Vec<Item> {
    let mut items = Vec::new();
    for lesson in lessons::read() {
        for quotation in &weigh(&lesson.text) {
            let end = quotation.parts[quotation.parts.len() - 1].end;
            let speaker = lesson.speakers.iter().find(|(at, _)| (end..end + 5).contains(at));
            let Some((_, speaker)) = speaker else {
                eprintln!("lesson without an answer: {}", lesson.text);
                continue;
            };
            let plain = |name: &str| {
                let name = name.to_lowercase();
                name.strip_prefix("the ").unwrap_or(&name).to_owned()
            };
            let named =
                |answer: &WeighedAnswer| answer.speaker.as_deref().map_or(String::new(), plain);
            let right: Vec<bool> =
                quotation.answers.iter().map(|answer| named(answer) == plain(speaker)).collect();
            if !right.contains(&true) {
                let found: Vec<_> = quotation.answers.iter().map(named).collect();
                eprintln!("lesson out of reach: {} is none of {found:?}: {}", speaker, lesson.text);
                continue;
            }
            let chosen = named(&quotation.answers[quotation.chosen]);
            if chosen != plain(speaker) {
                eprintln!("lesson not learnt yet: {chosen:?}, not {speaker:?}: {}", lesson.text);
            }
            let item = item(quotation, right, !speaker.is_empty(), 0, interner);
            items.extend(std::iter::repeat_n(item, LESSON_WEIGHT));
        }
    }
    items
}

fn item(
    quotation: &Weighed,
    right: Vec<bool>,
    sourced: bool,
    article: usize,
    interner: &mut Interner,
) -> Item {
    let answers = quotation.answers.iter().zip(right).map(|(answer, right)| Answer {
        features: answer.features.iter().map(|feature| interner.number(feature)).collect(),
        right,
        somebody: answer.speaker.is_some(),
        same: answer.same,
        carried: answer.carried,
        pattern: answer.pattern,
        speaker: answer.speaker.clone().unwrap_or_default(),
    });
    let last = quotation.parts[quotation.parts.len() - 1];
    Item {
        answers: answers.collect(),
        sourced,
        article,
        chosen: quotation.chosen,
        tale: quotation.genre == "tale",
        scored: true,
        source: String::new(),
        span: quotation.parts[0].cover(last),
    }
}
