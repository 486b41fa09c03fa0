//! Counts steps of work where words, tokens and names are looked at, so that a test can tell growth without a clock.
//!
//! Without the feature `work-counter` a step is nothing.

#[cfg(feature = "work-counter")]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// One step of work.
#[inline(always)]
pub(crate) fn step() {
    steps(1);
}

/// As many steps as there are bytes to be looked at.
#[inline(always)]
pub(crate) fn steps(count: usize) {
    #[cfg(feature = "work-counter")]
    STEPS.with(|steps| steps.set(steps.get() + count as u64));
    #[cfg(not(feature = "work-counter"))]
    let _ = count;
}

/// The steps of this thread since the last call.
///
/// ```
/// inquit::work::take();
/// inquit::quotes("“Yes,” said Anna Berg.").count();
/// assert!(inquit::work::take() > 10);
/// ```
#[cfg(feature = "work-counter")]
#[must_use]
pub fn take() -> u64 {
    STEPS.with(|steps| steps.replace(0))
}
