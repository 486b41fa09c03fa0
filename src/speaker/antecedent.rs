//! Whom a pronoun takes up: the most prominent name before it that fits.
//!
//! Prominence grows with nearness, with being a subject, with speaking, and with how often the article names somebody: the
//! factors of Lappin and Leass (1994, *An algorithm for pronominal anaphora resolution*), with weights of our own.

use super::entity::Entity;
use super::gather::{NameMention, Pronoun};
use super::office::is_definite;
use super::resolve::Resolver;
use super::words::{follows_the, reads_plural};
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars::tail;

/// Whoever was said to say something so many sentences ago is likelier to be meant by so much.
const SPEAKING_REACH: i32 = 2;
const SPEAKING: i32 = 16;
/// A name that nothing tells to be a person's is less likely `he` or `she` by so much.
const STRANGER: i32 = 24;
/// What nothing tells to be a person's name, and what never says anything in the report, is less likely by so much more.
const MUTE: i32 = 22;
/// Whoever spoke last is likelier to be meant by so much.
const SPOKE_LAST: i32 = 20;
/// Whoever was spoken to last, by name, is likelier to answer by so much.
const SPOKEN_TO: i32 = 30;
/// Whoever answers, by turns, is likelier by so much, and whoever is answered less likely.
const ANSWERS: i32 = 20;
const ANSWERED: i32 = 20;
/// Whoever the words name is less likely to say them by so much.
const TOLD_OF: i32 = 50;
/// Whoever is asked about is less likely to answer by so much.
const ASKED_ABOUT: i32 = 80;
/// An office without a name is less likely by so much.
const OFFICE: i32 = 40;
/// A pronoun looks back over this many names.
pub(super) const REACH: usize = 40;
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
const HINT: i32 = 40;
/// A name in a question stands within so many bytes of where the question begins and ends.
const LONGEST_QUESTION: usize = 120;
/// Whoever answers without having spoken was named at most so many sentences before.
const NEAR_BY: u32 = 6;
/// Whoever is so many times oftener behind a preposition than a subject is hardly a person.
const IDLE: u32 = 2;
/// Between `he` and whom he tells stand at most so many bytes.
const LONGEST_VERB: usize = 24;
/// So many pronouns are followed back, each at most so many bytes before the next.
const LONGEST_CHAIN: usize = 4;
/// The pronoun that a sentence begins with is looked for among so many.
const NEAR: usize = 12;
const LINK: usize = 500;
/// Whoever spoke last takes the floor again within so many bytes.
pub(super) const FLOOR: usize = 1500;
/// Whoever spoke last is taken up within so many bytes where no name fits.
const LAST_RESORT: usize = 3000;

/// A name that a pronoun may take up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Antecedent {
    pub(super) entity: usize,
    /// How many sentences before it was named.
    pub(super) sentences: u32,
}

/// What ends a quotation.
const MARKS: [char; 2] = ['"', '”'];

/// `"I don't think the old road" -- that Berg`: whether the words of the last quotation run on into what is told behind it.
fn is_run_on(before: &str) -> bool {
    let Some((words, told)) = before.rsplit_once(MARKS) else { return false };
    words.ends_with(|ch: char| ch.is_alphanumeric()) && !told.contains(['.', '\n'])
}

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
    /// The most prominent fitting entity before `at`.
    pub(super) fn antecedent(&self, at: Span, gender: Gender, person: bool) -> Option<Antecedent> {
        self.antecedent_by(at, gender, person, |_| 0)
    }

    /// The most prominent person before `at` who is not that one.
    pub(super) fn another(&self, at: Span, than: usize) -> Option<usize> {
        let candidates = self.candidates(at, Gender::Unknown, true);
        let others =
            candidates.filter(|(_, held)| held.entity != than && held.sentences <= NEAR_BY);
        let best = others.reduce(|held, next| if next.0 > held.0 { next } else { held });
        best.map(|(_, antecedent)| antecedent.entity)
    }

    /// Who acted last between two places, that one aside.
    pub(super) fn acting(&self, from: usize, to: usize, but: usize) -> Option<usize> {
        let first = self.names.partition_point(|name| name.span.start < from);
        let behind = self.names.partition_point(|name| name.span.start < to);
        if !self.cast.is_tale() {
            return None;
        }
        let acting = (first..behind).rev().filter(|&i| self.acts(i, true));
        acting.map(|i| self.cast.of_mention[i]).find(|&entity| entity != but)
    }

    /// The same where each entity lags behind its prominence by so much.
    pub(super) fn antecedent_by(
        &self,
        at: Span,
        gender: Gender,
        person: bool,
        lag: impl Fn(usize) -> i32,
    ) -> Option<Antecedent> {
        let candidates = self.candidates(at, gender, person);
        let weighed = candidates.map(|(score, held)| (score - lag(held.entity), held));
        // of equals the nearer
        let best = weighed.reduce(|held, next| if next.0 > held.0 { next } else { held });
        best.map(|(_, antecedent)| antecedent).or_else(|| {
            let at = self.first_of_chain(at, gender);
            self.names.first().filter(|name| name.span.start < at.start)?;
            let (entity, end) = self.last_speaker?;
            let held = &self.cast.entities[entity];
            let fits = !held.gender.clashes(gender)
                && held.sort != Sort::Place
                && person == (held.sort != Sort::Organisation);
            let near = at.start.saturating_sub(end) < LAST_RESORT;
            (fits && near).then_some(Antecedent { entity, sentences: 0 })
        })
    }

    /// The names before `at` that may be meant, the nearest first, and how prominent each is.
    pub(super) fn candidates(
        &self,
        at: Span,
        gender: Gender,
        person: bool,
    ) -> impl Iterator<Item = (i32, Antecedent)> + '_ {
        let addressed =
            self.addressed(at, self.names.partition_point(|name| name.span.start < at.start));
        let at = self.first_of_chain(at, gender);
        let before = self.names.partition_point(|name| name.span.start < at.start);
        let here = before.checked_sub(1).map_or(0, |last| self.names[last].sentence);
        let lowest = before.saturating_sub(REACH);
        let floor = self.holds_the_floor(at, lowest..before, person);
        let told_of = self.told_of();
        let asked_about = (lowest..before).rev().take_while(|&i| self.is_asked_about(i, at));
        let asked_about: Vec<usize> = asked_about.map(|i| self.cast.of_mention[i]).collect();
        (lowest..before).rev().filter_map(move |i| {
            let entity = self.cast.of_mention[i];
            if addressed == Some(entity) || self.addressee == Some(entity) {
                return None;
            }
            let mut score = self.prominence(i, here, gender, person)?;
            if floor == Some(entity) {
                score += SPOKE_LAST;
            }
            if self.spoken_to == Some(entity) {
                score += SPOKEN_TO;
            }
            match self.answering {
                Some((last, _)) if last == entity => score -= ANSWERED,
                Some((_, Some(other))) if other == entity => score += ANSWERS,
                _ => {}
            }
            if person && self.is_mute(i) {
                score -= MUTE;
            }
            if told_of.contains(&entity) {
                score -= TOLD_OF;
            }
            if asked_about.contains(&entity) {
                score -= ASKED_ABOUT;
            }
            let sentences = here.saturating_sub(self.names[i].sentence);
            Some((score, Antecedent { entity, sentences }))
        })
    }

    /// `Asked if Berg was ill, she`: whether the name stands in a question that whoever `she` is answers, or in what they say.
    fn is_asked_about(&self, i: usize, pronoun: Span) -> bool {
        let name = self.names[i].span;
        if name.end + LONGEST_QUESTION < pronoun.start {
            return false;
        }
        // a nickname stands within its name
        let Some(between) = self.article.get(name.end..pronoun.start) else { return false };
        let before = || tail(&self.article[..name.start], LONGEST_QUESTION);
        let between = between.trim_end();
        let told = between.strip_suffix(MARKS).filter(|_| is_run_on(before())).unwrap_or(between);
        if !told.ends_with(',') || told.contains(['.', '\n']) {
            return false;
        }
        if self.closes_sentence(pronoun) {
            return true;
        }
        let clause = before().rsplit(['.', '\n', '”', '"']).next().unwrap_or_default().trim_start();
        ["Asked ", "When asked "].iter().any(|asked| clause.starts_with(asked))
    }

    /// `Berg is no baker, he said.`: whether a word and the end of the sentence follow the pronoun, so that what stands before is said.
    fn closes_sentence(&self, pronoun: Span) -> bool {
        let behind = self.article[pronoun.end..].trim_start();
        let verb = behind.split(|ch: char| !ch.is_alphabetic()).next().unwrap_or_default();
        Lexicon::english().get(verb).is(Classes::SPEECH) && behind[verb.len()..].starts_with('.')
    }

    /// `He nodded to Berg. He left.`: the first of the pronouns that take up each other, nobody acting between them.
    fn first_of_chain(&self, at: Span, gender: Gender) -> Span {
        let mut first = at;
        for _ in 0..LONGEST_CHAIN {
            let before = self.pronouns.partition_point(|other| other.span.end <= first.start);
            let mut leading = self.pronouns[..before].iter().rev().take(NEAR);
            let Some(&Pronoun { span, gender: other, .. }) = leading.find(|other| other.first)
            else {
                break;
            };
            if other != gender || first.start - span.end > LINK {
                break;
            }
            let from = self.names.partition_point(|name| name.span.start < span.end);
            let to = self.names.partition_point(|name| name.span.start < first.start);
            if (from..to).any(|i| self.acts(i, true)) {
                break;
            }
            first = span;
        }
        first
    }

    /// Whether the name is the subject of its sentence and, if persons are wanted, a person's.
    pub(super) fn acts(&self, i: usize, person: bool) -> bool {
        let name = &self.names[i];
        let often = self.cast.entities[self.cast.of_mention[i]].mentions.len() > 1;
        name.subject
            && !name.possessive
            && (!name.doubtful || often)
            && (!person || self.is_person(i))
            && self.leads_its_sentence(i)
    }

    /// `he told Berg`: whoever is told is not the one who tells.
    fn addressed(&self, at: Span, next: usize) -> Option<usize> {
        let name = self.names.get(next).filter(|name| name.span.start >= at.end)?;
        if name.span.start > at.end + LONGEST_VERB {
            return None;
        }
        let verb = self.article[at.end..name.span.start].trim();
        let alone = !verb.is_empty() && verb.chars().all(char::is_alphabetic);
        alone.then(|| self.cast.of_mention[next])
    }

    /// Whoever spoke last, unless somebody else has acted since.
    fn holds_the_floor(
        &self,
        at: Span,
        names: std::ops::Range<usize>,
        person: bool,
    ) -> Option<usize> {
        let (speaker, spoke) = self.last_speaker?;
        if at.start.saturating_sub(spoke) >= FLOOR {
            return None;
        }
        let since = names.rev().take_while(|&i| self.names[i].span.start > spoke);
        // `the mayor said when asked what Berg had told him`: named in the speaker's own sentence, behind the speaker
        let since = since.filter(|&i| {
            self.article[spoke..self.names[i].span.start].contains(['.', '\n', '”', '"'])
        });
        let last = since.filter(|&i| self.acts(i, person)).map(|i| self.cast.of_mention[i]).next();
        last.is_none_or(|actor| actor == speaker).then_some(speaker)
    }

    /// Whether something tells that the name is a person's: a given name, a title, a role, words of saying.
    pub(super) fn is_person(&self, i: usize) -> bool {
        let entity = &self.cast.entities[self.cast.of_mention[i]];
        let told = entity.sort == Sort::Person
            || entity.gender != Gender::Unknown
            || entity.role.is_some()
            || entity.surname
            || entity.words > 1 && self.speaks(self.names[i].span);
        told && !matches!(entity.sort, Sort::Organisation | Sort::Place)
    }

    /// Whether no other subject stands before the name in its sentence: in `When Berg left, Lund wept` it is Lund who leads.
    fn leads_its_sentence(&self, i: usize) -> bool {
        let name = &self.names[i];
        let here = |other: &usize| self.names[*other].sentence == name.sentence;
        // in a tale whoever a clause begins with is as likely
        let subordinate = |name: &NameMention| name.subordinate && !self.cast.is_tale();
        let main = |other: usize| {
            let name = &self.names[other];
            name.subject && !subordinate(name) && self.is_person(other)
        };
        let mut before = (i.saturating_sub(8)..i).rev().take_while(here);
        let mut behind = (i + 1..self.names.len().min(i + 9)).take_while(here);
        let pronouns = self.pronouns.partition_point(|pronoun| pronoun.span < name.span);
        let led =
            pronouns.checked_sub(1).is_some_and(|at| self.pronouns[at].sentence == name.sentence);
        let follows = before.any(main) || subordinate(name) && behind.any(main);
        !(led || follows)
    }

    /// `near Maple Grove`: in a tale whatever hardly ever acts, but stands behind prepositions, is a place, as far as nothing else tells.
    fn is_whereabouts(&self, entity: &Entity) -> bool {
        let unknown = entity.sort == Sort::Unknown && entity.gender == Gender::Unknown;
        unknown && self.cast.is_tale() && entity.subject * IDLE < entity.object
    }

    /// `El Alamein`, `New Year`: whether nothing tells that the name is a person's, not even that they say anything in the report.
    fn is_mute(&self, i: usize) -> bool {
        let entity = self.cast.of_mention[i];
        let name = &self.article[self.names[i].core];
        let known = || name.split(' ').any(|word| !Lexicon::english().get(word).is_unknown());
        !self.cast.is_tale()
            && !self.is_person(i)
            && !self.has_a_voice(entity)
            && (self.cast.entities[entity].words == 1 || known())
    }

    /// Whether a name is the subject of a reporting clause.
    fn speaks(&self, name: Span) -> bool {
        let at = self.speaking.partition_point(|span| span.end <= name.start);
        self.speaking.get(at).is_some_and(|span| span.overlaps(name))
    }

    /// How prominent the name is for a pronoun of the sentence `here`; `None` if it can't be meant.
    fn prominence(&self, i: usize, here: u32, gender: Gender, person: bool) -> Option<i32> {
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
            let bare = entity.sort == Sort::Unknown && (often || self.speaks(name.span));
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
            let speaks = entity.words > 1 && self.speaks(name.span);
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
            let leads = speaks || self.leads_its_sentence(i);
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
        // `the Speaker said`: whoever that is, they are somebody
        if name.office && !(speaks && is_definite(self.article, name)) {
            score -= OFFICE;
        }
        if person && !self.is_person(i) {
            score -= if entity.words > 1 { STRANGER / 2 } else { STRANGER };
        }
        if distance <= SPEAKING_REACH && speaks {
            score += SPEAKING - 14 * (distance - 1).max(0);
        }
        if entity.gender == gender && gender != Gender::Unknown {
            score += GENDER;
        }
        if entity.gender == Gender::Unknown && entity.hint.clashes(gender) {
            score -= HINT;
        }
        Some(score + (entity.mentions.len() as i32).min(8))
    }
}
