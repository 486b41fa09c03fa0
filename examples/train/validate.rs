//! Cross-validation: how unseen quotations are answered, and how sure that is.

use std::io::{self, Write};

use crate::brat::Document;
use crate::curve::rising;
use crate::items::Items;
use crate::model::{Item, Model, Options};
use crate::score::Counts;

/// The answer to an unseen quotation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unseen {
    answer: usize,
    /// Of the answers that name the same words, in thousandths.
    share: u32,
}

/// The answers to the quotations of articles, then to those of novels.
pub fn predict(items: &Items, features: usize, folds: usize, options: Options) -> Vec<Unseen> {
    let mut unseen = vec![Unseen::default(); items.articles.len() + items.novels.len()];
    for fold in 0..folds {
        let learnt = |item: &&Item| item.article % folds != fold;
        let report = Model::train(&items.of_reports(learnt), features, options);
        let tale = Model::train(&items.of_tales(learnt), features, options.of_tales());
        for (item, unseen) in all(items).zip(&mut unseen) {
            if item.article % folds == fold {
                let model = if item.tale { &tale } else { &report };
                let answer = model.best(item);
                *unseen = Unseen { answer, share: model.share(item, answer) };
            }
        }
    }
    unseen
}

fn all(items: &Items) -> impl Iterator<Item = &Item> {
    items.articles.iter().chain(&items.novels)
}

pub fn say(items: &Items, unseen: &[Unseen]) {
    let mut counts = [Counts::default(); 4];
    let mut reachable = 0;
    for (item, unseen) in items.articles.iter().zip(unseen).filter(|(item, _)| item.scored) {
        count(&mut counts[0], item, unseen.answer);
        count(&mut counts[1], item, item.chosen);
        let reached = item.answers.iter().any(|answer| answer.right && answer.somebody);
        reachable += usize::from(reached);
    }
    for (item, unseen) in items.novels.iter().zip(&unseen[items.articles.len()..]) {
        count(&mut counts[2], item, unseen.answer);
        count(&mut counts[3], item, item.chosen);
    }
    let names = ["articles, unseen", "articles, as now", "novels, unseen", "novels, as now"];
    for (name, counts) in names.iter().zip(&counts) {
        eprintln!(
            "{name}: P {:.1} R {:.1} F1 {:.1}",
            counts.precision(),
            counts.recall(),
            counts.f1()
        );
    }
    eprintln!("some answer is right for {reachable} of {}", counts[0].gold);
}

fn count(counts: &mut Counts, item: &Item, answer: usize) {
    let answer = &item.answers[answer];
    counts.right += usize::from(answer.right && answer.somebody);
    counts.answered += usize::from(answer.somebody);
    counts.gold += usize::from(item.sourced);
}

/// Writes how often unseen answers were right, by how they were found and by the model's share for them. The points
/// rise: neighbours that fall are pooled (pool adjacent violators; Ayer et al. 1955).
pub fn write_confidence(items: &Items, unseen: &[Unseen], out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "# How often answers were right that nothing was learnt from, by their share among all answers' weights.\n\
         # Made by examples/train.rs, cross-validated, from the texts that rank/weights.txt names.\n\
         # genre, how the speaker was found, share and precision in thousandths"
    )?;
    for (genre, tale) in [("report", false), ("tale", true)] {
        for way in ["nobody", "clause", "carried"] {
            let mut seen: Vec<(u32, bool)> = all(items)
                .zip(unseen)
                .filter(|(item, _)| item.tale == tale && item.scored)
                .filter(|(item, unseen)| item.answers[unseen.answer].way() == way)
                .map(|(item, unseen)| (unseen.share, item.is_right(unseen.answer)))
                .collect();
            seen.sort_unstable();
            for (share, precision) in rising(&seen) {
                writeln!(out, "{genre} {way} {share} {precision}")?;
            }
        }
    }
    Ok(())
}

/// Writes the unseen quotations of articles that were answered wrongly, with what stands around them.
pub fn write_mistakes(
    items: &Items,
    unseen: &[Unseen],
    documents: &[Document],
    out: &mut dyn Write,
) -> io::Result<()> {
    for (item, unseen) in items.articles.iter().zip(unseen).filter(|(item, _)| item.scored) {
        let answer = &item.answers[unseen.answer];
        if item.is_right(unseen.answer) {
            continue;
        }
        let text = &documents[item.article].text;
        let right = item.answers.iter().find(|answer| answer.right && answer.somebody);
        let class = match (right, item.sourced, answer.somebody) {
            (_, false, _) => "nobody's",
            (None, ..) => "unreachable",
            (_, _, false) => "missed",
            _ => "another's",
        };
        let pattern = right.map_or("", |right| right.pattern);
        writeln!(
            out,
            "{class}\t{}\t{} ({}) {}\twanted {} ({pattern})\n    {}«{}»{}\n",
            documents[item.article].name,
            answer.speaker,
            answer.pattern,
            unseen.share,
            item.source,
            shown(text, item.span.start.saturating_sub(260), item.span.start),
            shown(text, item.span.start, item.span.end),
            shown(text, item.span.end, (item.span.end + 200).min(text.len())),
        )?;
    }
    Ok(())
}

fn shown(text: &str, mut start: usize, mut end: usize) -> String {
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    text[start..end].replace("\n\n", " ¶ ").replace('\n', " ")
}
