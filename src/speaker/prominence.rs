//! How prominent a name is for a pronoun behind it.
//!
//! Prominence grows with nearness, with being a subject, with speaking, and with how often the article names somebody: the
//! factors of Lappin and Leass (1994, *An algorithm for pronominal anaphora resolution*), with weights of our own.

use super::entity::Entity;
use super::gather::NameMention;
use super::office::is_definite;
use super::resolve::Resolver;
use super::words::{follows_the, reads_plural};
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars::tail;
use crate::text::full_name;

/// Whoever was said to say something so many sentences ago is likelier to be meant by so much.
const SPEAKING_REACH: i32 = 2;
const SPEAKING: i32 = 16;
/// A name that nothing tells to be a person's is less likely `he` or `she` by so much.
const STRANGER: i32 = 24;
/// What nothing tells to be a person's name, and what never says anything in the report, is less likely by so much more.
const MUTE: i32 = 22;
/// An office without a name is less likely by so much.
const OFFICE: i32 = 40;
/// A name is less likely by so much for each sentence since.
const SENTENCE: i32 = 14;
/// Named in the very sentence it is likelier by so much.
const SAME_SENTENCE: i32 = 10;
/// A subject is likelier by so much.
const SUBJECT: i32 = 30;
/// A subject behind another one in its sentence, of a clause within the sentence as a rule, by so much.
const LATER_SUBJECT: i32 = 10;
/// What a preposition governs is less likely by so much.
const OBJECT: i32 = 10;
/// Of whom the gender is known it is likelier by so much.
const GENDER: i32 = 20;
/// … and less likely by so much if it is a lone name that is most often given to others.
const HINT: i32 = 100;
/// … and likelier by so much if it is most often given to such.
const HINT_FITS: i32 = 12;
/// Whoever is told of only as the kin of whom the report is about is less likely by so much.
const KIN: i32 = 40;
/// Whoever is so many times oftener behind a preposition than a subject is hardly a person.
const IDLE: u32 = 2;

/// `Americans`, `Japanese`: who is no `it`.
fn is_people(name: &str) -> bool {
    ["s", "ese", "ish", "ch"].iter().any(|ending| name.ends_with(ending))
}

/// `Christians`, `fake Christians`, `Democrats`: several who belong to something, and no `he` nor `she`.
fn names_members(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let one = last.strip_suffix('s').map(|one| Lexicon::english().get(one));
    one.is_some_and(|one| one.is(Classes::MEMBER) || one.is(Classes::PLACE))
}

impl Resolver<'_> {
    /// Whether the name is the subject of its sentence and, if persons are wanted, a person's.
    pub(super) fn acts(&self, i: usize, person: bool) -> bool {
        let name = &self.names[i];
        let often = self.cast.entities[self.cast.of_mention[i]].mentions.len() > 1;
        name.subject
            && !name.possessive
            && (!name.doubtful || often)
            && (!person || self.is_person(i))
            && self.leads_its_sentence(i, self.names.len())
    }

    /// Whether something tells that the name is a person's: a given name, a title, a role, words of saying; in a tale, that it acts.
    pub(super) fn is_person(&self, i: usize) -> bool {
        let entity = &self.cast.entities[self.cast.of_mention[i]];
        let told = entity.sort == Sort::Person
            || entity.gender != Gender::Unknown
            || entity.role.is_some()
            || entity.surname
            || entity.words > 1 && self.speaks(self.names[i].span)
            || self.cast.is_tale() && entity.subject > entity.object.max(1);
        told && !matches!(entity.sort, Sort::Organisation | Sort::Place)
    }

    /// Whether no other subject stands before the name in its sentence: in `When Berg left, Lund wept` it is Lund who leads.
    pub(super) fn leads_its_sentence(&self, i: usize, end: usize) -> bool {
        let name = &self.names[i];
        let here = |other: &usize| self.names[*other].sentence == name.sentence;
        let mut before = (i.saturating_sub(8)..i).rev().take_while(here);
        let pronouns = self.pronouns.partition_point(|pronoun| pronoun.span < name.span);
        let led =
            pronouns.checked_sub(1).is_some_and(|at| self.pronouns[at].sentence == name.sentence);
        !(led || before.any(|other| self.is_main_subject(other)) || self.is_aside(i, end))
    }

    /// `Before Berg pronounced sentence, Lund turned`: whether the name opens a subordinate clause, and the subject of the main one follows.
    fn is_aside(&self, i: usize, end: usize) -> bool {
        let name = &self.names[i];
        let here = |other: &usize| self.names[*other].sentence == name.sentence;
        let mut behind = (i + 1..end.min(i + 9)).take_while(here);
        self.is_subordinate(name) && behind.any(|other| self.is_main_subject(other))
    }

    /// In a tale whoever a clause begins with is as likely as any.
    fn is_subordinate(&self, name: &NameMention) -> bool {
        name.subordinate && !self.cast.is_tale()
    }

    /// Whether a person is the subject of a main clause; in a tale whoever owns its subject is as likely.
    fn is_main_subject(&self, i: usize) -> bool {
        let name = &self.names[i];
        let owner = name.possessive && !self.cast.is_tale();
        name.subject && !owner && !self.is_subordinate(name) && self.is_person(i)
    }

    /// `near Maple Grove`: in a tale whatever hardly ever acts, but stands behind prepositions, is a place, as far as nothing else tells.
    fn is_whereabouts(&self, entity: &Entity) -> bool {
        let unknown = entity.sort == Sort::Unknown && entity.gender == Gender::Unknown;
        unknown && self.cast.is_tale() && entity.subject * IDLE < entity.object
    }

    /// Whether a name is the subject of a reporting clause.
    pub(super) fn speaks(&self, name: Span) -> bool {
        let at = self.speaking.partition_point(|span| span.end <= name.start);
        self.speaking.get(at).is_some_and(|span| span.overlaps(name))
    }

    /// `Tisch confirmed it` behind `“Is it Roland Tisch?”`: whether a lone name has stood behind a given name or a title not far before.
    pub(super) fn is_named_in_full(&self, i: usize) -> bool {
        let entity = &self.cast.entities[self.cast.of_mention[i]];
        if entity.sort != Sort::Unknown || entity.words != 1 || self.cast.is_tale() {
            return false;
        }
        let name = self.names[i].core;
        let told = self.in_full[i].get().unwrap_or_else(|| {
            let before = tail(&self.article[..name.start], full_name::REACH);
            full_name::is_given(before, &self.article[name])
        });
        self.in_full[i].set(Some(told));
        told
    }

    /// `El Alamein`, `New Year`: whether a name that is no person's for sure never says anything in the report, nor looks like one.
    fn is_mute(&self, i: usize) -> bool {
        let entity = self.cast.of_mention[i];
        let name = &self.article[self.names[i].core];
        let known = || name.split(' ').any(|word| !Lexicon::english().get(word).is_unknown());
        !self.cast.is_tale()
            && !self.has_a_voice(entity)
            && (self.cast.entities[entity].words == 1 || known())
    }

    /// How prominent the name is for a pronoun of the sentence `here`; `None` if it can't be meant.
    pub(super) fn prominence(
        &self,
        i: usize,
        end: usize,
        here: u32,
        gender: Gender,
        person: bool,
    ) -> Option<i32> {
        crate::work::step();
        let name = &self.names[i];
        let entity = &self.cast.entities[self.cast.of_mention[i]];
        // `Norway is unlikely to sign, but it says`
        let country = !person
            && !self.cast.is_tale()
            && entity.sort == Sort::Place
            && name.subject
            && !is_people(&self.article[name.core]);
        if entity.gender.clashes(gender) || entity.sort == Sort::Place && !country {
            return None;
        }
        let often = entity.mentions.len() > 1;
        let text = &self.article[name.core];
        let may_be_meant = if person {
            let named = entity.sort == Sort::Person
                || entity.sort == Sort::Unknown
                    && (entity.words > 1 || entity.gender != Gender::Unknown);
            let known = often || entity.role.is_some();
            let bare = entity.sort == Sort::Unknown && (known || self.speaks(name.span));
            // `Inspectors declared` begins a sentence, and so does `Zeid told`
            let alone = || self.speaks(name.span) && !reads_plural(text);
            let sure = !name.doubtful || often || alone();
            // `the Bergs`
            let family = || {
                !self.cast.is_tale()
                    && entity.words == 1
                    && entity.gender == Gender::Unknown
                    && follows_the(self.article, name.span.start)
            };
            let several = || reads_plural(text) && (family() || names_members(text));
            (named || bare) && sure && !several() && !self.is_whereabouts(entity)
        } else {
            let speaks = (entity.words > 1 || !entity.surname) && self.speaks(name.span);
            let somebody = entity.role.is_some() || entity.gender != Gender::Unknown;
            let likely =
                !somebody && entity.sort == Sort::Unknown && (often && !name.doubtful || speaks);
            entity.sort == Sort::Organisation || likely || country
        };
        if !may_be_meant {
            return None;
        }
        let distance = (here.saturating_sub(name.sentence)) as i32;
        let mut score = 100 - SENTENCE * distance.min(12);
        let speaks = self.speaks(name.span);
        if name.subject {
            let leads = speaks && !self.is_aside(i, end) || self.leads_its_sentence(i, end);
            score += if leads { SUBJECT } else { LATER_SUBJECT };
            // somebody new, of whose gender the name tells nothing
            let new = leads && distance <= 1 && !name.office && entity.gender == Gender::Unknown;
            if new && person && self.is_person(i) {
                score += GENDER;
            }
        }
        if distance == 0 {
            score += SAME_SENTENCE;
        }
        if name.possessive {
            score -= 12;
        }
        if name.object {
            score -= OBJECT;
        }
        if person && self.is_kin_of_topic(i) {
            score -= KIN;
        }
        // `the Speaker said`: whoever that is, they are somebody
        if name.office && !(speaks && is_definite(self.article, name)) {
            score -= OFFICE;
        }
        if person && !self.is_person(i) && !(speaks && self.is_named_in_full(i)) {
            score -= if entity.words > 1 { STRANGER / 2 } else { STRANGER };
            if self.is_mute(i) {
                score -= MUTE;
            }
        }
        if distance <= SPEAKING_REACH && speaks {
            score += SPEAKING - 14 * (distance - 1).max(0);
        }
        if entity.gender == gender && gender != Gender::Unknown {
            score += GENDER;
        }
        if entity.gender == Gender::Unknown && gender != Gender::Unknown {
            if entity.hint.clashes(gender) {
                score -= HINT;
            } else if entity.hint == gender {
                score += HINT_FITS;
            }
        }
        Some(score + (entity.mentions.len() as i32).min(8))
    }
}
