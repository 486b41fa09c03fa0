//! Names given in marks: words that nobody says.

mod formulas;
mod labels;
mod short_forms;
mod titles;
mod trade_words;

use super::Place;

/// A name in marks has at most so many words.
const LONGEST_NAME: usize = 4;

impl Place<'_, '_> {
    /// Whether the quotation is a name that its sentence gives: `a method called "clock counting"`, `better known as "Shorty"`,
    /// `the Central Harbour District or "CHD"`. Where somebody is said to call it so, the verb has a clause.
    pub(super) fn is_name_given(&self) -> bool {
        self.follows_label()
            || self.follows_so_called()
            || self.follows_known_as()
            || self.follows_work()
            || self.follows_preposition()
            || self.follows_making()
            || self.is_what_a_name_is()
            || self.is_asked_for_its_meaning()
            || self.is_what_people_call_it()
            || self.follows_name_for()
            || self.follows_naming()
            || self.precedes_maker()
            || self.is_short_form()
            || self.is_letter()
            || self.is_rating()
            || self.is_answered()
            || self.is_slogan()
    }
}
