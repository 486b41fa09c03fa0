//! What is known of each who may have said a speech, whoever spoke before.

use smallvec::SmallVec;

use super::candidates::{Candidate, Exchange, FAR};
use super::features::step;
use super::mentions::Mention;
use super::named::{Named, NAMES_BEFORE};
use super::{Way, SHORT};
use crate::speaker::families::Title;
use crate::speaker::{Gender, Sort};

/// Whoever is about is named among so many names behind.
const NAMES_AFTER: usize = 20;

/// What is known of a speech whoever said it.
pub(super) struct Facts<'t, 'a> {
    tale: &'t Exchange<'t, 'a>,
    number: usize,
    named: &'t Named,
    /// Whom the pronoun that stands for the speaker may take up, the most prominent first.
    rivals: Vec<usize>,
    /// Whom the words name.
    told: SmallVec<[usize; 4]>,
}

impl<'t, 'a> Facts<'t, 'a> {
    pub(super) fn of(tale: &'t Exchange<'t, 'a>, number: usize, named: &'t Named) -> Self {
        let speech = &tale.speeches[number];
        let resolver = tale.resolver;
        let told = resolver.cast.told_of(tale.article, speech.parts).collect();
        let rivals = speech.subject.map_or_else(Vec::new, |span| resolver.rivals(span));
        let rivals = rivals.into_iter().map(|(entity, _)| entity).collect();
        Self { tale, number, named, rivals, told }
    }

    pub(super) fn candidate(&self, entity: usize) -> Candidate {
        let gender = self.tale.speeches[self.number].gender;
        Candidate {
            entity,
            gender: self.fits(gender, entity),
            gender_beside: self.fits(self.named.pronoun, entity),
            gender_between: self.fits(self.named.between, entity),
            mention: self.named.mention(entity),
            beside: self.named.beside(entity),
            called: self.called(entity),
            speaks: self.speaks(entity),
            ahead: self.ahead(entity),
            behind: self.behind(entity),
            rival: self.rival(entity),
            sort: self.sort(entity),
            present: self.present(entity),
            voiced: self.voiced(entity),
            title: self.title(entity),
            described: self.described(entity),
            known_as: self.known_as(entity),
            form: self.form(entity),
        }
    }

    /// How a gender fits somebody's: 0 it is unknown, 1 theirs is, 2 it is theirs, 3 surely, 4 it is not, 5 hardly.
    fn fits(&self, wanted: Gender, entity: usize) -> u32 {
        let held = &self.tale.resolver.cast.entities[entity];
        match (wanted, held.gender) {
            (Gender::Unknown, _) => 0,
            (_, Gender::Unknown) if held.hint.clashes(wanted) => 5,
            (_, Gender::Unknown) => 1,
            (wanted, own) if wanted != own => 4,
            _ if held.gender_sure => 3,
            _ => 2,
        }
    }

    fn called(&self, entity: usize) -> u32 {
        let number = self.number;
        let near = [number, number.wrapping_sub(1), number + 1, number.wrapping_sub(2), number + 2];
        let calls = |near: usize| self.tale.called.get(near).copied().flatten() == Some(entity);
        let bits = near.into_iter().enumerate().map(|(bit, near)| u32::from(calls(near)) << bit);
        bits.sum::<u32>() | u32::from(self.told.contains(&entity)) << near.len()
    }

    fn speaks(&self, entity: usize) -> u32 {
        let count = self.tale.speaks.get(&entity).copied().unwrap_or(0);
        let teller = self.tale.resolver.cast.teller == Some(entity);
        (u32::BITS - count.leading_zeros()).min(7) | u32::from(teller) << 3
    }

    fn is_named(&self, number: usize, entity: usize) -> bool {
        let speech = &self.tale.speeches[number];
        speech.way.is_told() && speech.found == Some(entity)
    }

    fn ahead(&self, entity: usize) -> u32 {
        let speeches = &self.tale.speeches;
        let (_, behind) = self.tale.near(self.number);
        let mut behind = behind.take_while(|&number| {
            let last = speeches[number - 1].span();
            speeches[number].span().start.saturating_sub(last.end) <= FAR
        });
        behind.position(|number| self.is_named(number, entity)).map_or(0, |at| at as u32 + 1)
    }

    fn behind(&self, entity: usize) -> u32 {
        let (before, _) = self.tale.near(self.number);
        let at = before.rev().position(|number| self.is_named(number, entity));
        at.map_or(0, |at| at as u32 + 1)
    }

    /// 0 where no pronoun stands for the speaker, 1 where it can't mean that one.
    fn rival(&self, entity: usize) -> u32 {
        match self.rivals.iter().position(|&rival| rival == entity) {
            _ if self.rivals.is_empty() => 0,
            None => 1,
            Some(at) => (2 + at as u32).min(7),
        }
    }

    fn sort(&self, entity: usize) -> u32 {
        let held = &self.tale.resolver.cast.entities[entity];
        held.words.min(3) as u32
            | u32::from(held.gender != Gender::Unknown) << 2
            | u32::from(held.sort == Sort::Person) << 3
            | u32::from(held.subject > held.object) << 4
            | step(held.mentions.len() as u32) << 5
    }

    fn described(&self, entity: usize) -> u32 {
        let long = self.tale.speeches.len() >= SHORT;
        if long || self.tale.resolver.cast.entities[entity].words > 0 {
            return 0;
        }
        step(self.tale.described.get(&entity).copied().unwrap_or(1))
    }

    fn known_as(&self, entity: usize) -> u32 {
        let speech = &self.tale.speeches[self.number];
        let found = speech.found.filter(|_| speech.way == Way::Described);
        match found {
            Some(found) if found == entity => self.tale.known_as.named(found, self.number),
            Some(found) => self.tale.known_as.same(found, entity, self.number),
            None => 0,
        }
    }

    fn form(&self, entity: usize) -> [u32; 3] {
        let gender = self.tale.resolver.cast.entities[entity].gender as u32;
        let number = self.number;
        let near = [number, number.wrapping_sub(1), number + 1];
        near.map(|near| match self.tale.forms.get(near) {
            None | Some(0) => 0,
            Some(form) => form << 2 | gender,
        })
    }

    fn title(&self, entity: usize) -> u32 {
        let name = &self.tale.article[self.tale.resolver.cast.entities[entity].name];
        let first = name.split(['.', ' ']).next().unwrap_or_default();
        match first {
            "Dr" | "Captain" | "Colonel" | "Lady" | "Sir" | "Lord" => 4,
            _ => Title::ending(first) as u32,
        }
    }

    fn present(&self, entity: usize) -> u32 {
        let mentions = &self.tale.mentions;
        let here = self.named.here;
        let often = |mentions: &[Mention]| {
            step(mentions.iter().filter(|mention| mention.entity == entity).count() as u32)
        };
        let before = often(&mentions[here.saturating_sub(NAMES_BEFORE)..here]);
        before << 3 | often(&mentions[here..(here + NAMES_AFTER).min(mentions.len())])
    }

    fn voiced(&self, entity: usize) -> u32 {
        let often = |near: std::ops::Range<usize>| {
            let near = &self.tale.speeches[near];
            step(near.iter().filter(|speech| speech.found == Some(entity)).count() as u32)
        };
        let (before, behind) = self.tale.near(self.number);
        often(before) << 3 | often(behind)
    }
}
