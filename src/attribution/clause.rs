//! Reporting clauses: every cue of a frame with the subject it goes with.

use super::frame::Frame;
use super::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// How a cue and its subject stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Construction {
    /// `Anna said`
    Finite,
    /// `said Anna`
    Inverted,
    /// `…, adding`: the subject is that of the clause before.
    Participle,
    /// `went on to say`: the subject is that of the clause before.
    Infinitive,
    /// `was quoted as saying`
    QuotedAs,
    /// `was called … by Anna`
    Passive,
    /// `according to Anna`
    Source,
    /// A verb whose subject is guessed.
    Loose,
    /// `Anna's claim`, `a report by Anna`
    Noun,
}

impl Construction {
    /// Whether the clause is only a reading, to be weighed.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::Loose | Self::Noun)
    }
}

/// A cue with its subject.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) construction: Construction,
    pub(crate) subject: Subject,
    /// The cue's token: the verb, or `according`.
    pub(crate) cue: usize,
    /// The cue's words.
    pub(crate) cue_span: Span,
    pub(crate) classes: Classes,
    /// First token of subject and verb.
    pub(crate) start: usize,
    /// One past the last token of subject and verb.
    pub(crate) end: usize,
    /// Stands in a relative clause: `who said`.
    pub(crate) relative: bool,
}

impl Clause {
    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }
}

/// Appends the reporting clauses of a frame, by the place of their cues.
pub(crate) fn push_clauses(frame: &Frame<'_>, out: &mut Vec<Clause>) {
    let first = out.len();
    for at in 0..frame.len() {
        let token = &frame.tokens[at];
        if !token.is_word() {
            continue;
        }
        let clause = if (token.first || !token.capital) && frame.is_cue(at) {
            verb_clause(frame, at, &out[first..]).or_else(|| open_clause(frame, at, &out[first..]))
        } else if frame.is(at, Classes::CUE_NOUN) {
            frame.noun_clause(at)
        } else if frame.is_word(at, "according") && frame.is_word(at + 1, "to") {
            source_clause(frame, at)
        } else {
            None
        };
        out.extend(clause);
    }
}

/// What a cue may be that makes no clause.
fn open_clause(frame: &Frame<'_>, at: usize, before: &[Clause]) -> Option<Clause> {
    if frame.is(at, Classes::CUE_NOUN) {
        if let Some(clause) = frame.noun_clause(at) {
            return Some(clause);
        }
    }
    let bare = frame.tokens[at].is(Classes::JUDGEMENT)
        && frame.tokens[at].word.forms.any(Forms::PARTICIPLE);
    if is_noun(frame, at) || frame.explains(at) || bare && skip_auxiliaries_back(frame, at).passive
    {
        return None;
    }
    frame.loose_clause(at, before)
}

fn source_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    let subject = frame.subject_after(at + 2)?;
    Some(Clause {
        construction: Construction::Source,
        subject,
        cue: at,
        cue_span: frame.span(at, at + 2),
        classes: Classes::SPEECH,
        start: at,
        end: subject.end,
        relative: frame.is_relative_clause(at),
    })
}

fn verb_clause(frame: &Frame<'_>, at: usize, before: &[Clause]) -> Option<Clause> {
    if frame.explains(at) {
        return None;
    }
    let forms = frame.tokens[at].word.forms;
    let verb = skip_auxiliaries_back(frame, at);
    if forms.any(Forms::ING) && !forms.any(Forms::PAST.union(Forms::BASE)) {
        return participle_clause(frame, at, verb, before);
    }
    if frame.prev(at).is_some_and(|_| frame.is_word(at - 1, "to")) {
        let subject = governing_subject(frame, at - 1, before)?;
        return Some(borrowed(frame, at, Construction::Infinitive, subject));
    }
    if verb.passive {
        return passive_clause(frame, at);
    }
    if forms.any(Forms::PAST.union(Forms::THIRD)) || verb.auxiliary {
        if let Some(clause) = inverted_clause(frame, at) {
            return Some(clause);
        }
        if is_noun(frame, at) {
            return None;
        }
        return finite_clause(frame, at, verb.start, before);
    }
    base_clause(frame, at)
}

/// What stands between a subject and its verb.
struct VerbGroup {
    /// First auxiliary or adverb of the group.
    start: usize,
    auxiliary: bool,
    passive: bool,
    progressive: bool,
}

fn skip_auxiliaries_back(frame: &Frame<'_>, cue: usize) -> VerbGroup {
    let mut group = VerbGroup { start: cue, auxiliary: false, passive: false, progressive: false };
    let mut at = frame.skip_adverbs_back(cue);
    let past_participle = frame.tokens[cue].word.forms.any(Forms::PARTICIPLE);
    while at > 0 {
        let token = &frame.tokens[at - 1];
        if token.is(Classes::BE) {
            group.passive |= past_participle && !group.auxiliary;
            group.progressive = true;
        } else if !token.is(Classes::AUX) || token.is(Classes::CALENDAR) {
            break;
        }
        group.auxiliary = true;
        at = frame.skip_adverbs_back(at - 1);
        group.start = at;
    }
    if group.start == cue {
        group.start = frame.skip_adverbs_back(cue);
    }
    group
}

/// Whether a form such as `states`, `claims`, `report` stands here as a noun.
fn is_noun(frame: &Frame<'_>, at: usize) -> bool {
    let forms = frame.tokens[at].word.forms;
    let Some(prev) = frame.prev(at) else { return false };
    let past = forms.any(Forms::PAST);
    let determiner =
        prev.is(Classes::DET.union(Classes::POSS)) && !prev.is(Classes::PRON.union(Classes::REL));
    if prev.kind == TokenKind::Possessive
        || determiner && (!past || prev.is(Classes::POSS) || frame.is_article(at - 1))
    {
        return true;
    }
    if past {
        return false;
    }
    // `as the town's website notes: "…"`
    let introduces = frame.is_kind(at + 1, TokenKind::Colon)
        && forms.any(Forms::THIRD)
        && prev.is_word()
        && !prev.is(Classes::CLOSED);
    if introduces {
        return false;
    }
    prev.is(Classes::PREP)
        || frame.is_word(at + 1, "of")
        || frame.is(at + 1, Classes::BE.union(Classes::AUX))
        || frame.is_finite_verb(at + 1)
            && !frame.is_adverb(at + 1)
            && frame.is(at + 1, Classes::CUE)
}

fn finite_clause(frame: &Frame<'_>, at: usize, verb: usize, before: &[Clause]) -> Option<Clause> {
    let subject = match frame.subject_before(verb) {
        Some(subject) => subject,
        None => {
            // `smiled and said`, `…, then said`: the verb shares the subject of the clause before
            let coordinated = verb.checked_sub(1).is_some_and(|prev| {
                frame.is(prev, Classes::CONJ)
                    || frame.is_kind(prev, TokenKind::Comma)
                    || frame.is_kind(prev, TokenKind::Dash)
            });
            if !coordinated || verb == 0 {
                return None;
            }
            if frame.is_bare_passive(at) {
                return passive_clause(frame, at);
            }
            governing_subject(frame, verb - 1, before)?
        }
    };
    if is_bare_noun(frame, at, &subject) || is_reduced_relative(frame, at, &subject) {
        return None;
    }
    let start = if subject.end <= verb { subject.start } else { verb };
    Some(Clause {
        construction: Construction::Finite,
        subject,
        cue: at,
        cue_span: frame.span(at, cue_end(frame, at)),
        classes: frame.cue_classes(at),
        start,
        end: cue_end(frame, at),
        relative: frame.is_relative_clause(at),
    })
}

/// `raising fresh questions`: what could be a verb in the third person, behind words that are hardly its subject.
fn is_bare_noun(frame: &Frame<'_>, at: usize, subject: &Subject) -> bool {
    let third = !frame.tokens[at].word.forms.any(Forms::PAST);
    let first = &frame.tokens[subject.start];
    let determined = first.is(Classes::DET.union(Classes::POSS))
        || first.capital
        || first.kind == TokenKind::Number;
    third && subject.reference == Reference::Description && !determined && subject.end == at
}

/// `a man called "Shorty"`, `a plan dubbed "X"`: a participle behind a common noun names, and nobody says.
fn is_reduced_relative(frame: &Frame<'_>, at: usize, subject: &Subject) -> bool {
    let token = &frame.tokens[at];
    let names = token.is(Classes::JUDGEMENT) && token.word.forms.any(Forms::PARTICIPLE);
    let bare = frame.is_quote(at + 1) || frame.is_article(at + 1) && frame.is_quote(at + 2);
    let lowest = subject.start.saturating_sub(FARTHEST);
    let asked = (lowest..subject.start).any(|at| frame.is(at, Classes::WH.union(Classes::REL)));
    let labels = [
        "called",
        "dubbed",
        "named",
        "titled",
        "labeled",
        "labelled",
        "termed",
        "entitled",
        "billed",
        "nicknamed",
        "headlined",
        "known",
    ];
    let labelled = bare && labels.iter().any(|word| frame.is_word(at, word));
    // `a shelter once described as "…"`
    let described = frame.is_word(at + 1, "as");
    names && !asked && (labelled || described)
}

/// The verb's end, particles such as `pointed out` and `went on to say` included.
fn cue_end(frame: &Frame<'_>, at: usize) -> usize {
    let particle = ["out", "back", "for", "on", "up", "down", "off"]
        .iter()
        .any(|word| frame.is_word(at + 1, word));
    let phrasal = [
        "pointed", "points", "pointing", "called", "calls", "calling", "shot", "blurted", "cried",
        "spelled", "laid", "went", "goes", "let", "summed", "sums", "hit", "fired",
    ];
    if particle && phrasal.iter().any(|word| frame.is_word(at, word)) {
        at + 2
    } else {
        at + 1
    }
}

fn inverted_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    let token = &frame.tokens[at];
    if !token.is(Classes::SPEECH.union(Classes::MANNER).union(Classes::THOUGHT))
        || !token.word.forms.any(Forms::PAST.union(Forms::THIRD))
    {
        return None;
    }
    // the words stand before it: a quotation, a comma, a dash, or nothing
    let lead = frame.skip_adverbs_back(at);
    let opens = match frame.prev(lead) {
        None => frame.opens_inverted(at),
        Some(prev) => match prev.kind {
            TokenKind::Quote(_) | TokenKind::Dash | TokenKind::Stop => true,
            TokenKind::Comma => {
                frame.quote_ends_at(lead - 1)
                    || frame.is_trailing(at)
                    || frame.is_light(0, lead) && frame.opens_inverted(at)
            }
            _ => false,
        },
    };
    if !opens {
        return None;
    }
    if ["told", "tells", "called", "calls"].iter().any(|word| frame.is_word(at, word))
        && !frame.is_pronoun_or_title(at + 1)
    {
        return None;
    }
    let subject = frame.subject_after(frame.skip_adverbs(at + 1))?;
    if ["read", "reads"].iter().any(|word| frame.is_word(at, word)) && !frame.is_text(&subject) {
        return None;
    }
    if frame.is_amount(subject.end - 1) {
        return None;
    }
    // `Anna, who runs the shop, said she would`: the words that follow have their own verb
    let quoted = frame.quote_ends_at(lead) || lead > 0 && frame.quote_ends_at(lead - 1);
    if !quoted && frame.is_finite_verb(frame.skip_adverbs(subject.end)) {
        return None;
    }
    if subject.head.is(Classes::OBJ) && !subject.head.is(Classes::PRON) {
        return None;
    }
    Some(Clause {
        construction: Construction::Inverted,
        subject,
        cue: at,
        cue_span: frame.span(at, at + 1),
        classes: frame.cue_classes(at),
        start: at,
        end: subject.end,
        relative: frame.is_relative_clause(at),
    })
}

impl Frame<'_> {
    /// `…, referred to as "X" by Anna`: a participle with no object of its own left.
    fn is_bare_passive(&self, at: usize) -> bool {
        let object = if self.is_word(at + 1, "to") { at + 2 } else { at + 1 };
        self.tokens[at].word.forms.any(Forms::PARTICIPLE)
            && ["as", "by"].iter().any(|word| self.is_word(object, word))
    }

    /// The classes of the cue at `at`; an idiom is speech.
    pub(super) fn cue_classes(&self, at: usize) -> Classes {
        let classes = self.tokens[at].word.classes;
        if classes.any(Classes::CUE) {
            classes
        } else {
            classes.union(Classes::SPEECH)
        }
    }

    /// `Said Comey, "…"`: a verb at the head of its sentence, its subject set off from the words by a mark.
    fn opens_inverted(&self, at: usize) -> bool {
        let subject = self.subject_after(at + 1);
        subject.is_some_and(|subject| {
            matches!(
                self.kind(subject.end),
                Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Quote(_))
            )
        })
    }

    /// `says a lot`, `says something`: what is said, not who says it.
    fn is_amount(&self, at: usize) -> bool {
        let amounts = [
            "lot",
            "volumes",
            "much",
            "little",
            "something",
            "nothing",
            "everything",
            "more",
            "so",
        ];
        amounts.iter().any(|word| self.is_word(at, word))
    }

    /// Whether the comma at `at` stands right behind a quotation.
    fn quote_ends_at(&self, at: usize) -> bool {
        at > 0 && self.is_quote(at - 1)
    }

    /// Whether `, said Anna` at `at` ends its sentence: nothing finite follows.
    fn is_trailing(&self, at: usize) -> bool {
        let follows_clause = (0..at).any(|i| self.is_finite_verb(i) || self.is_quote(i));
        follows_clause
            && !(at + 1..self.len()).any(|i| self.is(i, Classes::COMP) || self.is_quote(i))
    }

    /// `reads the sign`, `read one`: a thing that bears words.
    fn is_text(&self, subject: &Subject) -> bool {
        subject.reference == Reference::Description && subject.head.is(Classes::CUE_NOUN)
            || self.is_word(subject.start, "one")
    }

    fn is_pronoun_or_title(&self, at: usize) -> bool {
        self.is(at, Classes::PRON) && !self.is(at, Classes::OBJ)
    }
}

fn participle_clause(
    frame: &Frame<'_>,
    at: usize,
    verb: VerbGroup,
    before: &[Clause],
) -> Option<Clause> {
    if verb.progressive {
        return finite_clause(frame, at, verb.start, before);
    }
    let lead = frame.skip_adverbs_back(at);
    let prev = frame.prev(lead);
    if prev.is_some_and(|_| frame.is_word(lead - 1, "as")) {
        // `was quoted as saying`
        let passive = (0..lead - 1).rev().take(12).find(|&i| frame.is(i, Classes::BE));
        let subject = match (frame.cited(lead - 1), passive) {
            (Some(cited), _) => cited,
            (None, Some(be)) => frame.subject_before(be)?,
            (None, None) => governing_subject(frame, lead - 1, before)?,
        };
        let mut clause = borrowed(frame, at, Construction::QuotedAs, subject);
        clause.start = subject.start.min(clause.start);
        return Some(clause);
    }
    let noun = prev.is_some_and(|prev| {
        prev.is(Classes::DET.union(Classes::POSS)) && !prev.is(Classes::PRON)
            || prev.kind == TokenKind::Possessive
    });
    if noun || is_noun(frame, at) && !prev.is_some_and(|prev| prev.is(Classes::PREP)) {
        return None;
    }
    if let Some(subject) = attached_noun(frame, lead) {
        return Some(borrowed(frame, at, Construction::Participle, subject));
    }
    let subject = match governing_subject(frame, lead, before) {
        Some(subject) => subject,
        // `Saying it was "time", Berg resigned`: the subject comes after
        None => following_subject(frame, at)?,
    };
    Some(borrowed(frame, at, Construction::Participle, subject))
}

/// Whom a verb of citing quotes is at most this many tokens long.
const LONGEST_CITED: usize = 8;

impl Frame<'_> {
    /// `papers quote Anna as saying`: the object of a verb of citing that ends before `as` at `end`.
    fn cited(&self, end: usize) -> Option<Subject> {
        let cites = ["quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"];
        let lowest = end.saturating_sub(LONGEST_CITED);
        let verb = (lowest..end)
            .rev()
            .find(|&at| cites.iter().any(|word| self.is_word(at, word)))
            .filter(|&at| at + 1 < end && self.is_light(at + 1, end))?;
        let before = self.subject_before(end)?;
        if before.start > verb {
            return Some(before);
        }
        self.describe(verb + 1, end)
    }

    /// `mars means "war"`: a word and its meaning, whoever says it.
    pub(super) fn explains(&self, at: usize) -> bool {
        self.is_quote(at + 1)
            && ["mean", "means", "meaning", "meant"].iter().any(|word| self.is_word(at, word))
    }

    /// `I heard someone saying`: whether the verb at `at` is one of perceiving or showing.
    fn perceives(&self, at: usize) -> bool {
        let verbs = [
            "hear",
            "hears",
            "heard",
            "hearing",
            "see",
            "sees",
            "saw",
            "watch",
            "watched",
            "feature",
            "features",
            "featured",
            "featuring",
            "show",
            "shows",
            "showed",
            "showing",
            "catch",
            "caught",
            "find",
            "finds",
            "found",
            "film",
            "filmed",
            "record",
            "recorded",
            "depict",
            "depicts",
            "depicted",
            "remember",
            "remembers",
            "remembered",
            "had",
            "has",
        ];
        verbs.iter().any(|word| self.is_word(at, word))
    }
}

/// `with her rival calling it`, `protesters chanting`: a participle right behind a noun is the noun's, unless the noun is
/// one of saying: `he issued a statement calling it`.
fn attached_noun(frame: &Frame<'_>, at: usize) -> Option<Subject> {
    let prev = frame.prev(at)?;
    let word = !prev.is(Classes::CLOSED.union(Classes::VERB)) || prev.capital;
    if !prev.is_word() || !word && !prev.is(Classes::PRON) {
        return None;
    }
    let subject = frame.subject_before(at)?;
    let before = subject.start.checked_sub(1);
    let introduced = before.is_some_and(|at| {
        let set_off = matches!(frame.kind(at), Some(TokenKind::Comma | TokenKind::Dash));
        frame.is(at, Classes::CONJ)
            || set_off && subject.reference == Reference::Name
            || ["with", "of", "by", "as"].iter().any(|word| frame.is_word(at, word))
            || frame.perceives(at)
    });
    let person = subject.head.is(Classes::ROLE) || subject.reference != Reference::Description;
    (person && !subject.head.is(Classes::CUE_NOUN) && (introduced || subject.start == 0))
        .then_some(subject)
}

/// The subject of the main clause behind a participle that opens the sentence.
fn following_subject(frame: &Frame<'_>, at: usize) -> Option<Subject> {
    let verb = (at + 1..frame.len()).find(|&i| {
        frame.is_finite_verb(i)
            && (at + 1..i).any(|comma| frame.is_kind(comma, TokenKind::Comma))
            && frame.subject_before(i).is_some_and(|subject| {
                subject.start > at
                    && frame.prev(subject.start).is_some_and(|prev| {
                        matches!(prev.kind, TokenKind::Comma | TokenKind::Quote(_))
                    })
            })
    })?;
    frame.subject_before(verb)
}

fn borrowed(frame: &Frame<'_>, at: usize, construction: Construction, subject: Subject) -> Clause {
    Clause {
        construction,
        subject,
        cue: at,
        cue_span: frame.span(at, cue_end(frame, at)),
        classes: frame.cue_classes(at),
        start: at,
        end: cue_end(frame, at),
        relative: frame.is_relative_clause(at),
    }
}

/// A verb governs at most this many tokens behind it.
const FARTHEST: usize = 200;

/// The subject of the finite verb nearest before `at`: of a reporting clause if one stands there, else of any verb.
pub(crate) fn governing_subject(
    frame: &Frame<'_>,
    at: usize,
    before: &[Clause],
) -> Option<Subject> {
    let reporting = before.iter().rev().find(|clause| {
        clause.end <= at && !clause.construction.is_open() && !frame.is_embedded(&clause.subject)
    });
    let floor = reporting.map_or(0, |clause| clause.cue).max(at.saturating_sub(FARTHEST));
    let mut embedded = None;
    for verb in (floor..at).rev() {
        if reporting.is_some_and(|clause| clause.cue == verb) {
            break;
        }
        if !frame.is_finite_verb(verb) || frame.is_relative_clause(verb) {
            continue;
        }
        let group = skip_auxiliaries_back(frame, verb);
        match frame.subject_before(group.start) {
            Some(subject) if frame.is_embedded(&subject) => embedded = embedded.or(Some(subject)),
            Some(subject) => return Some(subject),
            None => {}
        }
    }
    reporting.map(|clause| clause.subject).or(embedded)
}

impl Frame<'_> {
    /// Whether the subject is that of a subordinate clause: `that donors feel`, `how the party would`.
    pub(super) fn is_embedded(&self, subject: &Subject) -> bool {
        let subordinate = Classes::COMP.union(Classes::SUB).union(Classes::WH).union(Classes::REL);
        let reported = subject.start > 0
            && self.is(subject.start - 1, Classes::SPEECH.union(Classes::THOUGHT))
            && self.is_finite_verb(subject.start - 1);
        reported
            || self
                .prev(subject.start)
                .is_some_and(|prev| prev.is(subordinate) && !prev.is(Classes::PREP) && !prev.first)
    }

    /// Whether the verb at `at` belongs to a relative clause: `who runs the shop`.
    fn is_relative_clause(&self, at: usize) -> bool {
        let at = skip_auxiliaries_back(self, at).start;
        self.prev(at).is_some_and(|prev| prev.is(Classes::REL) && !prev.is(Classes::DET))
    }
}

/// `was called "weak" by Anna`; without an agent nobody says it.
fn passive_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    let by = (at + 1..frame.len().min(at + 14)).find(|&i| frame.is_word(i, "by"))?;
    let subject = frame.subject_after(by + 1)?;
    Some(Clause {
        construction: Construction::Passive,
        subject,
        cue: at,
        cue_span: frame.span(at, at + 1),
        classes: frame.cue_classes(at),
        start: at,
        end: at + 1,
        relative: frame.is_relative_clause(at),
    })
}

/// A base form needs a plural subject or a pronoun: `critics say`, `they call`.
fn base_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    if is_noun(frame, at) {
        return None;
    }
    let verb = frame.skip_adverbs_back(at);
    let prev = frame.prev(verb)?;
    let plural = prev.is_word() && !prev.is(Classes::CLOSED) && frame.text(verb - 1).ends_with('s');
    let people = prev.is_word() && frame.text(verb - 1).ends_with("people")
        || frame.text(verb - 1).ends_with("men");
    let pronoun = prev.is(Classes::PRON.union(Classes::REL)) && !frame.is_word(verb - 1, "it");
    let set_off = matches!(prev.kind, TokenKind::Comma | TokenKind::Close);
    if !(plural || people || pronoun || set_off) {
        return None;
    }
    let subject = frame.subject_before(verb)?;
    if set_off && subject.name.is_some() {
        return None;
    }
    Some(Clause {
        construction: Construction::Finite,
        subject,
        cue: at,
        cue_span: frame.span(at, cue_end(frame, at)),
        classes: frame.cue_classes(at),
        start: subject.start,
        end: cue_end(frame, at),
        relative: frame.is_relative_clause(at),
    })
}
