//! `Anna called the plan "reckless".`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;
use crate::lexicon::Classes;

pub(super) static PATTERN: Pattern = Pattern {
    name: "judgement",
    summary: "A verb of judging before the quotation, whose words are the judgement.",
    examples: &[
        example("Anna Berg called the plan \"reckless\".", "Anna Berg"),
        example("She had what Tom Reyes called \"a lucky hand\".", "Tom Reyes"),
        example("The mill will close, a step Tom Reyes described as \"painful\".", "Tom Reyes"),
        example(
            "The council acted, citing what Tom Reyes described in a letter as \"a lucky hand\".",
            "Tom Reyes",
        ),
        example("The mayor called a report suggesting delays in the port \"absurd\".", "The mayor"),
        example("The union denounced the talks as \"a sham\".", "The union"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.governor()?;
    // `Police called off the search for “Nessie”`
    if place.frame.is_word(clause.cue + 1, "off") {
        return None;
    }
    let finite = matches!(clause.construction, Construction::Finite | Construction::QuotedAs);
    let judges =
        clause.is(Classes::JUDGEMENT) && !clause.is(Classes::SPEECH.union(Classes::THOUGHT));
    let sounds =
        place.sounds(clause) && place.distance(clause) <= 2 && place.is_light_since(clause);
    let judges = judges || sounds;
    (finite && judges).then(|| Candidate::of(clause, 890 - 2 * place.distance(clause)))
}
