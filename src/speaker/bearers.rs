//! Who bears a name: the same first and last word, a surname alone, a given name alone, the last word of an organisation.

use super::entity::{sole, sole_of, Cast, Entity, Namesakes};
use super::families::Title;
use super::gather::{puts_family_first, NameMention};
use super::nickname::{is_short_for, long_forms};
use super::words::{ends_organisation, follows_the, key, name_words, same_given};
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars;

/// Of two who share a surname, the one is meant who was named at most so many sentences before.
const JUST_NAMED: u32 = 2;
/// … or in the same paragraph, at most so many bytes before, as a subject and in full.
const NEAR_BY: usize = 300;
/// Of the people who share a surname, this many are kept apart.
const NAMESAKES: usize = 12;

/// Whoever is named so many times more rarely than a namesake is not the one that the surname means: in a tale only if they are
/// named in passing.
const RARE: usize = 4;
const RARE_IN_REPORT: usize = 2;

/// The pronoun that takes up a name is looked for in so many bytes behind it.
const PRONOUN_NEAR: usize = 100;

/// A husband or a wife is brought in at most so many bytes before they go by the surname.
const KIN_NEAR: usize = 400;

/// `Kim Woo-jin`: whether the family's name stands first.
fn is_family_first(name: &str) -> bool {
    name.as_bytes().contains(&b'-') && name_words(name).next_back().is_some_and(puts_family_first)
}

/// The given name, as far as its place tells.
fn given_name(name: &str) -> &str {
    let mut words = name_words(name);
    // `Starry Yeung Sui-fong` goes by the first name as well
    let last = is_family_first(name) && words.clone().nth(2).is_none();
    let given = if last { words.next_back() } else { words.next() };
    given.unwrap_or(name)
}

/// The ends of a name of two words or more.
#[derive(Clone, Copy, Debug)]
pub(super) struct FullName<'a> {
    first: &'a str,
    last: &'a str,
    /// There is no word between them.
    pair: bool,
}

impl<'a> FullName<'a> {
    pub(super) fn of(article: &'a str, name: &NameMention) -> Option<Self> {
        if name.words < 2 {
            return None;
        }
        let mut words = name_words(&article[name.core]);
        let (first, last) = (words.next()?, words.next_back()?);
        Some(Self { first, last, pair: words.next().is_none() })
    }
}

impl Cast {
    /// The entity of a name of two words or more: same first and last word, initials allowed, or the last words of a longer one.
    pub(super) fn full_name(
        &mut self,
        article: &str,
        name: &NameMention,
        ends: FullName<'_>,
    ) -> usize {
        let FullName { mut first, mut last, pair } = ends;
        if puts_family_first(last) {
            // `Yeung Sui-fong`, `Starry Yeung Sui-fong`
            let family = name_words(&article[name.core]).nth(1).filter(|_| !pair);
            (first, last) = (family.map_or(last, |_| first), family.unwrap_or(first));
        }
        let candidates = self.by_last.get(&key(last)).map_or(&[][..], |ids| &ids[..]);
        let mut fitting =
            candidates.iter().copied().filter(|&id| !self.entities[id].gender.clashes(name.gender));
        let tail = fitting.clone().find(|&id| is_surname_of(article, &self.entities[id], name));
        if let Some(id) = tail {
            return id;
        }
        let called = |id: usize| given_name(&article[self.entities[id].name]);
        let same = fitting.clone().find(|&id| same_given(first, called(id)));
        // `DS Berg`: a rank in capitals before somebody's surname
        let rank = pair && is_rank(first);
        let ranked =
            candidates.iter().copied().filter(|&id| rank && self.entities[id].sort == Sort::Person);
        let ranked =
            ranked.max_by_key(|&id| self.entities[id].mentions.last().map_or(0, |span| span.end));
        let longer = || if pair { self.by_given_names(article, name, first) } else { None };
        let born = || self.born_so(article, name, first);
        if let Some(id) = same.or(ranked).or_else(longer).or_else(born) {
            return id;
        }
        if let Some(id) = fitting.find(|&id| !self.is_tale() && is_short_for(first, called(id))) {
            // `William Berg … Bill Berg … Bill`
            self.keep(id, first, last);
            return id;
        }
        let id = self.add(name.core, name.words, name.gender, name.sort);
        self.keep(id, first, last);
        id
    }

    /// `Marge` is Margaret Berg: the only person whose given name that is short for.
    fn by_nickname(&self, name: &NameMention, word: u64) -> Option<usize> {
        let plain = !self.is_tale() && !name.titled && !name.office && !name.doubtful;
        let names = if plain { long_forms(word) } else { &[] };
        let held = names.iter().filter_map(|long| self.by_first.get(long)).flatten().copied();
        sole_of(held.filter(|&id| {
            let entity = &self.entities[id];
            let person = entity.sort == Sort::Person && entity.words > 1;
            person && !entity.gender.clashes(name.gender)
        }))
    }

    /// `Jón Thór` is Jón Thór Einarsson: the only person whose longer name begins with these words.
    fn by_given_names(&self, article: &str, name: &NameMention, first: &str) -> Option<usize> {
        let text = &article[name.core];
        let person = |sort: Sort| matches!(sort, Sort::Person | Sort::Unknown);
        let begins = |id: &usize| {
            let entity = &self.entities[*id];
            let rest = article[entity.name].strip_prefix(text).and_then(|r| r.strip_prefix(' '));
            // no word of a headline's
            let surname = |word: &str| {
                let known = Lexicon::english().get(word);
                known.is_unknown() || known.is(Classes::GIVEN)
            };
            let longer = rest.is_some_and(surname);
            longer && person(entity.sort) && !entity.gender.clashes(name.gender)
        };
        let held = self.by_first.get(&key(first)).filter(|_| person(name.sort))?;
        sole_of(held.iter().copied().filter(begins))
    }

    /// `Mrs. Berg was born Margaret Ann Lund`: the only person of that given name, whatever the surname became.
    fn born_so(&self, article: &str, name: &NameMention, first: &str) -> Option<usize> {
        let born = is_birth_name(article, name) && !self.is_tale();
        let held = sole(self.by_first.get(&key(first)).filter(|_| born));
        held.filter(|&id| self.entities[id].sort == Sort::Person)
    }

    /// Keeps whoever bears a name by its first word and by its last.
    fn keep(&mut self, id: usize, first: &str, last: &str) {
        for (table, word) in [(&mut self.by_last, last), (&mut self.by_first, first)] {
            let held = table.entry(key(word)).or_default();
            if held.len() < NAMESAKES && !held.contains(&id) {
                held.push(id);
            }
        }
    }

    /// The entity of `Mr and Mrs Berg`, who are neither of the two.
    pub(super) fn couple(&mut self, article: &str, name: &NameMention) -> usize {
        let span = name.with_title();
        let key = key(&article[span]);
        if let Some(&id) = self.by_text.get(&key) {
            return id;
        }
        let id = self.add(span, 1, Gender::Unknown, name.sort);
        self.by_text.insert(key, id);
        id
    }

    /// The entity of a single word: the bearer of that surname or given name, else one of its own.
    pub(super) fn single_name(&mut self, article: &str, names: &[NameMention], i: usize) -> usize {
        let name = &names[i];
        let text = &article[name.core];
        let word = name_words(text).next().unwrap_or(text);
        let key = key(word);
        let title = Title::of(article, name);
        let namesakes = self.by_last.get(&key).map_or(0, |ids| {
            let fit = |&&id: &&usize| !self.entities[id].gender.clashes(name.gender);
            ids.iter().filter(fit).count()
        });
        let another = |entity: &Entity| {
            entity.words > 1 && self.families.differ(title, key, &article[entity.name], namesakes)
        };
        let fits = |entity: &Entity| {
            let organisation = name.titled && entity.sort == Sort::Organisation;
            !organisation && !entity.gender.clashes(name.gender) && !another(entity)
        };
        // a capital at the head of a sentence tells nothing
        let ordinary =
            name.doubtful && !(name.subject && Lexicon::english().get(word).is_unknown());
        let bearer = |ids: Option<&Namesakes>, by_given: bool| {
            let ids = ids?.iter().copied().filter(|&id| {
                let entity = &self.entities[id];
                let person = entity.sort != Sort::Organisation && entity.sort != Sort::Place;
                // `Megyn Kelly … Megyn`: any first name that no list holds, too
                let given = entity.sort == Sort::Person || person && entity.words == 2 && !ordinary;
                fits(entity) && (if by_given { given } else { person })
            });
            let mut fitting = ids.clone();
            let first = fitting.next()?;
            if fitting.next().is_none() {
                return Some(first);
            }
            // whoever was named just before, else whom the article names most, else the first one named at all
            let named = ids.clone().filter(|&id| self.entities[id].last != usize::MAX);
            let report = !by_given && !self.is_tale();
            // `Berg and her husband, Tom`: whoever goes by the given name does not go by the surname
            let often = |id: usize| {
                let entity = &self.entities[id];
                let by_given = if report { entity.given as usize } else { 0 };
                entity.mentions.len().saturating_sub(by_given)
            };
            let most = named.clone().max_by_key(|&id| {
                let entity = &self.entities[id];
                (often(id), report && entity.surname, entity.last)
            });
            let by_surname = |&id: &usize| {
                let last = &names[self.entities[id].last];
                !report || last.words > 1 || article[last.core].contains(word)
            };
            let recent = named.clone().filter(by_surname);
            let recent = recent.max_by_key(|&id| self.entities[id].last);
            // `Patricia Smith, mother of Sean Smith, … Smith`: the first subject of their sentence rather than who is mentioned in it
            let recent = recent.map(|id| {
                let last = &names[self.entities[id].last];
                let leads = |other: &usize| {
                    let named = &names[self.entities[*other].last];
                    named.sentence == last.sentence && named.subject && named.span < last.span
                };
                let told = !self.is_tale() && last.sentence < name.sentence;
                let leader = if told { named.clone().find(leads) } else { None };
                leader.unwrap_or(id)
            });
            let recent = recent.filter(|&id| {
                let last = &names[self.entities[id].last];
                let times = if self.is_tale() { RARE } else { RARE_IN_REPORT };
                let rarer = most.is_some_and(|most| often(id) * times < often(most));
                // `Bill Clinton spoke with voters outside. … Clinton said`
                let just = || {
                    let here = article.get(last.span.end..name.span.start);
                    last.words > 1
                        && !last.possessive
                        && here.is_some_and(|here| here.len() < NEAR_BY && !here.contains('\n'))
                };
                let in_passing = rarer && !(last.subject && (self.is_tale() || just()));
                last.sentence + JUST_NAMED >= name.sentence && !in_passing
            });
            // `Berg was glad she had come`: of those who are named as often, whom the pronoun fits
            let fitting = || {
                let taken_up = pronoun_behind(article, name);
                let fits = |id: &usize| {
                    most.is_some_and(|most| often(*id) == often(most))
                        && taken_up != Gender::Unknown
                        && self.entities[*id].gender == taken_up
                };
                named.clone().find(fits).filter(|_| report)
            };
            recent.or_else(fitting).or(most).or_else(|| {
                ids.clone().min_by_key(|&id| {
                    self.entities[id].mentions.first().map_or(usize::MAX, |span| span.start)
                })
            })
        };
        // `Mr. Berg` is Lindsey Berg if there is no other, nor a `Mrs. Berg`; in a tale he may be her father
        let only = sole(self.by_last.get(&key)).filter(|&id| {
            let entity = &self.entities[id];
            let kin = entity.gender.clashes(name.gender)
                && (self.is_tale()
                    || self.families.share(key)
                    || tells_of_kin(&article[..name.span.start], name.gender));
            let person = entity.sort == Sort::Person && !entity.gender_sure;
            name.gender_sure && person && !another(entity) && !kin
        });
        let by_last = bearer(self.by_last.get(&key), false).or(only);
        let found = by_last.or_else(|| match name.titled {
            // `Gao Junlan … Ms. Gao`: a surname that stands first; but `Berg Closures` is named after Tom Berg
            true => sole(self.by_first.get(&key))
                .filter(|_| !self.is_tale() && !self.bears_surname(word))
                .filter(|&id| fits(&self.entities[id])),
            false => bearer(self.by_first.get(&key), true),
        });
        let titled = name.titled && !self.is_tale();
        let kin = || if titled { self.kin_of_that_name(article, names, i, key) } else { None };
        let shortened = || self.shortened(article, name, key);
        let found = found.or_else(kin).or_else(shortened).or_else(|| self.by_nickname(name, key));
        if let Some(id) = found {
            self.entities[id].given +=
                u32::from(by_last.is_none() && self.by_first.contains_key(&key));
            self.entities[id].surname |= by_last.is_some() && (name.subject || name.possessive);
            return id;
        }
        let titled = if name.titled { Some(name.gender) } else { None };
        let mut text_key = key;
        if titled == Some(Gender::Female) {
            // `Mrs. Berg` beside `Mr. Berg` and `Miss Berg`
            text_key ^= if title == Title::Miss { 2 } else { 1 };
        }
        if let Some(&id) = self.by_text.get(&text_key).filter(|&&id| fits(&self.entities[id])) {
            return id;
        }
        if titled.is_none_or(|gender| gender == Gender::Unknown) {
            let woman = self.by_text.get(&(key ^ 1)).or_else(|| self.by_text.get(&(key ^ 2)));
            if let Some(&id) = woman {
                return id;
            }
        }
        let span = if name.titled { name.with_title() } else { styled(article, name) };
        let id = self.add(span, 1, name.gender, name.sort);
        self.entities[id].hint = name.hint;
        self.by_text.insert(text_key, id);
        id
    }

    /// `the Post` is the `Ellery Post` if no other organisation has that word last. `the House` is never the `White House`.
    fn shortened(&self, article: &str, name: &NameMention, word: u64) -> Option<usize> {
        let short = follows_the(article, name.span.start)
            && !self.is_tale()
            && !name.titled
            && !name.office
            && &article[name.core] != "House";
        let longer = |&id: &usize| self.entities[id].sort == Sort::Organisation;
        let ends = sole(self.by_last.get(&word).filter(|_| short)).filter(longer);
        // `Fairness International … Fairness`, but not `Ohio State … Ohio`
        let plain = !self.is_tale() && !name.titled && !name.office && !name.doubtful;
        let opens = plain && matches!(name.sort, Sort::Unknown | Sort::Organisation);
        let body = |&id: &usize| {
            let entity = &self.entities[id];
            let last = name_words(&article[entity.name]).next_back();
            // `the Berg White House` is named after a Berg
            let named_after = last.is_some_and(|last| AFTER_PEOPLE.contains(&last));
            longer(&id) && !named_after && last.is_some_and(ends_organisation)
        };
        ends.or_else(|| sole(self.by_first.get(&word).filter(|_| opens)).filter(body))
    }
}

/// The gender of the first pronoun behind a name that is the subject of its sentence, if no other name stands between.
fn pronoun_behind(article: &str, name: &NameMention) -> Gender {
    let behind = chars::head(&article[name.span.end..], PRONOUN_NEAR);
    let sentence = behind.split(['.', '!', '?', '\n', '"', '“']).next().unwrap_or_default();
    let mut words = sentence.split(|ch: char| !ch.is_alphanumeric()).filter(|_| name.subject);
    let found = words.find_map(|word| match word {
        "he" | "his" | "him" | "himself" => Some(Gender::Male),
        "she" | "her" | "herself" => Some(Gender::Female),
        _ if word.starts_with(char::is_uppercase) => Some(Gender::Unknown),
        _ => None,
    });
    found.unwrap_or(Gender::Unknown)
}

/// `was born Margaret Ann Lund`
pub(super) fn is_birth_name(article: &str, name: &NameMention) -> bool {
    article[..name.span.start].ends_with(" born ")
}

/// Bodies that go by the name of whoever leads them: `the Berg Administration`.
const AFTER_PEOPLE: [&str; 5] =
    ["Administration", "Campaign", "House", "Organisation", "Organization"];

/// Styles that go with a lone name, although they are offices as well: `Lady Scott`, `Pope Francis`.
const STYLES: [&str; 11] = [
    "Baroness", "Duke", "King", "Lady", "Lord", "Pope", "Prince", "Princess", "Queen", "Sister",
    "Duchess",
];

/// The name with the style right before it, if one is there.
fn styled(article: &str, name: &NameMention) -> Span {
    let before = &article[name.span.start..name.core.start];
    let style = before.split_whitespace().next_back().unwrap_or_default();
    if !STYLES.contains(&style) {
        return name.core;
    }
    let start = name.span.start + before.rfind(style).unwrap_or(before.len());
    Span { start, ..name.core }
}

/// `Mr. Vander Plaats` is Bob Vander Plaats, `Vargas Llosa` is Mario Vargas Llosa: whether one of two names is a surname of two words
/// in the other.
fn is_surname_of(article: &str, held: &Entity, name: &NameMention) -> bool {
    let (whole, text) = (&article[held.name], &article[name.core]);
    // `Van der Meer` begins a sentence, `van der Meer` does not
    let ends = |long: &str, short: &str| {
        let head = long.len().checked_sub(short.len() + 1);
        let tail = head.and_then(|head| long.get(head..));
        tail.is_some_and(|tail| tail.starts_with(' ') && tail[1..].eq_ignore_ascii_case(short))
    };
    if name.particle {
        return ends(whole, text);
    }
    let given = |name: &str| {
        let first = name_words(name).next().unwrap_or(name);
        Lexicon::english().get(first).is(Classes::GIVEN)
    };
    let person = |sort: Sort| matches!(sort, Sort::Person | Sort::Unknown);
    let bears = |long: &str, short: &str| ends(long, short) && (given(long) || !given(short));
    person(held.sort)
        && person(name.sort)
        && (held.sort == Sort::Person && bears(whole, text)
            || name.sort == Sort::Person && held.words > 1 && bears(text, whole))
}

/// `with his wife, Ida, … Mrs Berg`: whether somebody's kin of that gender is told of not far before, or their spouse.
fn tells_of_kin(before: &str, gender: Gender) -> bool {
    const SPOUSES: [&str; 2] = ["husband", "wife"];
    let kin: &[&str] = match gender {
        Gender::Female => {
            &["aunt", "daughter", "grandmother", "mom", "mother", "mum", "sister", "widow"]
        }
        _ => &["brother", "dad", "father", "grandfather", "son", "uncle"],
    };
    let near = chars::tail(before, KIN_NEAR);
    let mut words = near.split(|ch: char| !ch.is_alphabetic());
    words.any(|word| SPOUSES.contains(&word) || kin.contains(&word))
}

/// `DS`, `PC`, `DCI`: two to four capitals and nothing else, which are no given name.
fn is_rank(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && !Lexicon::english().get(word).is(Classes::GIVEN)
}
