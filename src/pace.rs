//! Long work in parts: where it rests, so that a thread can answer in between.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Tokens that are worked on between two rests: a fraction of a millisecond, and some milliseconds on a
/// slow phone that has not compiled the core yet.
pub(crate) const SPELL: usize = 512;

/// When a pass over a document's tokens is to rest: as it begins, then after each [`SPELL`].
#[derive(Debug, Default)]
pub(crate) struct Pace {
    next: usize,
}

impl Pace {
    /// Whether the pass, which has come to this token, is to [`rest`] now.
    #[inline]
    pub fn is_due(&mut self, token: usize) -> bool {
        let is_due = token >= self.next;
        if is_due {
            self.next = token + SPELL;
        }
        is_due
    }
}

/// Pending once.
pub(crate) async fn rest() {
    let mut rested = false;
    poll_fn(|_| if std::mem::replace(&mut rested, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

/// Does a work on, up to its next rest. It wakes nobody.
pub(crate) fn step<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    work.poll(&mut Context::from_waker(Waker::noop()))
}

/// Does a work without resting.
pub(crate) fn finish<T>(work: impl Future<Output = T>) -> T {
    let mut work = std::pin::pin!(work);
    loop {
        if let Poll::Ready(done) = step(work.as_mut()) {
            return done;
        }
    }
}
