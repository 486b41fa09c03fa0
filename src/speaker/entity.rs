//! Entities: the mentions of an article grouped by whom they name.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::families::{Families, Heads, Title};
use super::gather::NameMention;
use super::office::is_definite;
use super::words::{bare, behind_epithet, key, name_words, same_given};
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;

/// Somebody or something that the article names or describes.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// The fullest form of the name, or the description.
    pub(crate) name: Span,
    /// Given by the caller: the name to use instead.
    pub(crate) cast_name: Option<String>,
    pub(crate) role: Option<Span>,
    /// What else it is called: further roles and offices before its name.
    pub(crate) offices: Vec<Span>,
    pub(crate) gender: Gender,
    /// What a lone name tells of gender, if it is a given name and no surname.
    pub(crate) hint: Gender,
    /// More than a given name tells the gender.
    gender_sure: bool,
    pub(crate) sort: Sort,
    /// How many words `name` has.
    pub(crate) words: usize,
    /// Called by the last word of its name alone, too, as people are.
    pub(crate) surname: bool,
    /// Where it is mentioned, in text order.
    pub(crate) mentions: Vec<Span>,
    /// How often it stands where subjects stand, and behind a preposition.
    pub(super) subject: u32,
    pub(super) object: u32,
    /// The last mention seen, by its number.
    pub(super) last: usize,
}

/// The entities of an article, and which of them each name mention means.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub(crate) entities: Vec<Entity>,
    /// The entity of each name mention, in text order.
    pub(crate) of_mention: Vec<usize>,
    by_last: FxHashMap<u64, Vec<usize>>,
    by_first: FxHashMap<u64, Vec<usize>>,
    by_text: FxHashMap<u64, usize>,
    /// Who holds an office, by the key of what heads it.
    pub(super) by_office: FxHashMap<u64, Vec<usize>>,
    families: Families,
    /// Whom a tale calls `Mr.` or `Mrs.` and a surname.
    pub(super) heads: Heads,
    /// Who tells the tale, if somebody in it does.
    pub(super) teller: Option<usize>,
}

/// Of two who share a surname, the one is meant who was named at most so many sentences before.
const JUST_NAMED: u32 = 2;
/// Of the people who share a surname, this many are kept apart.
const NAMESAKES: usize = 12;

/// Whoever is named so many times more rarely than a namesake is not the one that the surname means: in a tale only if they are
/// named in passing.
const RARE: usize = 4;
const RARE_IN_REPORT: usize = 2;

/// So many offices are kept for each.
const OFFICES: usize = 6;

impl Cast {
    /// Groups the names of an article. Full names first, so that a surname in the headline finds its bearer below.
    pub(crate) fn group(
        article: &str,
        names: &[NameMention],
        own: &[crate::cast::CastMember],
        tale: bool,
    ) -> Self {
        let mut cast = Cast::default();
        let own_keys = own_names(own);
        cast.of_mention = vec![usize::MAX; names.len()];
        cast.families = Families::of(article, names, tale);
        let is_full =
            |name: &NameMention| name.words > 1 && name_words(&article[name.core]).nth(1).is_some();
        for (i, name) in names.iter().enumerate() {
            if is_full(name) && !is_definite(article, name) {
                let id = cast.full_name(article, name);
                cast.join(article, i, id, name);
            }
        }
        let full: Vec<usize> = cast.of_mention.clone();
        for entity in &mut cast.entities {
            entity.last = usize::MAX;
        }
        for (i, name) in names.iter().enumerate() {
            let definite = is_definite(article, name);
            let holder = if definite { cast.holder(article, name) } else { None };
            if let Some(holder) = holder {
                cast.of_mention[i] = holder;
                cast.entities[holder].mentions.push(name.span);
                cast.entities[holder].last = i;
                continue;
            }
            let id = match full[i] {
                usize::MAX if definite && is_full(name) => cast.full_name(article, name),
                usize::MAX => cast.single_name(article, names, i),
                id => id,
            };
            if full[i] == usize::MAX {
                cast.join(article, i, id, name);
            }
            cast.entities[id].last = i;
            if tale && name.titled && full[i] == usize::MAX {
                cast.heads.add(Title::of(article, name), key(&article[name.core]), id);
            }
        }
        for entity in &mut cast.entities {
            entity.mentions.sort_unstable();
        }
        cast.name_own(article, own, &own_keys);
        cast
    }

    fn join(&mut self, article: &str, mention: usize, id: usize, name: &NameMention) {
        self.of_mention[mention] = id;
        let mut held = None;
        let entity = &mut self.entities[id];
        entity.mentions.push(name.span);
        entity.subject += u32::from(name.subject);
        entity.object += u32::from(name.object);
        if name.gender_sure && !entity.gender_sure {
            // `Mr. Lindsey Berg`: the title tells
            entity.gender = name.gender;
            entity.gender_sure = true;
        }
        entity.gender = entity.gender.or(name.gender);
        // `Baker said`: the surname of somebody, no office
        let surname = name.office && name.words == 1 && entity.words > 1;
        if name.sort != Sort::Place && !surname {
            entity.role = entity.role.or(name.role);
            let office = name.office_before.or(name.role);
            if let Some(office) = office.filter(|_| entity.offices.len() < OFFICES) {
                entity.offices.push(office);
                if article[office].contains(char::is_uppercase) {
                    held = Some(office);
                }
            }
        }
        // `German Berg … German's brother`: no place, whatever the given name is by itself
        let short = name.sort == Sort::Place
            && name.words < entity.words
            && entity.gender != Gender::Unknown;
        let open = entity.sort == Sort::Unknown
            || entity.sort == Sort::Organisation && name.sort == Sort::Person;
        if open && name.sort != Sort::Unknown && !short {
            entity.sort = name.sort;
        }
        let epithet = name.words > 1 && behind_epithet(&article[name.core]).is_some();
        let words = name.words - usize::from(epithet);
        let better = words > entity.words && !name.shouted;
        if better {
            entity.name = name.core;
            entity.words = words;
        }
        if let Some(office) = held {
            self.hold(&article[office], id);
        }
    }

    fn add(&mut self, name: Span, words: usize, gender: Gender, sort: Sort) -> usize {
        self.entities.push(Entity {
            name,
            cast_name: None,
            role: None,
            offices: Vec::new(),
            gender,
            hint: Gender::Unknown,
            gender_sure: false,
            sort,
            words,
            surname: false,
            mentions: Vec::new(),
            subject: 0,
            object: 0,
            last: usize::MAX,
        });
        self.entities.len() - 1
    }

    /// The entity of a name of two words or more: same first and last word, initials allowed, or the last words of a longer one.
    fn full_name(&mut self, article: &str, name: &NameMention) -> usize {
        let text = &article[name.core];
        let mut words = name_words(text);
        let first = words.next().unwrap_or(text);
        let last = words.next_back().unwrap_or(first);
        let candidates = self.by_last.get(&key(last)).map_or(&[][..], Vec::as_slice);
        let tail = candidates.iter().copied().find(|&id| {
            let held = &self.entities[id];
            !held.gender.clashes(name.gender) && is_surname_of(article, held, name)
        });
        if let Some(id) = tail {
            return id;
        }
        let same = candidates.iter().copied().find(|&id| {
            let held = &article[self.entities[id].name];
            let held_first = name_words(held).next().unwrap_or(held);
            same_given(first, held_first) && !self.entities[id].gender.clashes(name.gender)
        });
        // `DS Berg`: a rank in capitals before somebody's surname
        let rank = words.next().is_none() && is_rank(first);
        let ranked =
            candidates.iter().copied().filter(|&id| rank && self.entities[id].sort == Sort::Person);
        let ranked =
            ranked.max_by_key(|&id| self.entities[id].mentions.last().map_or(0, |span| span.end));
        if let Some(id) = same.or(ranked) {
            return id;
        }
        let id = self.add(name.core, name.words, name.gender, name.sort);
        for (table, word) in [(&mut self.by_last, last), (&mut self.by_first, first)] {
            let held = table.entry(key(word)).or_default();
            if held.len() < NAMESAKES {
                held.push(id);
            }
        }
        id
    }

    /// The entity of a single word: the bearer of that surname or given name, else one of its own.
    fn single_name(&mut self, article: &str, names: &[NameMention], i: usize) -> usize {
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
        let bearer = |ids: Option<&Vec<usize>>, by_given: bool| {
            let ids = ids?.iter().copied().filter(|&id| {
                let entity = &self.entities[id];
                let person = entity.sort != Sort::Organisation && entity.sort != Sort::Place;
                // `Megyn Kelly … Megyn`: any first name that no list holds, too
                let given = entity.sort == Sort::Person || person && entity.words == 2 && !ordinary;
                fits(entity) && (if by_given { given } else { person })
            });
            // whoever was named just before, else whom the article names most, else the first one named at all
            let named = ids.clone().filter(|&id| self.entities[id].last != usize::MAX);
            let most = named.clone().max_by_key(|&id| {
                let entity = &self.entities[id];
                (entity.mentions.len(), entity.last)
            });
            let often = |id: usize| self.entities[id].mentions.len();
            let recent = named.clone().max_by_key(|&id| self.entities[id].last).filter(|&id| {
                let last = &names[self.entities[id].last];
                let times = if self.is_tale() { RARE } else { RARE_IN_REPORT };
                let rarer = most.is_some_and(|most| often(id) * times < often(most));
                let in_passing = rarer && !(self.is_tale() && last.subject);
                last.sentence + JUST_NAMED >= name.sentence && !in_passing
            });
            recent.or(most).or_else(|| {
                ids.clone().min_by_key(|&id| {
                    self.entities[id].mentions.first().map_or(usize::MAX, |span| span.start)
                })
            })
        };
        // `Mr. Berg` is Lindsey Berg if there is no other; in a tale he may be her father
        let only = sole(self.by_last.get(&key)).filter(|&id| {
            let entity = &self.entities[id];
            let kin = self.is_tale() && entity.gender.clashes(name.gender);
            let person = entity.sort == Sort::Person && !entity.gender_sure;
            name.gender_sure && person && !another(entity) && !kin
        });
        let by_last = bearer(self.by_last.get(&key), false).or(only);
        let found = by_last.or_else(|| match name.titled {
            // `Gao Junlan … Ms. Gao`: a surname that stands first
            true => sole(self.by_first.get(&key))
                .filter(|&id| !self.is_tale() && fits(&self.entities[id])),
            false => bearer(self.by_first.get(&key), true),
        });
        let found = found.or_else(|| self.shortened(article, name, key));
        if let Some(id) = found {
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
        let span = if name.titled { name.span } else { name.core };
        let id = self.add(span, 1, name.gender, name.sort);
        self.entities[id].hint = name.hint;
        self.by_text.insert(text_key, id);
        id
    }

    /// `the Post` is the `Ellery Post` if no other organisation has that word last. `the House` is never the `White House`.
    fn shortened(&self, article: &str, name: &NameMention, last: u64) -> Option<usize> {
        let before = &article[..name.span.start];
        let definite = before.ends_with("the ") || before.ends_with("The ");
        let short = definite
            && !self.is_tale()
            && !name.titled
            && !name.office
            && &article[name.core] != "House";
        let longer = |&id: &usize| self.entities[id].sort == Sort::Organisation;
        sole(self.by_last.get(&last).filter(|_| short)).filter(longer)
    }

    /// Whether somebody's full name ends with that word.
    pub(super) fn bears_surname(&self, word: &str) -> bool {
        self.by_last.contains_key(&key(word))
    }

    pub(super) fn is_tale(&self) -> bool {
        self.families.tale
    }

    /// The only one whom the article calls by the word of that key alone, or could.
    pub(super) fn bearer_of(&self, key: u64) -> Option<usize> {
        let alone = self.by_text.get(&key).copied();
        alone.or_else(|| sole(self.by_first.get(&key))).or_else(|| sole(self.by_last.get(&key)))
    }

    /// `I` is whoever tells the tale, called by that name by others.
    pub(crate) fn tell(&mut self, article: &str, me: Span, name: Option<Span>) {
        let id = self.described(&article[me], me, Gender::Unknown);
        self.entities[id].name = name.unwrap_or(me);
        self.teller = Some(id);
        if let Some(name) = name {
            self.by_text.insert(key(&article[name]), id);
        }
    }

    /// The entity of a description: same words, same entity.
    pub(crate) fn described(&mut self, text: &str, span: Span, gender: Gender) -> usize {
        let key = key(bare(text)).rotate_left(17);
        if let Some(&id) = self.by_text.get(&key) {
            self.entities[id].mentions.push(span);
            return id;
        }
        let id = self.add(span, 0, gender, Sort::Unknown);
        self.entities[id].mentions.push(span);
        self.by_text.insert(key, id);
        id
    }

    /// Uses the caller's names for the entities that they or their aliases name.
    fn name_own(
        &mut self,
        article: &str,
        own: &[crate::cast::CastMember],
        keys: &FxHashMap<u64, usize>,
    ) {
        if own.is_empty() {
            return;
        }
        for entity in &mut self.entities {
            let found = std::iter::once(entity.name)
                .chain(entity.mentions.iter().copied())
                .find_map(|span| keys.get(&key(bare(&article[span]))));
            if let Some(&member) = found {
                entity.cast_name = Some(own[member].name().to_owned());
                entity.sort = Sort::Person;
            }
        }
    }

    /// The name of an entity: the caller's, or the article's with its white space made plain.
    pub(crate) fn name<'a>(&self, article: &'a str, id: usize) -> Cow<'a, str> {
        let entity = &self.entities[id];
        match &entity.cast_name {
            Some(name) => Cow::Owned(name.clone()),
            None => plain_space(&article[entity.name]),
        }
    }
}

/// Text on one line: line ends inside it become single spaces.
pub(crate) fn plain_space(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r', '\t', '\u{a0}']) || text.contains("  ") {
        return Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(text)
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

/// `DS`, `PC`, `DCI`: two to four capitals and nothing else, which are no given name.
fn is_rank(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && !Lexicon::english().get(word).is(Classes::GIVEN)
}

/// The one entity of a list that has no other.
fn sole(ids: Option<&Vec<usize>>) -> Option<usize> {
    match ids?[..] {
        [id] => Some(id),
        _ => None,
    }
}

fn own_names(own: &[crate::cast::CastMember]) -> FxHashMap<u64, usize> {
    let names = own.iter().enumerate().flat_map(|(i, member)| {
        std::iter::once(member.name()).chain(member.aliases()).map(move |name| (key(bare(name)), i))
    });
    names.collect()
}
