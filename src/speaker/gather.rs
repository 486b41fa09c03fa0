//! Gathers the names of an article, paragraph by paragraph.

use super::apposition::{is_apposed_object, role};
use super::beside::{
    acts_by_a_part, before_honours, behind_bracket, behind_epithet, behind_origin, for_their_part,
};
use super::chapter::numbered;
use super::sort::sort;
use super::topic::is_turned_to;
use super::{Gender, Sort};
use crate::attribution::genre::Genre;
use crate::lexicon::{Classes, Forms};
use crate::span::Span;
use crate::text::names::{lower_role_start, name_at, NameRun};
use crate::text::tokens::{Token, TokenKind};
use crate::text::ParagraphKind;

/// One place where a name stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameMention {
    /// Role, title and name, as far as capitals go.
    pub(crate) span: Span,
    /// The name proper; the office where it stands without a name.
    pub(crate) core: Span,
    /// The role before or behind the name.
    pub(crate) role: Option<Span>,
    /// The title right before the name: `Texas Sen.`.
    pub(crate) office_before: Option<Span>,
    /// How many words the name proper has.
    pub(crate) words: usize,
    pub(crate) gender: Gender,
    /// What the name would tell of gender if it were a given name: `Gloria`, and `Kelly`, who may be `Tom Kelly`.
    pub(crate) hint: Gender,
    /// A title tells the gender, not only a given name.
    pub(crate) gender_sure: bool,
    pub(crate) sort: Sort,
    /// Stands where subjects stand.
    pub(crate) subject: bool,
    /// Stands right behind `when`, `before` and their like.
    pub(crate) subordinate: bool,
    /// A preposition stands right before it.
    pub(crate) object: bool,
    /// A title such as `Mr.` stands right before the name.
    pub(crate) titled: bool,
    /// `Mr and Mrs Berg`
    pub(crate) couple: bool,
    /// Owns what follows: `Berg's`.
    pub(crate) possessive: bool,
    pub(crate) doubtful: bool,
    /// Begins with a particle: `Vander Plaats`.
    pub(crate) particle: bool,
    pub(crate) shouted: bool,
    /// A role in capitals without a name: `Republican`.
    pub(crate) office: bool,
    /// Its sentence, counted over the article.
    pub(crate) sentence: u32,
}

impl NameMention {
    /// The name with what stands before it: `Mrs. Berg`, but no honours behind it.
    pub(super) fn with_title(&self) -> Span {
        Span { start: self.span.start, ..self.core }
    }
}

/// `He` or `she` outside quotations.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pronoun {
    pub(crate) span: Span,
    pub(crate) gender: Gender,
    /// Begins its sentence, or stands right behind what does: `On Sunday, she`.
    pub(crate) first: bool,
    /// Its sentence, counted over the article.
    pub(crate) sentence: u32,
}

/// What the stages hand to the speakers: the names of an article, and where it says `he` or `she`.
#[derive(Debug, Default)]
pub(crate) struct Gatherer {
    pub(crate) names: Vec<NameMention>,
    pub(crate) pronouns: Vec<Pronoun>,
    sentence: u32,
    /// In a tale `the Berg` is no body, but a ship or a joke.
    tale: bool,
}

/// There is a name in so many bytes, give or take.
const NAME: usize = 64;
/// What stands before `she` in `On Sunday, she` is at most this many tokens long.
const LONGEST_ADVERBIAL: usize = 5;
/// … in `Asked what she thought, she` this many.
const LONGEST_QUESTION: usize = 24;
/// A paragraph of fewer words may be a name that somebody shouts.
const SHORTEST_TELEGRAM: usize = 4;

impl Gatherer {
    /// Gathers the names of a report or of a tale that is so many bytes long.
    pub(crate) fn new(genre: Genre, len: usize) -> Self {
        let names = Vec::with_capacity(len / NAME);
        Self { tale: genre == Genre::Tale, names, ..Self::default() }
    }

    /// Appends the names of one paragraph's tokens.
    pub(crate) fn read(&mut self, article: &str, tokens: &[Token], kind: ParagraphKind) {
        self.sentence += 1;
        if matches!(kind, ParagraphKind::Byline | ParagraphKind::Caption | ParagraphKind::Notice) {
            return;
        }
        // where all is in capitals, as in headlines and telegrams, they tell no names
        let mut words =
            tokens.iter().filter(|token| token.is_word() && token.end - token.start > 1);
        let fewest = if kind == ParagraphKind::Heading { 1 } else { SHORTEST_TELEGRAM };
        if words.clone().nth(fewest - 1).is_some() && words.all(|word| word.all_caps) {
            return;
        }
        let mut at = numbered(article, tokens);
        while at < tokens.len() {
            let token = &tokens[at];
            if token.first && at > 0 {
                self.sentence += 1;
            }
            if token.is(Classes::PRON) {
                let gender = match token.end - token.start {
                    2 if article[token.span()].eq_ignore_ascii_case("he") => Gender::Male,
                    3 if article[token.span()].eq_ignore_ascii_case("she") => Gender::Female,
                    _ => Gender::Unknown,
                };
                if gender != Gender::Unknown {
                    let first = token.first || is_fronted(article, tokens, at);
                    let (span, sentence) = (token.span(), self.sentence);
                    self.pronouns.push(Pronoun { span, gender, first, sentence });
                }
            }
            if token.kind == TokenKind::Open {
                at = behind_ticker(tokens, at);
                continue;
            }
            match name_at(tokens, at) {
                Some(run) if is_salutation(article, tokens, &run) => at = run.end,
                Some(run) => {
                    let mut name = self.mention(article, tokens, &run);
                    self.join(&mut name, tokens, &run);
                    self.names.push(name);
                    at = run.end;
                }
                None => at += 1,
            }
        }
    }

    fn mention(&self, article: &str, tokens: &[Token], run: &NameRun) -> NameMention {
        let office = run.core == run.end;
        let core = if office { run.start } else { run.core };
        let end = before_honours(article, tokens, run);
        let couple = is_couple(tokens, run);
        // `from plumber Anna Berg`
        let begins = lower_role_start(tokens, run.start).unwrap_or(run.start);
        let turned_to = !self.tale && is_turned_to(article, tokens, begins, run.end);
        // `a spokesman for the Front, who`
        let the = |at: &usize| !self.tale && is_the(article, &tokens[*at]);
        // `under the fearsome Berg`
        let praised =
            begins.checked_sub(2).filter(the).filter(|at| is_praise(article, &tokens[at + 1]));
        let article_at = begins.checked_sub(1).filter(the).or(praised);
        let behind_preposition = !turned_to
            && article_at.unwrap_or(begins).checked_sub(1).is_some_and(|at| {
                // `according to the Group, which`
                let to = article_at.is_some() && &article[tokens[at].span()] == "to";
                tokens[at].is(Classes::PREP) && !to && !tokens[run.start].first
            });
        // `At the same time, Berg and her aides`, `Then, Berg all but`
        let follows_comma =
            run.start.checked_sub(1).is_some_and(|at| tokens[at].kind == TokenKind::Comma);
        // `Berg also advises`
        let adverb = tokens.get(run.end).is_some_and(|next| {
            let ending = next.is_word() && article[next.span()].ends_with("ly");
            (next.is(Classes::ADV) || ending) && !next.capital
        });
        let verb_at = behind_bracket(tokens, run.end) + usize::from(adverb);
        // `a reader, Greta from Hull, wrote`
        let verb_at = if follows_comma { behind_origin(tokens, verb_at) } else { verb_at };
        // `growth of the Price Index has turned`
        let governed = begins.checked_sub(2).is_some_and(|at| {
            tokens[at + 1].is(Classes::DET) && &article[tokens[at].span()] == "of"
        });
        let bracketed = run.start > 0 && tokens[run.start - 1].kind == TokenKind::Open;
        // `Asked when she was leaving Halm, Berg`
        let acted_on = || {
            let before = begins.checked_sub(1).map(|at| &tokens[at]);
            before.is_some_and(|before| is_acting_form(article, before, self.tale))
        };
        let subject_next = !governed
            && tokens.get(verb_at).is_some_and(|next| {
                next.is(Classes::AUX.union(Classes::BE))
                    || next.is(Classes::VERB)
                        && next.word.forms.any(Forms::PAST.union(Forms::THIRD))
                    || next.kind == TokenKind::Comma
                        && !behind_preposition
                        && !bracketed
                        && !acted_on()
                        && !is_apposed_object(tokens, run.start)
                    || next.is_word() && !next.capital && article[next.span()].ends_with("ed")
                    || next.is(Classes::CONJ.union(Classes::DET))
                        && !behind_preposition
                        && follows_comma
            });
        let apostrophe = tokens.get(run.end).is_some_and(|next| next.kind == TokenKind::Possessive);
        // `Berg's been late`, `Berg's not amused`
        let contracted = apostrophe
            && tokens.get(run.end + 1).is_some_and(|next| next.is(Classes::BE.union(Classes::NEG)));
        let part = apostrophe && acts_by_a_part(article, tokens, run.end + 1);
        // `Berg's remarks`
        let voiced = !self.tale
            && apostrophe
            && tokens.get(run.end + 1).is_some_and(|next| next.is(Classes::CUE_NOUN));
        // `Trump campaign chairman`: a name that stands before the noun it belongs to
        let attributive = tokens.get(run.end).is_some_and(|next| {
            next.is_word()
                && !next.capital
                && !next.is(Classes::CLOSED.union(Classes::ADV))
                && !adverb
                && !subject_next
        });
        NameMention {
            span: cover(tokens, behind_epithet(tokens, run), run.end),
            core: cover(tokens, core, end),
            role: role(article, tokens, run),
            office_before: (!office && run.core > run.start && is_title(&tokens[run.core - 1]))
                .then(|| cover(tokens, run.start, run.core)),
            words: end - core,
            gender: if couple { Gender::Unknown } else { gender(article, tokens, run) },
            hint: match &tokens[core..run.end] {
                [only] if core == run.start && only.is(Classes::GIVEN) => Gender::of(only.word),
                _ => Gender::Unknown,
            },
            gender_sure: !couple
                && tokens[run.start..run.core]
                    .iter()
                    .any(|token| is_title(token) && Gender::of(token.word) != Gender::Unknown),
            sort: sort(article, tokens, run, self.tale),
            subject: tokens[run.start].first && !attributive
                || subject_next
                || contracted
                || part
                || voiced
                || turned_to && !apostrophe,
            subordinate: begins.checked_sub(1).is_some_and(|at| {
                let before = &tokens[at];
                // `Before Berg left`, but not `As Berg, Lund is late`
                before.is(Classes::SUB) && (!before.is(Classes::PREP) || subject_next)
            }),
            object: behind_preposition,
            titled: !office && run.core > run.start && is_title(&tokens[run.core - 1]),
            couple,
            possessive: apostrophe && !contracted && !part,
            doubtful: run.doubtful,
            particle: tokens[core].is(Classes::PARTICLE),
            shouted: tokens[core..run.end]
                .iter()
                .all(|token| token.all_caps && token.end - token.start > 2),
            office,
            sentence: self.sentence,
        }
    }

    /// `with Anna Berg and Tom Lund, she`: what a conjunction joins to an object is one, too, and no subject.
    fn join(&self, name: &mut NameMention, tokens: &[Token], run: &NameRun) {
        let joined = run.start.checked_sub(2).filter(|&at| tokens[at + 1].is(Classes::CONJ));
        let before = self
            .names
            .last()
            .filter(|before| joined.is_some_and(|at| tokens[at].end as usize == before.span.end));
        if before.is_some_and(|before| before.object) {
            name.object = true;
            name.subject = false;
        }
    }
}

pub(super) fn cover(tokens: &[Token], start: usize, end: usize) -> Span {
    Span { start: tokens[start].start as usize, end: tokens[end - 1].end as usize }
}

/// `(BRVD.OL)`, `(NYSE: BRV)`: where the text goes on behind a bracket at `open`, or within it if it holds no stock's symbol.
fn behind_ticker(tokens: &[Token], open: usize) -> usize {
    match &tokens[open + 1..] {
        [exchange, mark, symbol, close, ..]
            if exchange.capital
                && matches!(mark.kind, TokenKind::Stop | TokenKind::Colon)
                && symbol.all_caps
                && close.kind == TokenKind::Close =>
        {
            open + 4
        }
        _ => open + 1,
    }
}

/// `Sir – Your leader`: how a letter begins, which is nobody's name.
fn is_salutation(article: &str, tokens: &[Token], run: &NameRun) -> bool {
    run.start == 0
        && run.end == 1
        && matches!(&article[tokens[0].span()], "Sir" | "Sirs" | "Madam")
        && tokens.get(1).is_some_and(|next| !next.is_word())
}

/// `leaving`, `leave`: a form of a verb that reports nothing, behind which nobody stands who does it; `plays`, whatever its form.
fn is_acting_form(article: &str, token: &Token, tale: bool) -> bool {
    if matches!(&article[token.span()], "plays" | "played" | "portrays" | "portrayed") {
        return true;
    }
    let forms = token.word.forms;
    // `former kennel hand Anna Berg, who`
    let noun = token.is(Classes::NOUN_TOO) && !tale;
    let base = forms.any(Forms::BASE) && !forms.any(Forms::PAST) && !noun;
    (forms.any(Forms::ING) || base)
        && token.is(Classes::VERB)
        && !token.is(Classes::CUE.union(Classes::ROLE))
        && !token.capital
}

/// `fearsome`, `famous`: an adjective that tells what somebody is like, as far as its ending shows.
fn is_praise(article: &str, token: &Token) -> bool {
    let word = &article[token.span()];
    ["able", "ful", "ible", "less", "ous", "some"].iter().any(|end| word.ends_with(end))
}

fn is_the(article: &str, token: &Token) -> bool {
    token.is(Classes::DET) && matches!(&article[token.span()], "the" | "The")
}

/// `On Sunday, she`: whether only a short adverbial stands before the word in its sentence.
fn is_fronted(article: &str, tokens: &[Token], at: usize) -> bool {
    let Some(comma) = at.checked_sub(1).filter(|&at| tokens[at].kind == TokenKind::Comma) else {
        return false;
    };
    let lowest = comma.saturating_sub(LONGEST_ADVERBIAL);
    let first =
        (lowest..comma).rev().take_while(|&at| tokens[at].is_word()).find(|&at| tokens[at].first);
    let adverbial = first.is_some_and(|first| tokens[first].is(Classes::PREP));
    adverbial || is_asked_before(article, tokens, comma)
}

/// `Asked what she thought of Berg, she`
fn is_asked_before(article: &str, tokens: &[Token], comma: usize) -> bool {
    let mut before = (comma.saturating_sub(LONGEST_QUESTION)..comma).rev();
    let first = before.find(|&at| tokens[at].first);
    first.is_some_and(|first| matches!(&article[tokens[first].span()], "Asked" | "Pressed"))
}

/// A form of address rather than an office: `Mr.`, `Dr.`, `Lady`.
pub(super) fn is_title(token: &Token) -> bool {
    token.is(Classes::TITLE) && !token.is(Classes::ROLE)
}

/// `Mr and Mrs Berg`
fn is_couple(tokens: &[Token], run: &NameRun) -> bool {
    matches!(&tokens[run.start..run.core], [title, and, ..]
        if title.is(Classes::HONORIFIC) && and.is(Classes::CONJ))
}

fn gender(article: &str, tokens: &[Token], run: &NameRun) -> Gender {
    let before = tokens[run.start..run.core].iter().rev();
    let of = |token: &Token| Gender::of(token.word);
    let titled = before.clone().filter(|token| is_title(token)).map(of);
    let titled = titled.fold(Gender::Unknown, Gender::or);
    // `German Minister Anna Berg` is no German, `Dean Berg` may be a woman
    let rank_by_chance = |token: &Token| token.is(Classes::GIVEN) && token.is(Classes::ROLE);
    let ranks = before.filter(|token| !token.is(Classes::PLACE) && !rank_by_chance(token));
    let ranked = ranks.map(of).fold(Gender::Unknown, Gender::or);
    let family_first = puts_family_first(&article[tokens[run.end - 1].span()]);
    let given = tokens[run.core..run.end]
        .first()
        .filter(|token| token.is(Classes::GIVEN) && run.end - run.core > 1 && !family_first);
    let lower = run
        .start
        .checked_sub(1)
        .map(|at| &tokens[at])
        .filter(|token| token.is(Classes::ROLE) && !token.first);
    // a title tells, then a given name, then a role: `spokesman Hope Lind`
    let told = titled.or(given.map_or(Gender::Unknown, of)).or(ranked);
    let part = for_their_part(&article[tokens[run.end - 1].end as usize..]);
    told.or(lower.map_or(Gender::Unknown, of)).or(part)
}

/// `Hui Yin-fat`, `Kim Woo-jin`: a given name of two syllables stands last, what stands first is the family's.
pub(super) fn puts_family_first(last: &str) -> bool {
    // words are short: a plain walk is faster than a search made ready
    let hyphen = last.bytes().position(|byte| byte == b'-');
    hyphen.is_some_and(|hyphen| last[hyphen + 1..].starts_with(char::is_lowercase))
}
