//! Entities: the mentions of an article grouped by whom they name.

use std::borrow::Cow;

use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::SmallVec;

use super::bearers::{is_birth_name, FullName};
use super::families::{Families, Heads, Title};
use super::gather::NameMention;
use super::office::{is_definite, of_what};
use super::words::{bare, behind_epithet, key};
use super::{Gender, Sort};
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
    pub(crate) offices: SmallVec<[Span; 1]>,
    pub(crate) gender: Gender,
    /// What a lone name tells of gender, if it is a given name and no surname.
    pub(crate) hint: Gender,
    /// More than a given name tells the gender.
    pub(super) gender_sure: bool,
    pub(crate) sort: Sort,
    /// How many words `name` has.
    pub(crate) words: usize,
    /// Called by the last word of its name alone, too, as people are.
    pub(crate) surname: bool,
    /// How often it is called by the given name alone.
    pub(super) given: u32,
    /// Where it is mentioned, in text order.
    pub(crate) mentions: SmallVec<[Span; 2]>,
    /// How often it stands where subjects stand, and behind a preposition.
    pub(super) subject: u32,
    pub(super) object: u32,
    /// The last mention seen, by its number.
    pub(super) last: usize,
}

impl Entity {
    /// Whether a name or a title tells that gender, be it a given name alone.
    pub(super) fn is_of(&self, gender: Gender) -> bool {
        gender != Gender::Unknown && self.gender.or(self.hint) == gender
    }
}

/// Who share a name: most often there is one.
pub(super) type Namesakes = SmallVec<[usize; 2]>;

/// The entities of an article, and which of them each name mention means.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub(crate) entities: Vec<Entity>,
    /// The entity of each name mention, in text order.
    pub(crate) of_mention: Vec<usize>,
    pub(super) by_last: FxHashMap<u64, Namesakes>,
    pub(super) by_first: FxHashMap<u64, Namesakes>,
    pub(super) by_text: FxHashMap<u64, usize>,
    /// Who holds an office, by the key of what heads it.
    pub(super) by_office: FxHashMap<u64, Namesakes>,
    pub(super) families: Families,
    /// Whom a tale calls `Mr.` or `Mrs.` and a surname.
    pub(super) heads: Heads,
    /// Who tells the tale, if somebody in it does.
    pub(super) teller: Option<usize>,
}

/// An article names everybody so often, more or less.
const NAMED: usize = 3;
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
        let room = names.len() / NAMED;
        let table = || FxHashMap::with_capacity_and_hasher(room, FxBuildHasher);
        let mut cast = Cast {
            entities: Vec::with_capacity(room),
            by_last: table(),
            by_first: table(),
            ..Cast::default()
        };
        let own_keys = own_names(own);
        cast.of_mention = vec![usize::MAX; names.len()];
        cast.families = Families::of(article, names, tale);
        for (i, name) in names.iter().enumerate() {
            let id = match FullName::of(article, name) {
                _ if name.couple => cast.couple(article, name),
                Some(full) if !is_definite(article, name) => cast.full_name(article, name, full),
                _ => continue,
            };
            cast.join(article, i, id, name);
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
                usize::MAX => match definite.then(|| FullName::of(article, name)).flatten() {
                    Some(full) => cast.full_name(article, name, full),
                    None => cast.single_name(article, names, i),
                },
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
            // `the dean, the Rev. Anna Berg,`: a style besides what she is
            let role = name.role.filter(|role| name.office_before != Some(*role));
            for office in [name.office_before, role].into_iter().flatten() {
                if entity.offices.len() < OFFICES {
                    entity.offices.push(office);
                    if held.is_none() && article[office].contains(char::is_uppercase) {
                        held = Some(office);
                    }
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
        let words = || {
            let epithet = name.words > 1 && behind_epithet(&article[name.core]).is_some();
            name.words - usize::from(epithet)
        };
        let longer = name.words > entity.words && !name.shouted && !is_birth_name(article, name);
        if let Some(words) = longer.then(words).filter(|&words| words > entity.words) {
            entity.name = name.core;
            entity.words = words;
        }
        if let Some(office) = held {
            self.hold(&article[office], id);
        }
    }

    pub(super) fn add(&mut self, name: Span, words: usize, gender: Gender, sort: Sort) -> usize {
        self.entities.push(Entity {
            name,
            cast_name: None,
            role: None,
            offices: SmallVec::new(),
            gender,
            hint: Gender::Unknown,
            gender_sure: false,
            sort,
            words,
            surname: false,
            given: 0,
            mentions: SmallVec::new(),
            subject: 0,
            object: 0,
            last: usize::MAX,
        });
        self.entities.len() - 1
    }

    /// Whether somebody's full name ends with that word.
    pub(super) fn bears_surname(&self, word: &str) -> bool {
        self.by_last.contains_key(&key(word))
    }

    pub(crate) fn is_tale(&self) -> bool {
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

    /// Words that were taken for a mention of one mean another.
    pub(crate) fn rename(&mut self, mention: Span, from: Option<usize>, to: usize) {
        if let Some(from) = from {
            self.entities[from].mentions.retain(|held| *held != mention);
        }
        self.entities[to].mentions.push(mention);
    }

    /// Who is known by that description, if somebody is.
    pub(crate) fn described_as(&self, text: &str) -> Option<usize> {
        self.by_text.get(&key(bare(text)).rotate_left(17)).copied()
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
            None => plain_space(&article[of_what(article, entity)]),
        }
    }
}

/// Text on one line: line ends inside it become single spaces, and the `_` around words by which plain texts set italics are left out.
pub(crate) fn plain_space(text: &str) -> Cow<'_, str> {
    let italics = text.contains('_');
    if italics || text.contains(['\n', '\r', '\t', '\u{a0}']) || text.contains("  ") {
        let words = text.split_whitespace();
        let plain = |word| if italics { str::trim_matches(word, '_') } else { word };
        return Cow::Owned(words.map(plain).collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(text)
}

/// The one entity of a list that has no other.
pub(super) fn sole(ids: Option<&Namesakes>) -> Option<usize> {
    match ids?[..] {
        [id] => Some(id),
        _ => None,
    }
}

/// The one entity there, if it is but one.
pub(super) fn sole_of(mut entities: impl Iterator<Item = usize>) -> Option<usize> {
    entities.next().filter(|_| entities.next().is_none())
}

fn own_names(own: &[crate::cast::CastMember]) -> FxHashMap<u64, usize> {
    let names = own.iter().enumerate().flat_map(|(i, member)| {
        std::iter::once(member.name()).chain(member.aliases()).map(move |name| (key(bare(name)), i))
    });
    names.collect()
}
