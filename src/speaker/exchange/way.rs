//! How a speech is attributed, as far as the words around it tell.

use crate::attribution::patterns::{
    Pattern, CARRIED_BACK, CARRIED_PARAGRAPH, CARRIED_SENTENCE, INTRODUCED, TURN,
};
use crate::attribution::Attribution;
use crate::quote::Reference;
use crate::speaker::resolve::taken_up;

/// How a speech is attributed. The numbers of these are in the table of weights: new ones come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// To a name, or to `I`, by a reporting verb.
    Named,
    /// To `he` or `she`, by a reporting verb.
    Pronoun,
    /// To a description: `said the old man`.
    Described,
    /// It goes on with the speech before it.
    GoesOn,
    /// To somebody named who acts beside it.
    BesideName,
    /// To whoever acts beside it and is `he` or `she`.
    BesidePronoun,
    /// To whoever acts beside it and is described.
    BesideDescribed,
    /// To whoever spoke in the paragraph before.
    Paragraph,
    /// To the other one of the exchange.
    Turn,
    /// To nobody.
    Nobody,
    /// To another pronoun: `they said`.
    Others,
}

impl Way {
    /// Whether its speaker is beyond doubt: nobody else is thought of.
    pub(super) fn is_fixed(self) -> bool {
        matches!(self, Way::Named | Way::Others)
    }

    /// Whether words of the clause itself tell of somebody who speaks.
    pub(crate) fn is_told(self) -> bool {
        matches!(self, Way::Named | Way::Described)
    }

    pub(crate) fn of(attribution: &Attribution, article: &str) -> Self {
        let is = |pattern: &'static Pattern| std::ptr::eq(attribution.pattern, pattern);
        let beside = is(&INTRODUCED) && attribution.cue.is_none() || is(&CARRIED_BACK);
        let subject = match attribution.source.subject() {
            _ if is(&CARRIED_SENTENCE) => return Way::GoesOn,
            _ if is(&CARRIED_PARAGRAPH) => return Way::Paragraph,
            _ if is(&TURN) => return Way::Turn,
            None => return Way::Nobody,
            Some(subject) => subject,
        };
        let words = &article[subject.span];
        let person = || matches!(taken_up(&words.to_lowercase()), Some((_, true)));
        match subject.reference {
            Reference::Name if beside => Way::BesideName,
            Reference::Name => Way::Named,
            Reference::Pronoun if words == "I" => Way::Named,
            Reference::Pronoun if person() && beside => Way::BesidePronoun,
            Reference::Pronoun if person() => Way::Pronoun,
            _ if beside => Way::BesideDescribed,
            Reference::Pronoun => Way::Others,
            _ => Way::Described,
        }
    }
}
