//! The README's example: an article in the program, who said what on the screen.
//!
//!     cargo run --release --example quickstart

const ARTICLE: &str = "\
ORESTAD, June 7 (Coast News) - Ferry crews stayed away from work for a third day on Friday.

\"We are asking for the same rest as a lorry driver,\" said Karin Holt, general secretary of \
the Deck Officers' Union. \"Nobody wants a tired captain.\"

The operator's managing director, Pieter Vos, called the strike \"a blow to island families\". \
\"There is no more money in the drawer,\" he told reporters.

Holt was not impressed: \"Then let him open the other drawer.\"

The \"floating hotel\" that shelters the stranded is full.
";

fn main() {
    for quote in inquit::quotes(ARTICLE) {
        match &quote.speaker {
            Some(speaker) => {
                let role = speaker.role.as_deref().unwrap_or("no role given");
                println!(
                    "{} ({role}), {:.0}% by {}:",
                    speaker.name,
                    100.0 * quote.confidence,
                    quote.evidence
                );
            }
            None => println!("nobody, by {}:", quote.evidence),
        }
        println!("    {}", quote.text);
    }
}
