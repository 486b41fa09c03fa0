//! What the crate knows of English words: plain text files, read once into one table.
//!
//! A word is looked up once, when its token is made; what comes back is a [`Word`]: a set of classes
//! and, for verbs, the forms it may be. No later stage compares strings.

pub(crate) mod block;
mod classes;
mod inflection;
mod key;
mod table;

use std::fmt;

use once_cell::sync::Lazy;

pub(crate) use classes::Classes;
pub(crate) use inflection::Forms;
pub(crate) use key::key;
use key::{key_at, key_of_folded};
use table::Table;

use crate::error::{Error, Result};

/// What the lexicon knows of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    pub(crate) classes: Classes,
    /// Which forms of a verb it may be; empty for other words.
    pub(crate) forms: Forms,
}

impl Word {
    /// No list tells what sort of word it is.
    pub(crate) fn is_unknown(self) -> bool {
        self.classes.without(Classes::USES) == Classes::default() && self.forms == Forms::default()
    }

    pub(crate) fn is(self, classes: Classes) -> bool {
        self.classes.any(classes)
    }
}

/// The word table. Immutable once made.
#[derive(Clone)]
pub(crate) struct Lexicon {
    /// By the [`key`] of the word: no two words of the lists share one.
    words: Table,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("words", &self.words.len()).finish()
    }
}

static ENGLISH: Lazy<Lexicon> = Lazy::new(Lexicon::read_english);

const VERB_LISTS: [(&str, Classes); 7] = [
    (include_str!("cue_speech.txt"), Classes::SPEECH),
    (include_str!("cue_manner.txt"), Classes::MANNER),
    (include_str!("cue_judgement.txt"), Classes::JUDGEMENT),
    (include_str!("cue_thought.txt"), Classes::THOUGHT),
    (include_str!("verbs.txt"), Classes(0)),
    (include_str!("verbs_nouns.txt"), Classes::NOUN_TOO),
    (include_str!("cue_beside.txt"), Classes::BESIDE),
];

const WORD_LISTS: [(&str, Classes); 20] = [
    (include_str!("cue_nouns.txt"), Classes::CUE_NOUN),
    (include_str!("organisation_words.txt"), Classes::ORG),
    (include_str!("places.txt"), Classes::PLACE),
    (include_str!("calendar.txt"), Classes::CALENDAR),
    (include_str!("not_names.txt"), Classes::NOT_NAME),
    (include_str!("name_particles.txt"), Classes::PARTICLE),
    (include_str!("name_suffixes.txt"), Classes::SUFFIX),
    (include_str!("place_words.txt"), Classes::PLACE_WORD),
    (include_str!("epithets.txt"), Classes::EPITHET),
    (include_str!("name_epithets.txt"), Classes::NAME_EPITHET),
    (include_str!("chapter_words.txt"), Classes::CHAPTER),
    (include_str!("people_words.txt"), Classes::PEOPLE),
    (include_str!("report_words.txt"), Classes::REPORT),
    (include_str!("time_words.txt"), Classes::TIME),
    (include_str!("members.txt"), Classes::MEMBER),
    (include_str!("known_organisations.txt"), Classes::KNOWN_ORG),
    (include_str!("works.txt"), Classes::WORK),
    (include_str!("portfolios.txt"), Classes::PORTFOLIO),
    (include_str!("numerals.txt"), Classes::NUMERAL),
    (include_str!("company_words.txt"), Classes::COMPANY),
];

const GENDERED_LISTS: [(&str, Classes); 3] = [
    (include_str!("titles.txt"), Classes::TITLE),
    (include_str!("roles.txt"), Classes::ROLE),
    (include_str!("given_names.txt"), Classes::GIVEN),
];

const PHRASAL: &str = include_str!("cue_phrasal.txt");
const FUNCTION_WORDS: &str = include_str!("function_words.txt");
const FACTUALITY: &str = include_str!("factuality.txt");
const ABBREVIATIONS: &str = include_str!("abbreviations.txt");

/// The entries of a list: its lines without comments and blank ones, split at white space.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = Vec<&str>> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split_whitespace().collect())
}

impl Lexicon {
    /// The built-in English lexicon.
    pub(crate) fn english() -> &'static Lexicon {
        &ENGLISH
    }

    fn read_english() -> Self {
        let mut lexicon = Self { words: Table::new() };
        for (list, class) in VERB_LISTS {
            for entry in entries(list) {
                lexicon.add_verb(&entry, class);
            }
        }
        for (list, class) in WORD_LISTS {
            for entry in entries(list) {
                lexicon.add(entry[0], class);
            }
        }
        for (list, class) in GENDERED_LISTS {
            for entry in entries(list) {
                lexicon.add(entry[0], class.union(gender_class(entry[1])));
                if entry.get(2) == Some(&"surname") {
                    lexicon.add(entry[0], Classes::HONORIFIC);
                }
                if class == Classes::ROLE {
                    lexicon.add(&inflection::plural(entry[0]), class);
                }
            }
        }
        for entry in entries(PHRASAL) {
            lexicon.add_phrasal(&entry);
        }
        for entry in entries(FUNCTION_WORDS) {
            let classes =
                entry[1..].iter().fold(Classes(0), |all, name| all.union(closed_class(name)));
            lexicon.add(entry[0], classes);
        }
        for entry in entries(FACTUALITY) {
            let classes =
                entry[1..].iter().fold(Classes(0), |all, name| all.union(factuality_class(name)));
            lexicon.add(entry[0], classes);
        }
        for entry in entries(ABBREVIATIONS) {
            lexicon.add(entry[0], Classes::ABBREVIATION.union(abbreviation_class(entry[1])));
        }
        lexicon
    }

    fn add(&mut self, word: &str, classes: Classes) {
        let Some(key) = key(word) else { return };
        self.words.update(key, |word| word.classes = word.classes.union(classes));
    }

    fn add_verb(&mut self, entry: &[&str], class: Classes) {
        let british = if let [base] = entry { inflection::british(base) } else { Vec::new() };
        for (form, which) in inflection::forms(entry).into_iter().chain(british) {
            let Some(key) = key(&form) else { continue };
            self.words.update(key, |word| {
                word.classes = word.classes.union(class).union(Classes::VERB);
                word.forms = word.forms.union(which);
            });
        }
    }

    /// Adds forms of a verb by themselves, and with each of the particles that the last word gives.
    fn add_phrasal(&mut self, entry: &[&str]) {
        let Some((particles, forms)) = entry.split_last() else { return };
        for form in forms {
            self.add(form, Classes::PHRASAL);
            for particle in particles.split('/') {
                self.add(&format!("{form} {particle}"), Classes::PHRASAL);
            }
        }
    }

    /// Adds a reporting verb: its base form, or that and its four irregular forms.
    pub(crate) fn add_cue_verb(&mut self, entry: &str) -> Result<()> {
        let forms: Vec<&str> = entry.split_whitespace().collect();
        let plain = |word: &&str| {
            word.chars().all(|ch| (ch.is_alphabetic() && !ch.is_uppercase()) || ch == '-')
        };
        if !(forms.len() == 1 || forms.len() == 5) || !forms.iter().all(plain) {
            return Err(Error::CueVerb { given: entry.to_owned() });
        }
        self.add_verb(&forms, Classes::SPEECH);
        Ok(())
    }

    /// Takes the reporting sense from every verb; they stay verbs.
    pub(crate) fn clear_cue_verbs(&mut self) {
        self.words.update_all(|word| word.classes = word.classes.without(Classes::CUE));
    }

    /// What is known of a word, whatever its case and its style of apostrophe.
    pub(crate) fn get(&self, word: &str) -> Word {
        crate::work::step();
        self.of_key(key(word))
    }

    /// What is known of the word that `text` holds at `start..end`.
    #[inline]
    pub(crate) fn get_at(&self, text: &str, start: usize, end: usize) -> Word {
        crate::work::step();
        self.of_key(key_at(text, start, end))
    }

    /// What is known of a word of one to eight bytes of ASCII, its letters small, that stand in a block.
    #[inline]
    pub(crate) fn get_folded(&self, block: u64, len: usize) -> Word {
        crate::work::step();
        self.words.get(key_of_folded(block, len))
    }

    #[inline]
    fn of_key(&self, key: Option<u64>) -> Word {
        key.map_or_else(Word::default, |key| self.words.get(key))
    }
}

fn gender_class(name: &str) -> Classes {
    match name {
        "m" => Classes::MALE,
        "f" => Classes::FEMALE,
        _ => Classes(0),
    }
}

fn closed_class(name: &str) -> Classes {
    match name {
        "det" => Classes::DET,
        "poss" => Classes::POSS,
        "prep" => Classes::PREP,
        "conj" => Classes::CONJ,
        "sub" => Classes::SUB,
        "comp" => Classes::COMP,
        "rel" => Classes::REL,
        "wh" => Classes::WH,
        "be" => Classes::BE,
        "aux" => Classes::AUX,
        "neg" => Classes::NEG,
        "pron" => Classes::PRON,
        "obj" => Classes::OBJ,
        "adv" => Classes::ADV,
        _ => Classes(0),
    }
}

fn factuality_class(name: &str) -> Classes {
    match name {
        "asking" => Classes::ASKING,
        "ordering" => Classes::ORDERING,
        "denying" => Classes::DENYING,
        "thinking" => Classes::THINKING,
        "withholding" => Classes::WITHHOLDING,
        "showing" => Classes::SHOWING,
        _ => Classes(0),
    }
}

fn abbreviation_class(name: &str) -> Classes {
    match name {
        "title" => Classes::ABBR_TITLE,
        "number" => Classes::ABBR_NUMBER,
        "end" => Classes::ABBR_END,
        _ => Classes(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 34] = [
        ("cue_speech", VERB_LISTS[0].0),
        ("cue_manner", VERB_LISTS[1].0),
        ("cue_judgement", VERB_LISTS[2].0),
        ("cue_thought", VERB_LISTS[3].0),
        ("verbs", VERB_LISTS[4].0),
        ("verbs_nouns", VERB_LISTS[5].0),
        ("cue_beside", VERB_LISTS[6].0),
        ("cue_nouns", WORD_LISTS[0].0),
        ("organisation_words", WORD_LISTS[1].0),
        ("places", WORD_LISTS[2].0),
        ("calendar", WORD_LISTS[3].0),
        ("not_names", WORD_LISTS[4].0),
        ("name_particles", WORD_LISTS[5].0),
        ("name_suffixes", WORD_LISTS[6].0),
        ("place_words", WORD_LISTS[7].0),
        ("epithets", WORD_LISTS[8].0),
        ("name_epithets", WORD_LISTS[9].0),
        ("chapter_words", WORD_LISTS[10].0),
        ("people_words", WORD_LISTS[11].0),
        ("report_words", WORD_LISTS[12].0),
        ("time_words", WORD_LISTS[13].0),
        ("members", WORD_LISTS[14].0),
        ("known_organisations", WORD_LISTS[15].0),
        ("works", WORD_LISTS[16].0),
        ("portfolios", WORD_LISTS[17].0),
        ("numerals", WORD_LISTS[18].0),
        ("company_words", WORD_LISTS[19].0),
        ("titles", GENDERED_LISTS[0].0),
        ("roles", GENDERED_LISTS[1].0),
        ("given_names", GENDERED_LISTS[2].0),
        ("cue_phrasal", PHRASAL),
        ("function_words", FUNCTION_WORDS),
        ("factuality", FACTUALITY),
        ("abbreviations", ABBREVIATIONS),
    ];

    #[test]
    #[cfg_attr(miri, ignore = "takes hours there")]
    fn every_list_is_commented_sorted_and_without_duplicates() {
        for (name, list) in FILES {
            assert!(list.starts_with("# "), "{name} says nothing of what it is");
            assert!(list.ends_with('\n'), "{name} lacks its final newline");
            let keys: Vec<&str> = entries(list).map(|entry| entry[0]).collect();
            assert!(!keys.is_empty(), "{name} is empty");
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{name}: `{}` before `{}`", pair[0], pair[1]);
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes hours there")]
    fn case_is_as_the_list_wants_it() {
        let capitalised = ["places", "calendar", "given_names", "members"];
        for (name, list) in FILES {
            for entry in entries(list) {
                let upper = entry[0].starts_with(char::is_uppercase);
                assert_eq!(upper, capitalised.contains(&name), "{name}: `{}`", entry[0]);
                assert!(
                    entry[0].chars().all(|ch| ch.is_alphabetic() || "-'./".contains(ch)),
                    "{name}: stray character in `{}`",
                    entry[0]
                );
            }
        }
    }

    #[test]
    fn verbs_give_one_form_or_all_five() {
        for (list, _) in VERB_LISTS {
            for entry in entries(list) {
                assert!(entry.len() == 1 || entry.len() == 5, "{entry:?}");
                let irregular = entry.len() == 5;
                let by_rule = inflection::forms(&entry[..1]);
                let given = inflection::forms(&entry);
                assert!(!irregular || by_rule != given, "{entry:?} is regular: one form will do");
            }
        }
    }

    #[test]
    fn classes_named_in_the_lists_are_known() {
        for entry in entries(FACTUALITY) {
            assert!(
                entry.len() > 1 && entry[1..].iter().all(|name| factuality_class(name).0 != 0),
                "{entry:?}"
            );
        }
        for entry in entries(FUNCTION_WORDS) {
            assert!(
                entry.len() > 1 && entry[1..].iter().all(|name| closed_class(name).0 != 0),
                "{entry:?}"
            );
        }
        for entry in entries(ABBREVIATIONS) {
            assert!(["title", "number", "inner", "end"].contains(&entry[1]), "{entry:?}");
        }
        for (list, _) in GENDERED_LISTS {
            for entry in entries(list) {
                assert!(["m", "f", "-"].contains(&entry[1]), "{entry:?}");
                assert!(matches!(entry[2..], [] | ["surname"]), "{entry:?}");
            }
        }
    }

    #[test]
    fn look_up_folds_case_and_apostrophes() {
        let english = Lexicon::english();
        assert!(english.get("SAID").is(Classes::SPEECH));
        assert!(english.get("Isn’t").is(Classes::BE));
        assert!(english.get("François").is(Classes::GIVEN));
        assert_eq!(english.get(&"é".repeat(500)), Word::default());
    }

    #[test]
    fn verbs_report_by_their_particles() {
        let english = Lexicon::english();
        assert!(english.get("broke").is(Classes::PHRASAL));
        assert!(english.get("Broke in").is(Classes::PHRASAL));
        assert!(!english.get("broke up").is(Classes::PHRASAL));
        for entry in entries(PHRASAL) {
            assert_eq!(entry.len(), 3, "{entry:?}");
            for form in &entry[..2] {
                assert!(english.get(form).is(Classes::VERB), "`{form}` is no verb");
            }
        }
    }

    #[test]
    fn own_cue_verbs() {
        let mut lexicon = Lexicon::english().clone();
        assert!(!lexicon.get("zorked").is(Classes::CUE));
        lexicon.add_cue_verb("zork").unwrap();
        assert!(lexicon.get("zorked").is(Classes::SPEECH));
        lexicon.clear_cue_verbs();
        assert!(!lexicon.get("said").is(Classes::CUE) && lexicon.get("said").is(Classes::VERB));
        for bad in ["", "Zork", "zork zorks", "z0rk"] {
            assert_eq!(lexicon.add_cue_verb(bad), Err(Error::CueVerb { given: bad.to_owned() }));
        }
    }
}
