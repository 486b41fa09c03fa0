//! Eight bytes looked at together, a byte each of one number, without a branch between them.

/// So many bytes are looked at together.
pub(crate) const BLOCK: usize = 8;
/// The low bit of each byte.
pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
pub(crate) const HIGH: u64 = 0x80 * ONES;

/// The high bit of each byte that is from `first` to `last`; no byte of `block` may be beyond ASCII, nor are the bounds. The other
/// bits say nothing.
pub(crate) fn within(block: u64, first: u8, last: u8) -> u64 {
    // no sum carries into the next byte
    (block + ONES * u64::from(0x80 - first)) & !(block + ONES * u64::from(0x7f - last))
}
