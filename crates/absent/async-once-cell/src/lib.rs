//! Stands in for the crate `async-once-cell`, of which the loader of the program's later parts makes use
//! (`wasm_split_helpers` 0.2), and nothing of ours.
//!
//! The real one has a queue of tasks that wait for the first of them, and formats its inner state where it panics: 1.3
//! kB of the first view (brotli). The loader needs no queue. Its script keeps a part that is being loaded, so that two
//! requests for it are one.

use std::sync::OnceLock;

/// A cell that is initialized at most once, by a future.
#[derive(Debug)]
pub struct OnceCell<T>(OnceLock<T>);

impl<T> OnceCell<T> {
    /// An empty cell.
    #[must_use]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The value; where there is none, that of the future. Of several futures at the same time, all run, and the value
    /// of the first that ends stays.
    ///
    /// # Errors
    /// That of the future. The cell stays empty then.
    pub async fn get_or_try_init<E>(&self, init: impl Future<Output = Result<T, E>>) -> Result<&T, E> {
        if let Some(value) = self.0.get() {
            return Ok(value);
        }
        let value = init.await?;
        Ok(self.0.get_or_init(|| value))
    }
}

impl<T> Default for OnceCell<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::future::ready;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("the future waits"),
        }
    }

    #[test]
    fn a_cell_keeps_the_first_value_and_no_error() {
        let cell = OnceCell::new();
        assert_eq!(now(cell.get_or_try_init(ready(Err::<u8, _>("no")))), Err("no"));
        assert_eq!(now(cell.get_or_try_init(ready(Ok::<_, &str>(1)))), Ok(&1));
        assert_eq!(now(cell.get_or_try_init(ready(Ok::<_, &str>(2)))), Ok(&1));
    }
}
