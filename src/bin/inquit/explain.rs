//! Why a quote got its speaker: every answer that was weighed, and what it weighed.

use std::io::Write;

use inquit::training::{dialogue, weigh, WeighedAnswer};
use inquit::Span;

use crate::args::ExplainArgs;
use crate::failure::{Failure, Result};
use crate::input::read_text;
use crate::run::output;

pub fn run(args: &ExplainArgs) -> Result<()> {
    let text = read_text(&args.path).map_err(Failure::Work)?;
    let weighed = weigh(&text);
    let holds =
        |at: usize, parts: &[Span]| parts.iter().any(|part| part.start <= at && at < part.end);
    let found = match (args.at, args.quote) {
        (Some(at), _) => weighed.iter().position(|quotation| holds(at, &quotation.parts)),
        (None, Some(number)) => number.checked_sub(1).filter(|number| *number < weighed.len()),
        (None, None) => return Err(Failure::usage("explain: --at BYTE or --quote N is missing")),
    };
    let Some(number) = found else {
        return Err(Failure::work(format!(
            "{}: no quotation there; it has {}",
            args.path.display(),
            weighed.len()
        )));
    };
    let quotation = &weighed[number];
    let mut out = output(None)?;
    let words: Vec<&str> = quotation.parts.iter().map(|&part| &text[part]).collect();
    writeln!(
        out,
        "quotation {} at byte {}: {:?}",
        number + 1,
        quotation.parts[0].start,
        words.join(" ")
    )?;
    writeln!(out, "weighed as in a {}; the greatest sum wins\n", quotation.genre)?;
    let mut order: Vec<usize> = (0..quotation.answers.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(quotation.answers[i].score));
    for i in order {
        let answer = &quotation.answers[i];
        let mark = if i == quotation.chosen { "->" } else { "  " };
        let who = answer.speaker.as_deref().unwrap_or("nobody");
        let mention = answer.mention.map_or(String::new(), |span| {
            format!(", by the words {:?} at {}", &text[span], span.start)
        });
        let carried = if answer.carried { ", carried from the words around" } else { "" };
        writeln!(out, "{mark} {:>6}  {who}  [{}]{mention}{carried}", answer.score, answer.pattern)?;
    }
    tell_name(&text, &quotation.answers[quotation.chosen], &mut out)?;
    tell_exchange(&text, quotation.parts[0], &mut out)?;
    out.flush()?;
    Ok(())
}

/// Who else may have said it in a tale, where the whole exchange is weighed.
fn tell_exchange(text: &str, words: Span, out: &mut impl Write) -> Result<()> {
    let Some(dialogue) = dialogue(text).filter(|dialogue| dialogue.is_talk()) else {
        return Ok(());
    };
    let speech = dialogue.speeches.iter().find(|speech| speech.parts.contains(&words));
    let Some(speech) = speech.filter(|speech| speech.candidates.len() > 1) else {
        return Ok(());
    };
    writeln!(out, "\nweighed again with the whole exchange, after those who spoke before:")?;
    let mut order: Vec<usize> = (0..speech.candidates.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(speech.sums[i]));
    for i in order.into_iter().take(MOST_RIVALS) {
        let mark = if speech.chosen == Some(i) { "->" } else { "  " };
        writeln!(out, "{mark} {:>6}  {}", speech.sums[i], speech.candidates[i])?;
    }
    Ok(())
}

/// How the words that point at the speaker became a name.
fn tell_name(text: &str, answer: &WeighedAnswer, out: &mut impl Write) -> Result<()> {
    let (Some(speaker), Some(mention), Some(name)) = (&answer.speaker, answer.mention, answer.name)
    else {
        return Ok(());
    };
    let words = &text[mention];
    writeln!(out)?;
    if mention.overlaps(name) {
        writeln!(out, "{words:?} names {speaker} in full")?;
    } else {
        writeln!(out, "{words:?} is {speaker}, so named at byte {}", name.start)?;
    }
    if !answer.rivals.is_empty() {
        writeln!(out, "names that {words:?} might take up, by prominence:")?;
    }
    for (rival, prominence) in answer.rivals.iter().take(MOST_RIVALS) {
        let mark = if rival == speaker { "->" } else { "  " };
        writeln!(out, "{mark} {prominence:>6}  {rival}")?;
    }
    Ok(())
}

/// So many names are told.
const MOST_RIVALS: usize = 6;
