//! The words by their keys, in little room: a word that a text holds is looked up once, and the table should stay in the cache.

use rustc_hash::FxHashMap;

use super::Word;

/// Open addressing: a slot holds 48 bits of the key over the number of what is known of the word. There are some hundred
/// sorts of words, told apart by all that is known of them, and many thousand words.
#[derive(Clone)]
pub(super) struct Table {
    slots: Vec<u64>,
    len: usize,
    sorts: Vec<Word>,
    numbers: FxHashMap<Word, u16>,
}

/// Room for the built-in lists, and as much again, so that a word of no list soon meets an empty slot.
const SLOTS: usize = 1 << 16;
const NUMBER_BITS: u32 = 16;
const NUMBER: u64 = (1 << NUMBER_BITS) - 1;

impl Table {
    pub(super) fn new() -> Self {
        // the first sort is that of words in no list, and an empty slot's
        let unknown = Word::default();
        Self {
            slots: vec![0; SLOTS],
            len: 0,
            sorts: vec![unknown],
            numbers: FxHashMap::from_iter([(unknown, 0)]),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// What is known of the word of that key; nothing if it is in no list.
    #[inline]
    pub(super) fn get(&self, key: u64) -> Word {
        self.sorts[(self.slots[self.place(key)] & NUMBER) as usize]
    }

    /// Changes what is known of a word.
    pub(super) fn update(&mut self, key: u64, change: impl FnOnce(&mut Word)) {
        if self.len * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let mut word = self.get(key);
        change(&mut word);
        let number = self.number(word);
        let place = self.place(key);
        self.len += usize::from(self.slots[place] == 0);
        self.slots[place] = key & !NUMBER | u64::from(number);
    }

    /// Changes what is known of all words.
    pub(super) fn update_all(&mut self, change: impl Fn(&mut Word)) {
        self.sorts.iter_mut().for_each(change);
        let numbered = self.sorts.iter().zip(0..);
        self.numbers = numbered.map(|(&word, number)| (word, number)).collect();
    }

    /// The slot of the key, or the empty one where it would be.
    #[inline]
    fn place(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        // by bits that the slot keeps, so that the table can grow
        let mut at = (key >> u32::BITS) as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 || (slot ^ key) >> NUMBER_BITS == 0 {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of a sort of words, a new one if there was none like it.
    fn number(&mut self, word: Word) -> u16 {
        let next = self.sorts.len().min(usize::from(u16::MAX)) as u16;
        let number = *self.numbers.entry(word).or_insert(next);
        if usize::from(number) == self.sorts.len() {
            self.sorts.push(word);
        }
        number
    }

    fn grow(&mut self) {
        let larger = vec![0; self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot != 0 {
                let place = self.place(slot);
                self.slots[place] = slot;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{key, Classes};
    use super::*;

    #[test]
    fn words_are_found_again_when_the_table_has_grown() {
        let words: Vec<u64> = (0..60_000).filter_map(|i| key(&format!("word{i}"))).collect();
        let mut table = Table::new();
        for (i, &word) in words.iter().enumerate() {
            let class = if i % 3 == 0 { Classes::ROLE } else { Classes::ORG };
            table.update(word, |held| held.classes = held.classes.union(class));
        }
        assert_eq!(table.len(), words.len());
        for (i, &word) in words.iter().enumerate() {
            assert_eq!(table.get(word).is(Classes::ROLE), i % 3 == 0, "word{i}");
            assert_eq!(table.get(word).is(Classes::ORG), i % 3 != 0, "word{i}");
        }
        table.update_all(|word| word.classes = word.classes.without(Classes::ORG));
        table.update(words[1], |word| word.classes = Classes::ROLE);
        assert!(table.get(words[1]).is(Classes::ROLE) && !table.get(words[2]).is(Classes::ORG));
        assert_eq!(table.get(key("another").unwrap()), Word::default());
    }
}
