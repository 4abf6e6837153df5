//! Signals and memos whose machine code is written once. Leptos' own are generic over the type of the value, and the
//! compiler generates storing, reading, comparing and notifying for every such type. Here the graph holds values of one
//! type, [`Erased`]; a handle knows the type of its value, and restores it where the value is read.
//!
//! Handles have the methods of leptos' signals, with the same meaning, and belong to the owner that is current when
//! they are made.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{
    ArcMemo, Get, GetUntracked, IsDisposed, Memo as LeptosMemo, Notify, RwSignal, Set, Track, Write,
};
use leptos::reactive::graph::ToAnySubscriber;

use crate::erased::unsubscribe_on_cleanup;

/// A value of any type.
type Erased = Arc<dyn Any + Send + Sync>;

/// Computes a value of a memo from the one before. Whether the two differ.
type Compute = Box<dyn Fn(Option<&Erased>) -> (Erased, bool) + Send + Sync>;

/// A value that others follow.
pub struct Signal<T> {
    inner: RwSignal<Erased>,
    value: PhantomData<fn() -> T>,
}

/// A signal that can only be read.
pub struct ReadSignal<T>(Signal<T>);

/// A value that follows others, and that others follow.
pub struct Memo<T> {
    inner: LeptosMemo<Erased>,
    value: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// A signal with a value.
    pub fn new(value: T) -> Signal<T> {
        Signal { inner: new_signal(Arc::new(value)), value: PhantomData }
    }

    /// The signal for those who may not change it.
    pub fn read_only(self) -> ReadSignal<T> {
        ReadSignal(self)
    }

    /// Replaces the value, and notifies those who follow it.
    pub fn set(self, value: T) {
        set(self.inner, Arc::new(value));
    }

    /// Replaces the value and notifies nobody.
    pub fn set_untracked(self, value: T) {
        set_untracked(self.inner, Arc::new(value));
    }

    /// Changes a copy of the value, and makes it the value.
    pub fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }

    /// Notifies those who follow the value, as if it had changed.
    pub fn notify(self) {
        self.inner.notify();
    }

    /// Whether the owner of the signal has been cleaned up.
    pub fn is_disposed(self) -> bool {
        self.inner.is_disposed()
    }

    fn erased(self, tracked: bool) -> Erased {
        read_signal(self.inner, tracked)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.inner.track();
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Signal::new(T::default())
    }
}

impl<T: Send + Sync + 'static> ReadSignal<T> {
    fn erased(self, tracked: bool) -> Erased {
        self.0.erased(tracked)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.0.track();
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    fn erased(self, tracked: bool) -> Erased {
        read_memo(self.inner, tracked)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.inner.track();
    }
}

/// The methods that read a value.
macro_rules! readable {
    ($($handle:ident)*) => {$(
        impl<T> Clone for $handle<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $handle<T> {}

        impl<T: Send + Sync + 'static> $handle<T> {
            /// The value. Tracked.
            pub fn get(self) -> T
            where
                T: Clone,
            {
                self.with(T::clone)
            }

            /// The value.
            pub fn get_untracked(self) -> T
            where
                T: Clone,
            {
                self.with_untracked(T::clone)
            }

            /// Calls with the value. Tracked.
            pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
                read(restored(&self.erased(true)))
            }

            /// Calls with the value.
            pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
                read(restored(&self.erased(false)))
            }
        }
    )*};
}

readable! { Signal ReadSignal Memo }

/// A memo that the current owner keeps, and that unsubscribes from all signals when the owner is cleaned up.
pub fn memo<T: PartialEq + Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_with_compare(compute, T::ne)
}

/// The same where it is not by comparing with `==` that two values are found to differ.
pub fn memo_with_compare<T: Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
    differ: fn(&T, &T) -> bool,
) -> Memo<T> {
    let compute = move |before: Option<&Erased>| {
        let after = compute();
        let changed = before.is_none_or(|before| differ(restored(before), &after));
        (Arc::new(after) as Erased, changed)
    };
    Memo { inner: new_memo(Box::new(compute)), value: PhantomData }
}

/// A memo that is not compared: where there is no new value, the one before stays, and nobody is notified. The first
/// has to be a value.
///
/// # Panics
/// If there is no first value.
pub fn memo_or_previous<T: Send + Sync + 'static>(
    compute: impl Fn(Option<&T>) -> Option<T> + Send + Sync + 'static,
) -> Memo<T> {
    let compute = move |before: Option<&Erased>| match (compute(before.map(restored)), before) {
        (Some(after), _) => (Arc::new(after) as Erased, true),
        (None, Some(before)) => (Arc::clone(before), false),
        (None, None) => panic!("a memo begins with a value"),
    };
    Memo { inner: new_memo(Box::new(compute)), value: PhantomData }
}

fn restored<T: Send + Sync + 'static>(value: &Erased) -> &T {
    let Some(value) = value.downcast_ref() else { wrong_type() };
    value
}

#[cold]
#[inline(never)]
fn wrong_type() -> ! {
    panic!("a handle is made with a value of its type")
}

#[inline(never)]
fn new_signal(value: Erased) -> RwSignal<Erased> {
    RwSignal::new(value)
}

#[inline(never)]
fn set(signal: RwSignal<Erased>, value: Erased) {
    signal.set(value);
}

fn set_untracked(signal: RwSignal<Erased>, value: Erased) {
    if let Some(mut current) = signal.try_write_untracked() {
        *current = value;
    }
}

#[inline(never)]
fn read_signal(signal: RwSignal<Erased>, tracked: bool) -> Erased {
    if tracked { signal.get() } else { signal.get_untracked() }
}

#[inline(never)]
fn read_memo(memo: LeptosMemo<Erased>, tracked: bool) -> Erased {
    if tracked { memo.get() } else { memo.get_untracked() }
}

#[inline(never)]
fn new_memo(compute: Compute) -> LeptosMemo<Erased> {
    let memo = ArcMemo::new_owning(move |before: Option<Erased>| compute(before.as_ref()));
    unsubscribe_on_cleanup(memo.to_any_subscriber());
    memo.into()
}
